package bulletin

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A headingParser reads # headings. Unlike CommonMark's, a heading that ends
// with a hard break goes on in the next line, and U+3000 after # is a blank.
type headingParser struct{}

// Trigger returns the mark of headings.
func (headingParser) Trigger() []byte { return []byte{'#'} }

// Open begins a heading of level 1–6.
func (headingParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	rest := bytes.TrimLeft(line[pos:], "#")
	level := len(line) - pos - len(rest)
	title := bytes.TrimLeft(rest, " \t　")
	if level < 1 || level > 6 || len(rest) > 0 && rest[0] != '\n' && len(title) == len(rest) {
		return nil, parser.NoChildren
	}
	node := ast.NewHeading(level)
	if len(bytes.TrimSpace(title)) > 0 {
		node.Lines().Append(text.NewSegment(segment.Stop-len(title), segment.Stop))
	}
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// Continue takes the next line where the one before ends with a hard break.
func (headingParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	lines := node.Lines()
	if lines.Len() == 0 {
		return parser.Close
	}
	last := lines.At(lines.Len() - 1)
	line, segment := reader.PeekLine()
	if !breaks(last.Value(reader.Source())) || !continues(line) {
		return parser.Close
	}
	lines.Append(segment.TrimLeftSpace(reader.Source()))
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// Close takes the blanks and the closing # off the last line.
func (headingParser) Close(node ast.Node, reader text.Reader, _ parser.Context) {
	lines := node.Lines()
	if lines.Len() == 0 {
		return
	}
	last := lines.At(lines.Len() - 1)
	value := bytes.TrimRight(last.Value(reader.Source()), " \t\n")
	open := bytes.TrimRight(value, "#")
	if trimmed := bytes.TrimRight(open, " \t"); len(open) < len(value) && (len(trimmed) < len(open) || len(open) == 0) {
		value = trimmed
	}
	last.Stop = last.Start + len(value)
	lines.Set(lines.Len()-1, last)
}

// CanInterruptParagraph tells that no empty line is needed before.
func (headingParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine tells that a heading is not indented.
func (headingParser) CanAcceptIndentedLine() bool { return false }

// breaks tells whether a line ends with a hard break.
func breaks(line []byte) bool {
	line = bytes.TrimSuffix(line, []byte("\n"))
	slashes := len(line) - len(bytes.TrimRight(line, `\`))
	return slashes%2 == 1 || bytes.HasSuffix(line, []byte("  "))
}

// continues tells whether a line can be the second line of a title.
func continues(line []byte) bool {
	line = bytes.TrimLeft(line, " ")
	if len(bytes.TrimSpace(line)) == 0 || bytes.HasPrefix(line, wideBlank) {
		return false
	}
	switch line[0] {
	case '#', '>', '|', '`', '~', '-', '+', '\\', '!', '[':
		return false
	}
	return !bytes.HasPrefix(line, []byte("* "))
}
