package site

import (
	"errors"
	"fmt"
	"html/template"
	"math"
	"regexp"
	"sync/atomic"
	"text/template/parse"
)

// What a template of an office may do while it is tried out, and how long a text
// it may put together, in bytes.
const (
	mostRounds  = 5_000_000
	longestText = 1 << 20
)

var (
	errTooLong = errors.New("more than the largest page") // a template writes without end
	errRounds  = errors.New("more rounds than the most")  // or goes round without end
)

// rounds counts down how often templates go round in a range.
type rounds struct{ left atomic.Int64 }

// bound lets templates go round so often, together.
func (r *rounds) bound(n int64) { r.left.Store(n) }

// free lets templates go round as often as they do.
func (r *rounds) free() { r.left.Store(math.MaxInt64) }

// round is called by templates once in each round.
func (r *rounds) round() (bool, error) {
	if r.left.Add(-1) < 0 {
		return false, errRounds
	}
	return false, nil
}

// functions returns what templates may ask beyond what the library knows. Those
// that put texts together take the places of its own and bound them.
func (r *rounds) functions() template.FuncMap {
	return template.FuncMap{
		"hangs": hangs, roundName: r.round,
		"print":   func(args ...any) (string, error) { return short(fmt.Sprint(args...)) },
		"println": func(args ...any) (string, error) { return short(fmt.Sprintln(args...)) },
		"printf": func(format string, args ...any) (string, error) {
			if wideWidth.MatchString(format) {
				return "", errTooLong
			}
			return short(fmt.Sprintf(format, args...))
		},
	}
}

// wideWidth is a width that makes a short text a long one.
var wideWidth = regexp.MustCompile(`%[-+# 0]*(?:\[\d+\])?(?:\d{4}|\*|\d*\.(?:\[\d+\])?(?:\d{4}|\*))`)

func short(s string) (string, error) {
	if len(s) > longestText {
		return "", errTooLong
	}
	return s, nil
}

// roundName is the name by which templates call round; no template can write it.
const roundName = "_round"

// count makes every range of the templates call round: as {{if _round}}{{end}},
// which writes nothing wherever it stands.
func count(templates *template.Template) {
	for _, t := range templates.Templates() {
		if t.Tree != nil {
			countIn(t.Tree, t.Tree.Root)
		}
	}
}

func countIn(tree *parse.Tree, list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.IfNode:
			countIn(tree, n.List)
			countIn(tree, n.ElseList)
		case *parse.WithNode:
			countIn(tree, n.List)
			countIn(tree, n.ElseList)
		case *parse.RangeNode:
			countIn(tree, n.List)
			countIn(tree, n.ElseList)
			n.List.Nodes = append([]parse.Node{call(tree, n)}, n.List.Nodes...)
		}
	}
}

func call(tree *parse.Tree, n *parse.RangeNode) parse.Node {
	name := parse.NewIdentifier(roundName).SetPos(n.Pos).SetTree(tree)
	command := &parse.CommandNode{NodeType: parse.NodeCommand, Pos: n.Pos, Args: []parse.Node{name}}
	pipe := &parse.PipeNode{NodeType: parse.NodePipe, Pos: n.Pos, Line: n.Line, Cmds: []*parse.CommandNode{command}}
	return &parse.IfNode{BranchNode: parse.BranchNode{NodeType: parse.NodeIf, Pos: n.Pos, Line: n.Line, Pipe: pipe,
		List: &parse.ListNode{NodeType: parse.NodeList, Pos: n.Pos}}}
}
