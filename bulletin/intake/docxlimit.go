package intake

import (
	"bytes"
	"io"
)

// Limits of a Word document, beyond which it is none that an office made.
const (
	largestParts = 64 << 20 // bytes of the unpacked parts that are read
	largestTag   = 4 << 20  // bytes without the end of a tag; drawings hold copies of themselves in attributes
	mostParts    = 20_000   // files in the container
	mostElements = 1 << 20
	deepestXML   = 200    // elements within each other
	mostRows     = 20_000 // of all tables
	mostColumns  = 60     // of a table
	mostStyles   = 10_000 // and as many lists
)

// A budget is how much of a document was read so far.
type budget struct {
	bytes, elements, rows, text, lines int
	tag                                bool // one was too large
}

// spent tells whether a document is too large to be one.
func (b *budget) spent() bool {
	return b.tag || b.bytes > largestParts || b.elements > mostElements || b.rows > mostRows || b.text > largestText || b.lines > mostLines
}

// A boundedReader ends before the parts are too large, or one tag of them: the
// decoder keeps a tag with its attributes in memory.
type boundedReader struct {
	r io.Reader
	*budget
	since int // bytes since the last < or >
}

func (b *boundedReader) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if i := bytes.LastIndexAny(p[:n], "<>"); i >= 0 {
		b.since = n - i
	} else {
		b.since += n
	}
	b.bytes += n
	if b.tag = b.tag || b.since > largestTag; b.spent() {
		return 0, errHuge
	}
	return n, err
}
