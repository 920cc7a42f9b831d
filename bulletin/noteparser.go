package bulletin

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A noteParser reads the texts of footnotes as the library does, but leaves
// them where they were typed and keeps those no mark refers to.
type noteParser struct{ parser.BlockParser }

// Close leaves the note in its place.
func (noteParser) Close(ast.Node, text.Reader, parser.Context) {}

// noteMarkKind is the kind of the node of a footnote's mark.
var noteMarkKind = ast.NewNodeKind("NoteMark")

// A noteMarkNode is a mark [^label], whether or not there is such a note.
type noteMarkNode struct {
	ast.BaseInline
	label string
}

// Kind returns the kind of the node.
func (*noteMarkNode) Kind() ast.NodeKind { return noteMarkKind }

// Dump prints the node for debugging.
func (n *noteMarkNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A noteMarkParser reads the marks of footnotes.
type noteMarkParser struct{}

// Trigger returns the first byte of a mark, and ! which is no picture's before
// one.
func (noteMarkParser) Trigger() []byte { return []byte{'[', '!'} }

// Parse reads a mark.
func (noteMarkParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if bytes.HasPrefix(line, []byte("![^")) {
		block.Advance(1)
		return ast.NewTextSegment(segment.WithStop(segment.Start + 1))
	}
	if !bytes.HasPrefix(line, []byte("[^")) {
		return nil
	}
	end := bytes.IndexAny(line[:min(len(line), 200)], "]\n")
	if end < 3 || line[end] != ']' || bytes.IndexByte(line[2:end], '[') >= 0 {
		return nil
	}
	block.Advance(end + 1)
	node := &noteMarkNode{label: string(uncommented(line[2:end]))}
	node.SetPos(segment.Start)
	return node
}
