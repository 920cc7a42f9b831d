package lint

import (
	"strings"

	"jianbao/bulletin/diag"
)

// quoteRules is what GB/T 15834 asks of pairs of quotation marks.
var quoteRules = []*Rule{
	{
		Code: "引号方向", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.8.2、5.1.3",
		Title:  "引号前后的方向不能反",
		Reason: "“六联六建“、”回头看”一类是打错了一头，印出来很显眼。",
		Wrong:  []string{"开展“六联六建“活动。", "开展”回头看”。", "“放管服“和“互联网+”改革。"},
		Right:  []string{"开展“六联六建”活动。", "“放管服”和“互联网+”改革。", "他说：“这是‘马上就办’。”"},
		prose:  seekQuotes(func(f *finder, p *prose, q quoting) { q.reversed(f, p) }),
	},
	{
		Code: "引号配对", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.8.2、4.8.3.5",
		Title:  "引号要成对",
		Reason: "少了一半的引号读者不知引到哪里。连续引用几段时每段开头都用前引号、最后一段才用后引号，所以下一段又以前引号开头的不查；西文的撇号不查。",
		Wrong:  []string{"开展“回头看活动。", "开展回头看”活动。", "他说：“这是‘马上就办。”"},
		Right:  []string{"开展“回头看”活动。", "他说：“第一段引文。\n\n“第二段引文。”", "O’Brien先生来访。", "东经112°21’30”。"},
		prose:  seekQuotes(func(f *finder, p *prose, q quoting) { q.unpaired(f, p) }),
	},
	{
		Code: "引号套用", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.8.3.4",
		Title:  "双引号里面用单引号",
		Reason: "引号里还要用引号时，外面一层用双引号，里面一层用单引号。",
		Wrong:  []string{"他说：“要坚持“马上就办”的作风。”"},
		Right:  []string{"他说：“要坚持‘马上就办’的作风。”", "“放管服”“互联网+”改革。"},
		prose:  seekQuotes(func(f *finder, p *prose, q quoting) { q.nested(f, p) }),
	},
	{
		Code: "单引号", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.8.3.4",
		Title:  "外面一层用双引号",
		Reason: "单引号只用在双引号里面。西文的撇号不查。",
		Wrong:  []string{"开展‘回头看’活动。"},
		Right:  []string{"他说：“这是‘马上就办’。”", "it’s了不起", "“要像爱护自己的‘眼睛’一样。”"},
		prose: seek("‘", `‘([^‘’“”\n]*)’`, func(h *hit) {
			if hasHan(h.text(1)) && h.p.depthAt(h.m[0]) == 0 {
				h.mend(0, "“"+h.text(1)+"”", "外面一层用了单引号")
			}
		}),
	},
}

// A quoting is the double quotation marks of a text: their offsets in order, and
// whether each opens.
type quoting struct {
	at   []int
	open []bool
}

const quoteLen = len("“")

// seekQuotes returns a search of the quotation marks of a text that do not simply
// take turns.
func seekQuotes(found func(*finder, *prose, quoting)) func(*finder, *prose) {
	return func(f *finder, p *prose) {
		if !p.hasAny("“”‘’") {
			return
		}
		found(f, p, quotingOf(p.text))
	}
}

func quotingOf(text string) (q quoting) {
	degrees := strings.Contains(text, "°")
	for i, r := range text {
		if r == '”' && degrees && isDigit((&prose{text: text}).before(i)) {
			continue // meant as seconds: 112°21’30”
		}
		if r == '“' || r == '”' {
			q.at, q.open = append(q.at, i), append(q.open, r == '“')
		}
	}
	return q
}

// depthAt returns how many double quotation marks are open at a byte. Asked for
// bytes in their order it reads the text once.
func (p *prose) depthAt(i int) int {
	if i < p.quote.at {
		p.quote.at, p.quote.depth = 0, 0
	}
	part := p.text[p.quote.at:i]
	p.quote.at, p.quote.depth = i, p.quote.depth+strings.Count(part, "“")-strings.Count(part, "”")
	return p.quote.depth
}

// nests tells whether the marks are well nested.
func (q quoting) nests() bool {
	depth := 0
	for _, open := range q.open {
		if open {
			depth++
		} else if depth--; depth < 0 {
			return false
		}
	}
	return depth == 0
}

