package bulletin

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/bulletin/diag"

	"go.yaml.in/yaml/v3"
)

// kind is what a value of YAML is, as an editor would call it.
type kind int

const (
	textKind kind = iota
	listKind
	mapKind
	nullKind
)

// String returns the word of messages.
func (k kind) String() string {
	return [...]string{"文字", "列表", "映射（键: 值）", "空值"}[k]
}

// A value is a piece of front matter with its place in the source. Text is
// what was typed, never a number decoded from it: 000010 is no octal.
type value struct {
	at      diag.Pos // of the first character of a text, after its quote
	kind    kind
	text    string
	offsets []int // of each byte of text in the source, and of its end
	plain   bool  // a text without quotes
	items   []*value
	entries []entry
}

// An entry is one key of a map with its value.
type entry struct {
	key   string
	at    diag.Pos
	value *value
}

// get returns the entry of a key, or nil.
func (v *value) get(key string) *entry {
	for i := range v.entries {
		if v.entries[i].key == key {
			return &v.entries[i]
		}
	}
	return nil
}

// pos returns where byte i of a text stands.
func (v *value) pos(i int) diag.Pos {
	if i < len(v.offsets) && v.at.Source != nil {
		return v.at.Source.At(v.offsets[i])
	}
	return v.at
}

// yamlReader turns the nodes of the library into values.
type yamlReader struct {
	src      *diag.Source
	skip     int             // lines of the source before the first of the YAML text
	moved    map[int][]shift // of the typist
	findings *diag.List
}

func (r *yamlReader) place(n *yaml.Node) diag.Pos {
	line, column := n.Line+r.skip, n.Column
	back := 0
	for _, s := range r.moved[line] {
		if column > s.after {
			back += s.by
		}
	}
	return r.src.At(r.src.Offset(line, column-back))
}

// read returns the value of a node, or nil where the finding says it all.
func (r *yamlReader) read(n *yaml.Node) *value {
	at := r.place(n)
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		r.findings.Add(at, diag.Error, "YAML", "直接写出内容；以 * 或 & 开头的文字加引号", "这里不用锚点与引用（& 与 *）")
		return nil
	case n.Style&yaml.TaggedStyle != 0:
		r.findings.Add(at, diag.Error, "YAML", "去掉 ! 开头的标记；以 ! 开头的文字加引号", "这里不用类型标记（!）")
		return nil
	}
	r.lostInComment(n, n.Value, at)
	switch n.Kind {
	case yaml.SequenceNode:
		return r.list(n, at)
	case yaml.MappingNode:
		return r.mapping(n, at)
	}
	return r.scalar(n, at)
}

// lostInComment reports text right behind the # of a comment: 益阳大道1号 #3栋. To
// YAML it is a comment, to an editor part of the value.
func (r *yamlReader) lostInComment(n *yaml.Node, before string, at diag.Pos) {
	comment, _, _ := strings.Cut(n.LineComment, "\n")
	first, _ := utf8.DecodeRuneInString(strings.TrimPrefix(comment, "#"))
	if n.Style != 0 || !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		return
	}
	if i := strings.Index(r.src.Text[at.Offset:], comment); i >= 0 {
		at = at.Plus(i)
	}
	whole := strings.TrimSpace(before + " " + comment)
	r.findings.Add(at, diag.Warning, "注释", "要印出的，整段加引号：\""+whole+"\"；确是注释的，# 后空一格", "“%s”成了注释，不会印出", comment)
}

func (r *yamlReader) scalar(n *yaml.Node, at diag.Pos) *value {
	if n.Tag == "!!null" {
		return &value{at: at, kind: nullKind, text: n.Value}
	}
	offsets := align(r.src.Text, start(r.src.Text, at.Offset, n.Style), n.Value, n.Style)
	v := &value{at: r.src.At(offsets[0]), text: strings.ReplaceAll(n.Value, "\t", " "), offsets: offsets, plain: n.Style == 0}
	if n.Style&yaml.DoubleQuotedStyle != 0 { // an escape may give what no one could type
		for i, c := range v.text {
			if r.src.Text[min(offsets[i], len(r.src.Text)-1)] == '\\' {
				checkCharacter(v.pos(i), c, r.findings)
			}
		}
	}
	return v
}

func (r *yamlReader) list(n *yaml.Node, at diag.Pos) *value {
	v := &value{at: at, kind: listKind}
	for _, c := range n.Content {
		if item := r.read(c); item != nil {
			v.items = append(v.items, item)
		}
	}
	return v
}

func (r *yamlReader) mapping(n *yaml.Node, at diag.Pos) *value {
	v := &value{at: at, kind: mapKind}
	before := map[string]diag.Pos{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, c := n.Content[i], r.read(n.Content[i+1])
		keyAt := r.place(key)
		if key.Value != "红色" { // which has a finding of its own
			r.lostInComment(key, "", keyAt)
		}
		switch old, twice := before[key.Value]; {
		case key.Kind != yaml.ScalarNode:
			r.findings.Add(keyAt, diag.Error, "YAML", "写作 键: 值", "键应为文字")
		case twice:
			r.findings.Add(keyAt, diag.Error, "重复键", "留下一个，删去另一个",
				"“%s”写了两次，前一次在第%d行", key.Value, old.Line())
		case c != nil:
			before[key.Value] = keyAt
			v.entries = append(v.entries, entry{key.Value, keyAt, c})
		}
	}
	return v
}
