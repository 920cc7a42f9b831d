package bulletin

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// An emphasisParser reads * and _. CommonMark lets ** open or close only where
// no punctuation stands between it and a letter, which is made for words
// parted by blanks and fails three of four Chinese uses. Here * opens before
// anything but a blank, and closes after anything but a blank.
type emphasisParser struct{}

// Trigger returns the marks of emphasis.
func (emphasisParser) Trigger() []byte { return []byte{'*', '_'} }

// Parse reads a run of marks.
func (e emphasisParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	n := len(line) - len(bytes.TrimLeft(line, string(line[0])))
	after, _ := utf8.DecodeRune(line[n:])
	if n == len(line) {
		after = ' '
	}
	open, closing := flanks(line[0], n, before, after)
	node := parser.NewDelimiter(open, closing, n, line[0], e)
	node.Segment = segment.WithStop(segment.Start + n)
	block.Advance(n)
	pc.PushDelimiter(node)
	return node
}

// flanks tells whether a run of n marks may open, and whether it may close.
func flanks(mark byte, n int, before, after rune) (open, closing bool) {
	open, closing = !unicode.IsSpace(after), !unicode.IsSpace(before)
	switch {
	case mark == '*' && n == 1 && isDigit(before) && isDigit(after): // 3*4*5厘米
		return false, false
	case mark == '*':
		return open, closing
	case n > 2: // ____年__月__日, a blank to be filled in
		return false, false
	}
	left := open && (!punctuation(after) || !closing || punctuation(before))
	right := closing && (!punctuation(before) || !open || punctuation(after))
	return left && (!right || punctuation(before)), right && (!left || punctuation(after))
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func punctuation(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// IsDelimiter tells whether a byte is a mark of emphasis.
func (emphasisParser) IsDelimiter(b byte) bool { return b == '*' || b == '_' }

// CanOpenCloser tells whether two runs can be a pair.
func (emphasisParser) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

// OnMatch makes the node of a pair.
func (emphasisParser) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }
