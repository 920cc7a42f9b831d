package bulletin

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"jianbao/bulletin/diag"

	"go.yaml.in/yaml/v3"
)

// matterSample is an entry of the front matter, for hints.
const matterSample = "期号: 7"

// readYAML returns the map a YAML text holds; nil when it is not to be had, and
// then a finding says why, with a sample of an entry. skip is the number of
// lines of the source before it.
func readYAML(src *diag.Source, text []byte, skip int, sample string, findings *diag.List) *value {
	t := &typist{src: src, skip: skip, findings: findings}
	mended := t.mend(text)
	node, err := decode(mended)
	if err != nil {
		d, known := explain(src, skip, err), false
		for _, f := range *findings {
			known = known || f.Severity == diag.Error && (f.Pos.Line() == d.Pos.Line() || f.Code == "字符")
		}
		if !known {
			*findings = append(*findings, d)
		}
		return nil
	}
	r := &yamlReader{src: src, skip: skip, moved: t.moved, findings: findings}
	if node == nil {
		return &value{at: src.At(src.Offset(skip+1, 1)), kind: mapKind}
	}
	v := r.read(node)
	if v == nil {
		return nil
	}
	if v.kind == nullKind {
		v.kind = mapKind
	}
	if v.kind != mapKind {
		findings.Add(v.at, diag.Error, "YAML", "每行写一个 键: 值，例如 "+sample, "最外一层应由“键: 值”组成，现为%v", v.kind)
		return nil
	}
	return v
}

var errDocuments = errors.New("yaml: several documents")

// decode returns the root of the only document of a text, or nil for none. The
// library panics on some broken input; that is an error like any other.
func decode(text []byte) (root *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			root, err = nil, fmt.Errorf("yaml: %v", p)
		}
	}()
	var doc, next yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(text))
	if err := d.Decode(&doc); errors.Is(err, io.EOF) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	if err := d.Decode(&next); err == nil {
		return nil, errDocuments
	} else if !errors.Is(err, io.EOF) {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	return doc.Content[0], nil
}

var errorLine = regexp.MustCompile(`line (\d+): `)

// parserErrors are the errors whose line the library counts from 0; in all
// others it counts from 1.
var parserErrors = regexp.MustCompile(`did not find expected (',|'-'|key|node|<)|found incompatible YAML`)

// unknownAnchor is the error of which the library tells no line.
var unknownAnchor = regexp.MustCompile(`unknown anchor '(.+)' referenced`)

// A reason rewords one error of the library.
type reason struct {
	english, message, hint string
	marks                  string // characters one of which is likely at fault
}

var reasons = []reason{
	{"several documents", "文件里有不止一组设置（多写了 ---）", "删去多余的 --- 行", ""},
	{"mapping values are not allowed", "同一行出现两个“键:”，或缩进不对", "文字里有“: ”时整段加引号，例如 刊名: \"甲: 乙\"", ":"},
	{"did not find expected key", "这一行不像“键: 值”，或缩进与上面不齐", "同一层的键左边对齐，值里有引号时整段加引号", ""},
	{"could not find expected ':'", "键后缺少冒号，或上一行的引号没有成对", "写作 键: 值", ""},
	{"did not find expected node content", "这里缺少内容，或多了一个逗号", "有特殊符号的文字加引号", ","},
	{"did not find expected <document", "这一行不像“键: 值”", "同一层的键左边对齐，写作 键: 值", ""},
	{"block sequence entries are not allowed", "列表的减号位置不对", "列表另起一行，每项写作 - 文字", "-"},
	{"exceeded max depth", "层次太深", "减少嵌套", ""},
	{"did not find expected '-' indicator", "列表各项没有对齐", "每项写作 - 文字，左边对齐", ""},
	{"did not find expected ',' or ']'", "方括号里的列表没有写完", "写作 [甲, 乙]，用半角逗号与方括号", "["},
	{"did not find expected ',' or '}'", "花括号里的内容没有写完", "写作 {甲: 乙, 丙: 丁}，用半角逗号与花括号", "{"},
	{"found unexpected end of stream", "引号没有成对", "补上后一个引号", "\"'"},
	{"found unknown escape character", "双引号里的 \\ 后不能是这个字", "反斜杠写两次 \\\\，或改用单引号", "\\"},
	{"cannot start any token", "值不能以这个字符开头", "整段加引号，例如 \"@甲\"", "@`%\t"},
	{"found a tab character", "缩进用了制表符", "删去制表符（Tab），改用空格缩进", "\t"},
	{"found undefined tag handle", "这里不用类型标记（!）", "以 ! 开头的文字加引号", "!"},
	{"found incompatible YAML", "这里不用 % 开头的行", "以 % 开头的文字加引号", "%"},
	{"expected directive name", "这里不用 % 开头的行", "以 % 开头的文字加引号", "%"},
	{"unknown anchor", "这里不用引用（*）", "以 * 开头的文字加引号", "*"},
	{"alphabetic or numeric character", "这里不用锚点与引用（& 与 *）", "以 & 或 * 开头的文字加引号", "&*"},
	{"block scalar", "多行文字的 | 或 > 写法不对", "写作 键: |，下一行起缩进两格", "|>"},
	{"control characters are not allowed", "有不能印出的控制字符", "删去看不见的字符，重新输入这一行", ""},
	{"invalid", "有不能读的字符", "把文件另存为 UTF-8 编码", ""},
}

// explain words an error of the library for an editor.
func explain(src *diag.Source, skip int, err error) diag.Diagnostic {
	text, n := err.Error(), 1
	if m := errorLine.FindStringSubmatch(text); m != nil {
		n, _ = strconv.Atoi(m[1])
		if parserErrors.MatchString(text) {
			n++
		}
	}
	if m := unknownAnchor.FindStringSubmatch(text); m != nil {
		for n+skip < src.Lines() && !strings.Contains(src.Line(n+skip), "*"+m[1]) {
			n++
		}
	}
	d := diag.Diagnostic{Severity: diag.Error, Code: "YAML", Message: "这里的写法读不懂",
		Hint: "每行写一个 键: 值，有特殊符号的文字加引号"}
	marks := ""
	for _, r := range reasons {
		if strings.Contains(text, r.english) {
			d.Message, d.Hint, marks = r.message, r.hint, r.marks
			break
		}
	}
	if strings.TrimSpace(src.Line(n+skip)) == "" || skip > 0 && src.Line(n+skip) == "---" {
		n = 1 // the library does not say when it means the first line
	}
	line := src.Line(n + skip)
	at := len(line) - len(strings.TrimLeft(line, " \t"))
	if i := strings.LastIndexAny(line, marks); marks != "" && i >= 0 {
		at = i
	}
	d.Pos = src.At(src.Offset(n+skip, 1) + at)
	return d
}
