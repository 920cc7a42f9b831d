package site

// Numbers of the index are written in printable ASCII that needs no escape within
// a JavaScript string: 64 characters that end a number, each worth 0–63, and 27
// that go before. search.js reads them.
const (
	endings  = 64
	leads    = 27
	manyNext = '~' // then a number: so many issues more than fewNext follow, one after another
	fewNext  = 3
)

// digits are the characters of numbers: those that end one, then those that go
// before.
var digits = func() (d [endings + leads]byte) {
	i := 0
	for c := byte('!'); c < manyNext; c++ {
		if c != '"' && c != '\\' {
			d[i] = c
			i++
		}
	}
	return d
}()

// appendNumber appends a number of at least 0.
func appendNumber(to []byte, n uint32) []byte {
	high := n / endings
	var buf [8]byte
	i := len(buf)
	for high > 0 {
		i--
		buf[i] = digits[endings+high%leads]
		high /= leads
	}
	return append(append(to, buf[i:]...), digits[n%endings])
}

// appendPostings appends the numbers of issues, each greater than the one before:
// the distances from one to the next, less one.
func appendPostings(to []byte, docs []uint32) []byte {
	next := uint32(0)
	for i := 0; i < len(docs); {
		run := 0
		for i+run < len(docs) && docs[i+run] == next+uint32(run) {
			run++
		}
		if run >= fewNext {
			to = appendNumber(append(to, manyNext), uint32(run-fewNext))
			next += uint32(run)
			i += run
			continue
		}
		to = appendNumber(to, docs[i]-next)
		next = docs[i] + 1
		i++
	}
	return to
}
