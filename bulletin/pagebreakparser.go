package bulletin

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// pageBreakKind is the kind of the node of a \newpage line.
var pageBreakKind = ast.NewNodeKind("PageBreak")

// A pageBreakNode is a line of \newpage.
type pageBreakNode struct{ ast.BaseBlock }

// Kind returns the kind of the node.
func (*pageBreakNode) Kind() ast.NodeKind { return pageBreakKind }

// Dump prints the node for debugging.
func (n *pageBreakNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A pageBreakParser reads lines of \newpage.
type pageBreakParser struct{}

// Trigger returns the first byte of \newpage.
func (pageBreakParser) Trigger() []byte { return []byte{'\\'} }

// Open reads the line.
func (pageBreakParser) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	if !bytes.Equal(bytes.TrimSpace(line), []byte(`\newpage`)) {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &pageBreakNode{}, parser.NoChildren
}

// Continue ends the block after its line.
func (pageBreakParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

// Close has nothing to do.
func (pageBreakParser) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph tells that no empty line is needed before.
func (pageBreakParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine tells that the line may be indented.
func (pageBreakParser) CanAcceptIndentedLine() bool { return true }
