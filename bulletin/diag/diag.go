// Package diag holds findings about sources as data: a place, a severity, a
// stable code, what is wrong and what to type instead. They are collected by
// every stage and rendered here only.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says what a finding does: an error leaves the issue without output.
type Severity int

// The severities of the contract, worst first.
const (
	Error   Severity = iota // 错误
	Warning                 // 警告
	Info                    // 提示
)

// String returns the word an editor reads.
func (s Severity) String() string { return [...]string{"错误", "警告", "提示"}[s] }

// Name returns the word of the JSON form.
func (s Severity) Name() string { return [...]string{"error", "warning", "info"}[s] }

// A Diagnostic is one finding in words an editor can act on.
type Diagnostic struct {
	Pos      Pos
	Severity Severity
	Code     string // stable, for example 期号
	Message  string // what is wrong
	Hint     string // what to type; may be empty
	Fix      *Edit  // what a machine may type; nil when a person must
}

// String renders the finding as the contract shows it: place and message, the
// line of the source with a caret, the hint. It ends without a line feed.
func (d Diagnostic) String() string {
	var b strings.Builder
	if d.Pos.Source != nil {
		fmt.Fprintf(&b, "%s:%d:%d: ", Name(d.Pos.File()), d.Pos.Line(), d.Pos.Column())
	}
	fmt.Fprintf(&b, "%v: %s [%s]", d.Severity, shortened(Visible(d.Message), longestText), d.Code)
	if d.Pos.Source != nil {
		line, caret := excerpt(d.Pos.Source.Line(d.Pos.Line()), d.Pos.Column())
		if strings.TrimSpace(line) != "" {
			fmt.Fprintf(&b, "\n    %s\n    %s", line, caret)
		}
	}
	if d.Hint != "" {
		fmt.Fprintf(&b, "\n    提示：%s", shortened(Visible(d.Hint), longestText))
	}
	return b.String()
}

// A List is the findings of one or several sources.
type List []Diagnostic

// Add appends a finding.
func (l *List) Add(p Pos, s Severity, code, hint, format string, args ...any) {
	*l = append(*l, Diagnostic{Pos: p, Severity: s, Code: code, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

// Errors returns how many findings are errors.
func (l List) Errors() int { return l.count(Error) }

// Warnings returns how many findings are warnings.
func (l List) Warnings() int { return l.count(Warning) }

func (l List) count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// Sorted returns the findings by file and place, each once.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File(), b.Pos.File()),
			cmp.Compare(a.Pos.Offset, b.Pos.Offset),
			cmp.Compare(a.Severity, b.Severity),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.CompactFunc(out, func(a, b Diagnostic) bool {
		return a.Pos.File() == b.Pos.File() && a.Pos.Offset == b.Pos.Offset && a.Code == b.Code && a.Message == b.Message
	})
}

// Mendable returns how many findings a machine can mend.
func (l List) Mendable() int {
	n := 0
	for _, d := range l {
		if d.Fix != nil {
			n++
		}
	}
	return n
}
