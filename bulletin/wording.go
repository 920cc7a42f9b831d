package bulletin

import (
	"strconv"
	"strings"
)

// NumberLine returns the 期号 as it is printed: 第4期, 增刊第1期. An issue
// without a number has "".
func (f *Front) NumberLine() string {
	switch {
	case f.Supplement && f.SupplementNumber > 0:
		return "增刊第" + strconv.Itoa(f.SupplementNumber) + "期"
	case f.Supplement:
		return "增刊"
	case f.Number == 0:
		return ""
	}
	return strings.NewReplacer(
		"{期号}", strconv.Itoa(f.Number),
		"{年}", strconv.Itoa(f.Date.Year),
		"{总期号}", strconv.Itoa(f.Total),
	).Replace(f.NumberForm.Text)
}

// TotalLine returns （总第N期）, or "" when there is none or the 期号写法
// holds it already.
func (f *Front) TotalLine() string {
	if f.Total == 0 || strings.Contains(f.NumberForm.Text, "{总期号}") {
		return ""
	}
	return "（总第" + strconv.Itoa(f.Total) + "期）"
}

// FullName returns 刊名上行 and 刊名 in one line.
func (f *Front) FullName() string {
	var b strings.Builder
	for _, lines := range [][]Phrase{f.Above, f.Name} {
		for _, p := range lines {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// Title returns the name of the bulletin with the 期号.
func (f *Front) Title() string { return f.FullName() + f.NumberLine() }

// Names returns the phrases of a list as they are printed: the names as
// written, each with the mark that follows it.
func (r Recipients) Names(s Separators) []Phrase {
	var out []Phrase
	for k, kind := range r.Kinds {
		for i, name := range kind {
			mark := s.Within.Text
			switch {
			case i+1 == len(kind) && k+1 == len(r.Kinds):
				mark = s.End.Text
			case i+1 == len(kind):
				mark = s.Between.Text
			}
			out = append(out, Phrase{name.Text + mark, name.At})
		}
	}
	return out
}
