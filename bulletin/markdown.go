package bulletin

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown returns a parser of CommonMark with tables and footnotes as an
// office types it: without setext headings, indented code and HTML blocks, and
// with our own headings, paragraphs, emphasis and footnotes.
func markdown() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(pageBreakParser{}, 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(headingParser{}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(noteParser{extension.NewFootnoteBlockParser()}, 900),
			util.Prioritized(indentedParser{paragraphParser{parser.NewParagraphParser()}}, 950),
			util.Prioritized(paragraphParser{parser.NewParagraphParser()}, 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(noteMarkParser{}, 150),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(emphasisParser{}, 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(definitions{}, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 100)),
	)
}

// wideBlank is U+3000, two of which open a paragraph by custom.
var wideBlank = []byte("　")

// A paragraphParser takes a line however far it is indented: leading blanks
// are custom, not code.
type paragraphParser struct{ parser.BlockParser }

// CanAcceptIndentedLine tells that a paragraph may be indented.
func (paragraphParser) CanAcceptIndentedLine() bool { return true }

// An indentedParser opens a paragraph, even within another, where a line
// begins with U+3000.
type indentedParser struct{ paragraphParser }

// Trigger returns the first byte of U+3000.
func (indentedParser) Trigger() []byte { return wideBlank[:1] }

// CanInterruptParagraph tells that no empty line is needed before.
func (indentedParser) CanInterruptParagraph() bool { return true }

// Open begins a paragraph at a line that begins with U+3000.
func (p indentedParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	if !bytes.HasPrefix(bytes.TrimLeft(line, " \t"), wideBlank) {
		return nil, parser.NoChildren
	}
	return p.paragraphParser.Open(parent, reader, pc)
}

// definition begins a link reference definition with an address. [注]：… and
// the like are text.
var definition = regexp.MustCompile(`^[ ]{0,3}\[[^\]]*\]:\s*(?:<[^>\n]*>|[!-~]+|(?i:https?|ftp|mailto):\S+)\s`)

// definitions is the library's rule for link reference definitions, kept from
// paragraphs that only look like one.
type definitions struct{}

// Transform takes link reference definitions out of the start of a paragraph.
func (definitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	var b bytes.Buffer
	for i := range min(node.Lines().Len(), 2) {
		line := node.Lines().At(i)
		b.Write(line.Value(reader.Source()))
	}
	b.WriteByte('\n')
	if definition.Match(b.Bytes()) {
		parser.LinkReferenceParagraphTransformer.Transform(node, reader, pc)
	}
}
