package bulletin

import (
	"fmt"
	"strings"

	"jianbao/bulletin/diag"
)

// A keyReader reads maps of keys by their tables: the front matter, from the
// map of an issue merged with that of bulletin.yaml, and the register.
type keyReader struct {
	findings   *diag.List
	front      *Front
	register   *Register             // recipients.yaml, being read
	unit       *Unit                 // of 单位, being read
	reprint    *Reprint              // of 加印, being read
	seals      *Seals                // sealed.yaml, being read
	seal       *Seal                 // of it, being read
	record     *Record               // being read
	printing   *Printing             // of it, being read
	share      *Share                // of its 分发, being read
	labels     map[string]Phrase     // 称谓
	lists      map[string][][]Phrase // 报, 送, 发, 增发
	roles      map[string]Person     // 责任编辑 …
	others     []Person              // 人员
	correction *Correction           // of 更正, being read
	secret     bool                  // 涉密环境
	homes      []home                // where a key may stand that is unknown where it was typed
	styleAt    diag.Pos              // of what 版式 an issue has
}

// newFront returns front matter with the defaults of the contract.
func newFront() Front {
	return Front{
		NumberForm:      Phrase{Text: "第{期号}期"},
		Public:          true,
		EditorNoteLabel: Phrase{Text: "编者按"},
		Contents:        Contents{Title: Phrase{Text: "【导读】"}, Mark: Phrase{Text: "★"}},
		Style:           DefaultStyle(),
		Keys:            map[string]diag.Pos{},
	}
}

// readFront fills front matter from a map, most of which own holds.
func readFront(front *Front, v *value, own *diag.Source, findings *diag.List) *keyReader {
	r := &keyReader{
		front: front, findings: findings, labels: map[string]Phrase{},
		lists: map[string][][]Phrase{}, roles: map[string]Person{}, styleAt: stylePos(v, own),
		homes: []home{{"版式里", styleFields}, {"版式的页码里", pageFields}, {"归档里", filingFields}, {"最外一层，左边不缩进", fields}},
	}
	if e := v.get("涉密环境"); e != nil && e.value.kind == textKind {
		r.secret = e.value.text == "true"
	}
	for _, e := range v.entries {
		if e.value.kind != nullKind {
			front.Keys[e.key] = e.at
		}
	}
	r.each("", fields, v)
	r.assembleLists()
	r.assembleStaff()
	r.checkTogether()
	r.checkPage()
	return r
}

// each reads every entry of a map by its table; where names the map.
func (r *keyReader) each(where string, table []field, v *value) {
	if v.kind != mapKind {
		hint := "写作 " + where + ": 换行后缩进两格，每行一个 键: 值"
		if strings.Contains(v.text, "：") {
			hint = "冒号用半角，后面空一格：写作 键: 值"
		}
		r.add(v.at, where, hint, "%s应为映射（键: 值），现为%s", where, shown(v))
		return
	}
	for _, e := range v.entries {
		f := find(table, e.key)
		switch {
		case f == nil:
			r.unknown(where, table, e)
		case e.value.kind != nullKind:
			f.read(r, e.value)
		case f.Name == "红色" && e.value.text == "" && strings.Contains(e.at.Source.Line(e.at.Line()), "#"):
			r.add(e.at, "红色", "写作 红色: \"#E60012\"（加引号）", "红色没有加引号，# 之后成了注释")
		}
	}
}

// unknown reports a key that its table lacks.
func (r *keyReader) unknown(where string, table []field, e entry) {
	name, of := e.key, ""
	if where != "" {
		of = where + "里"
	}
	if i := strings.IndexAny(name, ":："); i > 0 && find(table, strings.TrimSpace(name[:i])) != nil {
		r.add(e.at, "全角冒号", fmt.Sprintf("写作 %s: %s", strings.TrimSpace(name[:i]), strings.Trim(name[i:], ":： \"'“”")),
			"“%s”里的冒号应为半角冒号加空格", name)
		return
	}
	if near := Nearest(name, names(table)); near != "" {
		r.add(e.at, "未知键", "写作 "+near+":", "%s没有“%s”这个键，是不是“%s”？", of, name, near)
		return
	}
	hint := "可用的键：" + listed(table)
	if where == "" {
		hint = "可用的键见 bulletin help"
	}
	for _, h := range r.homes {
		if find(h.table, name) != nil && &h.table[0] != &table[0] {
			hint = "“" + name + "”写在" + h.name
			break
		}
	}
	r.add(e.at, "未知键", hint, "%s没有“%s”这个键", of, name)
}

// A home is a map that has keys of its own, as a hint names it.
type home struct {
	name  string
	table []field
}

// add appends an error.
func (r *keyReader) add(at diag.Pos, code, hint, format string, args ...any) {
	r.findings.Add(at, diag.Error, code, hint, format, args...)
}

// shown returns a value as a message quotes it.
func shown(v *value) string {
	if v.kind != textKind {
		return v.kind.String()
	}
	text := []rune(v.text)
	if len(text) > 30 {
		text = append(text[:30:30], '…')
	}
	return "“" + strings.ReplaceAll(string(text), "\n", " ") + "”"
}
