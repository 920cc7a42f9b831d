package site

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"jianbao/bulletin/diag"
)

// A faultError is a fault of a template of an office.
type faultError struct {
	finding diag.Diagnostic
	err     error
}

func (e *faultError) Error() string { return e.finding.String() }
func (e *faultError) Unwrap() error { return e.err }

// Fault returns the finding an error of Page or Shared stands for: a fault of an
// office's own template. Any other error is one of the machine.
func Fault(err error) (diag.Diagnostic, bool) {
	var f *faultError
	if errors.As(err, &f) {
		return f.finding, true
	}
	return diag.Diagnostic{}, false
}

// faultPlace is where the library says a template has a fault.
var faultPlace = regexp.MustCompile(`template: ?([^:\n]+):(\d+)(?::(\d+))?: ?([\s\S]*)`)

// executing is what the library puts before the fault itself.
var executing = regexp.MustCompile(`^executing "[^"]*" at <[\s\S]*?>: `)

// fault turns an error of the library into one that stands for a finding, if a
// file of the office can be blamed for it.
func (s *Site) fault(name string, err error) error {
	file, line, column, text := name, 1, 1, err.Error()
	if m := faultPlace.FindStringSubmatch(text); m != nil {
		file, text = m[1], executing.ReplaceAllString(m[4], "")
		line, _ = strconv.Atoi(m[2])
		if c, err := strconv.Atoi(m[3]); err == nil {
			column = c + 1
		}
	}
	if m := missingTemplate.FindStringSubmatch(text); m != nil {
		if lost, src := s.lost(m[1]); src != nil {
			return s.blame(src.At(0), err, fmt.Sprintf("%s 里少了 {{define \"%s\"}} 这一段", lost, m[1]), "照自带的 "+lost+" 补上这一段")
		}
	}
	src := s.office[file]
	if src == nil { // one of the office's files is to blame for ours
		for _, n := range s.known {
			if src == nil && strings.HasSuffix(n, ".html") {
				src = s.office[n]
			}
		}
		line, column = 1, 1
	}
	if src == nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	message, hint := inChinese(text)
	return s.blame(src.At(bytesIn(src, line, column)), err, message, hint)
}

// bytesIn returns the offset of a line and a column in bytes, both from 1.
func bytesIn(src *diag.Source, line, column int) int {
	return src.Offset(line, 1) + min(column-1, len(src.Line(line)))
}

func (s *Site) blame(at diag.Pos, err error, message, hint string) error {
	return &faultError{diag.Diagnostic{Pos: at, Severity: diag.Error, Code: templateCode, Message: message,
		Hint: hint + "；移走这个文件，就用自带的"}, err}
}

// lost returns the file of the office that took the place of one of ours with a
// template it lacks.
func (s *Site) lost(template string) (string, *diag.Source) {
	for _, n := range s.known {
		text, err := fs.ReadFile(s.own, n)
		if err == nil && s.office[n] != nil && strings.Contains(string(text), `define "`+template+`"`) {
			return n, s.office[n]
		}
	}
	return "", nil
}

var missingTemplate = regexp.MustCompile(`(?:no such template|template) "([^"]+)"(?: not defined)?$`)

// wordings are the faults the library finds, in the words of an office, the most
// particular first; %s stands for what the pattern caught.
var wordings = []struct {
	pattern       *regexp.Regexp
	message, hint string
}{
	{regexp.MustCompile(`more than the largest page`), "模板写出的网页没有尽头", "检查 range 和 template；printf 的宽度不超过三位数"},
	{regexp.MustCompile(`more rounds than the most`), "range 没有尽头", "range 后面写一列（如 .Lists），不写数"},
	{regexp.MustCompile(`function "([^"]+)" not defined`), "没有“%s”这个函数", "字段前面要有一个点，如 {{.Title}}"},
	{regexp.MustCompile(`undefined variable "([^"]+)"`), "没有“%s”这个变量", "先写 {{$名 := …}} 再用"},
	{regexp.MustCompile(`can't evaluate field (\S+)`), "没有“%s”这一项", "项名照自带的模板写，大小写也要一致"},
	{regexp.MustCompile(`nil data; no entry for key "([^"]+)"`), "没有“%s”这一项", "项名照自带的模板写"},
	{missingTemplate, "没有叫“%s”的模板", "模板的名字照自带的写"},
	{regexp.MustCompile(`unexpected \{\{(end|else)`), "多了一个 {{%s}}", "每个 if、range、with、define 配一个 {{end}}"},
	{regexp.MustCompile(`unexpected EOF`), "没有写完：少了 {{end}}", "每个 if、range、with、define 配一个 {{end}}"},
	{regexp.MustCompile(`unclosed action|unterminated|unclosed comment`), "{{ 没有写完", "补上 }}；引号要成对"},
	{regexp.MustCompile(`exceeded maximum template depth`), "模板套用了自己，没有尽头", "去掉套用自己的 {{template …}}"},
	{regexp.MustCompile(`range can't iterate over`), "range 后面的这一项不是一列", "只有一列（如 .Lists）才用 range；一个值直接写 {{.名}}"},
	{regexp.MustCompile(`error calling index: `), "没有第这么多个", "先用 if、with 或 len 看有没有"},
	{regexp.MustCompile(`error calling (\w+): |wrong number of args for (\w+)|wrong type for value`), "函数用得不对", "函数后面写几个值、什么值，照自带的模板"},
	{regexp.MustCompile(`ends in a non-text context|unexpected end|ends inside|in unquoted attr|in attribute name|attribute name|branches end in different contexts|cannot compute output context|ambiguous context`), "HTML 没有写完整", "标签和引号要成对，{{if}} 的两支里也要一样"},
}

// inChinese says what a fault is and what to do.
func inChinese(text string) (message, hint string) {
	for _, w := range wordings {
		if m := w.pattern.FindStringSubmatch(text); m != nil {
			if len(m) > 1 {
				return fmt.Sprintf(w.message, m[1]), w.hint
			}
			return w.message, w.hint
		}
	}
	return "模板写法不对（" + strings.Join(strings.Fields(text), " ") + "）", "照自带的模板改"
}