// wrong returns the marks that do not take turns, and whether turning them makes
// all others right.
func (q quoting) wrong() (at []int, sure bool) {
	if len(q.at)%2 != 0 || q.nests() {
		return nil, false
	}
	for i, open := range q.open {
		if open != (i%2 == 0) {
			at = append(at, i)
		}
	}
	return at, 2*len(at) <= len(q.at)
}

func (q quoting) reversed(f *finder, p *prose) {
	wrong, sure := q.wrong()
	if !sure {
		return
	}
	for _, i := range wrong {
		from, to := q.at[i], q.at[i]+quoteLen
		prev, next := p.before(from), p.after(to)
		if i%2 == 0 && next != 0 && !strings.ContainsRune(pauses+closers, next) {
			f.mend(p, from, to, "“", "前引号写成了“””")
		} else if i%2 == 1 && prev != 0 && !strings.ContainsRune(openers, prev) {
			f.mend(p, from, to, "”", "后引号写成了“““")
		} else {
			f.add(p.pos(from), "核对前后引号", "引号的方向不对")
		}
	}
}

func (q quoting) unpaired(f *finder, p *prose) {
	if i := q.alone(p); i >= 0 {
		f.add(p.pos(q.at[i]), "补上另一半，或删去这一半", "引号没有成对")
	} else if i := loneSingle(p.text); i >= 0 {
		f.add(p.pos(i), "补上另一半，或删去这一半", "单引号没有成对")
	}
}

// alone returns the mark that has no other half, or -1.
func (q quoting) alone(p *prose) int {
	if q.nests() {
		return -1
	}
	if wrong, sure := q.wrong(); sure && len(wrong) > 0 {
		return -1
	}
	last := -1 // the mark that is open
	for i, open := range q.open {
		switch {
		case open && last >= 0:
			return last
		case open:
			last = i
		case last < 0:
			return i
		default:
			last = -1
		}
	}
	if last >= 0 && last == len(q.at)-1 && p.next != nil && strings.HasPrefix(p.next.text, "“") {
		return -1 // of a quotation that goes on in the next paragraph
	}
	return last
}

// loneSingle returns where a single quotation mark without its other half stands,
// or -1. Apostrophes are none.
func loneSingle(text string) int {
	open := -1
	for i, r := range text {
		switch {
		case r == '‘' && open >= 0:
			return open
		case r == '‘':
			open = i
		case r == '’' && open >= 0:
			open = -1
		case r == '’':
			p := prose{text: text}
			if before := p.before(i); isLatin(before) || isDigit(before) || isLatin(p.after(i+quoteLen)) || isDigit(p.after(i+quoteLen)) {
				continue
			}
			return i
		}
	}
	return open
}

func (q quoting) nested(f *finder, p *prose) {
	if !q.nests() {
		return
	}
	depth := 0
	for i, open := range q.open {
		if !open {
			depth--
			continue
		}
		if depth++; depth == 2 && !q.open[i+1] {
			from, to := q.at[i], q.at[i+1]+quoteLen
			f.mend(p, from, to, "‘"+p.text[from+quoteLen:q.at[i+1]]+"’", "双引号里面又用双引号")
		}
	}
}

var (
	straightDouble = seek("\"＂", `["＂]([^"＂\n]*)["＂]`, straightPair)
	straightSingle = seek("'＇", `['＇]([^'＇\n]*)['＇]`, func(h *hit) {
		if hasHan(h.text(1)) {
			straightPair(h)
		}
	})
)

func straightQuotes(f *finder, p *prose) {
	n := strings.Count(p.text, "\"") + strings.Count(p.text, "＂")
	if n%2 == 0 {
		straightDouble(f, p)
	} else if i := strings.IndexAny(p.text, "\"＂"); hasHan(p.text) && !isDigit(p.before(i)) {
		f.add(p.pos(i), "写作成对的“”", "直引号没有成对")
	}
	straightSingle(f, p)
}

// straightPair finds a pair of straight quotation marks in or around Han.
func straightPair(h *hit) {
	prev := h.prev()
	if isDigit(prev) || isLatin(prev) || !hasHan(h.text(1)) && !isHan(prev) && !isHan(h.next()) {
		return
	}
	if h.p.depthAt(h.m[0]) > 0 {
		h.mend(0, "‘"+h.text(1)+"’", "用了直引号")
		return
	}
	h.mend(0, "“"+h.text(1)+"”", "用了直引号")
}
