package typeset

// senseTable says what a break costs after a word of one kind and before a
// word of another. A kind without a row is like a noun, without a column like
// one too. It is an editor's taste in figures: a predicate is parted from its
// subject gladly, a verb from its object if need be, a compound name less
// gladly, and what leans on its neighbour hardly at all.
var senseTable = map[kind]map[kind]int64{
	kindNoun: {
		kindNoun: 48, kindHeadNoun: 80, kindVerbNoun: 58, kindVerb: 10, kindPhrase: 14, kindAdverb: 12, kindAdjective: 42, kindPrep: 12, kindConj: 28,
		kindParticle: costHung, kindSuffix: costHung, kindMeasure: costHung, kindOffice: 70, kindBody: 34, kindBodyTail: 130, kindTimeWord: 30, kindCount: 36,
		kindPlace: 34, kindPerson: 60, kindLevel: 30, kindUnknown: costLone, kindLatin: 60, kindOpening: 28,
	},
	kindHeadNoun: {
		kindNoun: 36, kindHeadNoun: 60, kindVerbNoun: 40, kindVerb: 8, kindPhrase: 12, kindAdverb: 10, kindAdjective: 32, kindPrep: 10, kindConj: 22,
		kindParticle: costHung, kindSuffix: costHung, kindMeasure: costHung, kindOffice: 60, kindBody: 30, kindBodyTail: 130, kindTimeWord: 28, kindCount: 30,
		kindPlace: 30, kindPerson: 60, kindLevel: 28, kindUnknown: costLone, kindLatin: 60, kindOpening: 26,
	},
	kindVerb: {
		kindNoun: 56, kindHeadNoun: 80, kindVerbNoun: 56, kindVerb: 46, kindPhrase: 45, kindAdverb: 34, kindAdjective: 50, kindPrep: 40, kindConj: 45,
		kindParticle: costHung, kindSuffix: costHung, kindMeasure: costHung, kindOffice: 60, kindBody: 48, kindBodyTail: 90, kindTimeWord: 28, kindCount: 40,
		kindPlace: 50, kindPerson: 60, kindLevel: 48, kindUnknown: costLone, kindLatin: 60, kindOpening: 32,
	},
	kindPhrase: {
		kindNoun: 40, kindHeadNoun: 80, kindVerbNoun: 45, kindVerb: 10, kindPhrase: 16, kindAdverb: 12, kindAdjective: 34, kindPrep: 14, kindConj: 26,
		kindParticle: costHung, kindSuffix: costHung, kindMeasure: costHung, kindOffice: 60, kindBody: 30, kindBodyTail: 130, kindTimeWord: 30, kindCount: 36,
		kindPlace: 30, kindPerson: 60, kindLevel: 30, kindUnknown: costLone, kindLatin: 60, kindOpening: 26,
	},
	kindAdverb:    leans(100),
	kindAdjective: leans(85),
	kindPrep:      leans(220),
	kindConj:      leans(220),
	kindLevel:     leans(150),
	kindParticle: {
		kindNoun: 30, kindHeadNoun: 66, kindVerbNoun: 34, kindVerb: 10, kindPhrase: 14, kindAdverb: 12, kindAdjective: 30, kindPrep: 12, kindConj: 24,
		kindParticle: costHung, kindSuffix: costHung, kindMeasure: costHung, kindOffice: 45, kindBody: 30, kindBodyTail: 90, kindTimeWord: 30, kindCount: 34,
		kindPlace: 30, kindPerson: 60, kindLevel: 30, kindUnknown: costLone, kindLatin: 60, kindOpening: 26,
	},
	kindOffice: {
		kindNoun: 46, kindHeadNoun: 70, kindVerbNoun: 46, kindVerb: 10, kindPhrase: 14, kindAdverb: 12, kindAdjective: 42, kindPrep: 12, kindConj: 28,
		kindParticle: costHung, kindSuffix: costHung, kindMeasure: costHung, kindOffice: 80, kindBody: 40, kindBodyTail: 130, kindTimeWord: 30, kindCount: 40,
		kindPlace: 40, kindPerson: 120, kindLevel: 36, kindUnknown: costLone, kindLatin: 60, kindOpening: 30,
	},
	kindCount: {
		kindNoun: 100, kindHeadNoun: 100, kindVerbNoun: 75, kindVerb: 100, kindPhrase: 60, kindAdverb: 50, kindAdjective: 70, kindPrep: 50, kindConj: 34,
		kindParticle: costHung, kindSuffix: costHung, kindMeasure: costHung, kindOffice: 80, kindBody: 50, kindBodyTail: 130, kindTimeWord: 60, kindCount: 60,
		kindPlace: 40, kindPerson: 80, kindLevel: 40, kindUnknown: costLone, kindLatin: 80, kindOpening: 40,
	},
	kindClosing: {
		kindNoun: 86, kindHeadNoun: 110, kindVerbNoun: 60, kindVerb: 12, kindPhrase: 16, kindAdverb: 12, kindAdjective: 50, kindPrep: 12, kindConj: 28,
		kindParticle: costHung, kindSuffix: costHung, kindMeasure: costHung, kindOffice: 60, kindBody: 34, kindBodyTail: 130, kindTimeWord: 90, kindCount: 40,
		kindPlace: 40, kindPerson: 60, kindLevel: 34, kindUnknown: costLone, kindLatin: 60, kindOpening: 26,
	},
	kindBodyTail: bodyRow,
	kindBody:     bodyRow,
	kindTimeWord: {
		kindNoun: 75, kindHeadNoun: 80, kindVerbNoun: 52, kindVerb: 14, kindPhrase: 20, kindAdverb: 16, kindAdjective: 46, kindPrep: 16, kindConj: 40,
		kindParticle: costHung, kindSuffix: costHung, kindMeasure: costHung, kindOffice: 70, kindBody: 34, kindBodyTail: 130, kindTimeWord: 75, kindCount: 60,
		kindPlace: 34, kindPerson: 60, kindLevel: 30, kindUnknown: costLone, kindLatin: 60, kindOpening: 70,
	},
	kindUnknown: leans(costLone),
}

// bodyRow is the row of an organisation, which most often is the subject.
var bodyRow = map[kind]int64{
	kindNoun: 46, kindHeadNoun: 80, kindVerbNoun: 46, kindVerb: 8, kindPhrase: 12, kindAdverb: 8, kindAdjective: 42, kindPrep: 8, kindConj: 28,
	kindParticle: costHung, kindSuffix: costHung, kindMeasure: costHung, kindOffice: 120, kindBody: 30, kindBodyTail: 130, kindTimeWord: 26, kindCount: 30,
	kindPlace: 34, kindPerson: 60, kindLevel: 30, kindUnknown: costLone, kindLatin: 60, kindOpening: 18,
}

// leans is the row of a word that belongs to what follows, whatever that is;
// what belongs to it in turn stays.
func leans(cost int64) map[kind]int64 {
	return map[kind]int64{kindNoun: cost, kindUnknown: max(cost, costLone), kindParticle: costHung, kindSuffix: costHung, kindMeasure: costHung}
}
