package bulletin

import (
	"fmt"
	"strings"
)

// text tells whether a value is a text of one line; else a finding says so.
func (r *keyReader) text(key string, v *value) bool {
	if v.kind != textKind {
		r.add(v.at, key, "写作 "+key+": 文字", "%s应为文字，现为%s", key, shown(v))
		return false
	}
	if i := strings.IndexByte(strings.TrimRight(v.text, "\n"), '\n'); i >= 0 {
		r.add(v.pos(i+1), key, "并成一行", "%s应写成一行", key)
		return false
	}
	return true
}

// phrase reads a text of one line.
func (r *keyReader) phrase(key string, v *value) Phrase {
	if !r.text(key, v) {
		return Phrase{}
	}
	return Phrase{strings.TrimRight(v.text, "\n"), v.at}
}

// lines reads a text, each of its lines a phrase, or a list of texts.
func (r *keyReader) lines(key string, v *value) []Phrase {
	switch v.kind {
	case textKind:
		return split(v)
	case listKind:
		return r.list(key, v)
	}
	r.add(v.at, key, fmt.Sprintf("写作 %s: 文字，几行的写作 %s: [第一行, 第二行]", key, key), "%s应为文字或列表，现为%s", key, shown(v))
	return nil
}

// split returns the lines of a text that are not empty. Without quotes, YAML
// leaves a typed \n as it is; here too it ends a line.
func split(v *value) []Phrase {
	text := v.text
	if v.plain {
		text = strings.ReplaceAll(text, `\n`, "\x00\n")
	}
	var out []Phrase
	at := 0
	for line := range strings.Lines(text) {
		if words := strings.TrimRight(line, "\x00\n"); strings.TrimSpace(words) != "" {
			out = append(out, Phrase{words, v.pos(at)})
		}
		at += len(line)
	}
	return out
}

// list reads a list of texts of one line.
func (r *keyReader) list(key string, v *value) []Phrase {
	var out []Phrase
	for _, item := range v.items {
		switch {
		case item.kind == nullKind, item.kind == textKind && strings.TrimSpace(item.text) == "":
			r.add(item.at, key, "补上文字，或删去这一项", "%s里有空的一项", key)
		case item.kind == mapKind:
			r.add(item.at, key, "文字里有“: ”时整段加引号，例如 - \"甲: 乙\"", "%s的各项应为文字，现为%s", key, shown(item))
		case r.text(key, item):
			out = append(out, r.phrase(key, item))
		}
	}
	return out
}

// maps returns the items of a list of maps; one map stands for a list of one.
// need is what each must have.
func (r *keyReader) maps(v *value, key, hint, need string) []*value {
	items := v.items
	if v.kind == mapKind {
		items = []*value{v}
	} else if v.kind != listKind {
		r.add(v.at, key, hint, "%s应为列表，现为%s", key, shown(v))
	}
	var out []*value
	for _, item := range items {
		if item.kind == mapKind {
			out = append(out, item)
		} else {
			r.add(item.at, key, hint, "%s的每一项都要有%s，现为%s", key, need, shown(item))
		}
	}
	return out
}

// positive reads a positive integer, typed in decimal digits; sample is the
// one a hint shows.
func (r *keyReader) positive(key string, v *value, sample int) int {
	n, ok := count(v.text)
	if v.kind == textKind && ok {
		return n
	}
	hint := fmt.Sprintf("写阿拉伯数字，例如 %s: %d", key, sample)
	if g := guess(v.text); v.kind == textKind && g > 0 {
		hint = fmt.Sprintf("写作 %s: %d", key, g)
	}
	what := "正整数"
	if v.kind == textKind && v.text != "" && strings.Trim(v.text, "0123456789") == "" && strings.Trim(v.text, "0") != "" {
		what = fmt.Sprintf("不大于%d的正整数", largest)
	}
	r.add(v.at, key, hint, "%s应为%s，现为%s", key, what, shown(v))
	return 0
}

// truth reads true or false; otherwise is the value where it is neither.
func (r *keyReader) truth(key string, v *value, otherwise bool) bool {
	if v.kind == textKind {
		switch strings.ToLower(v.text) {
		case "true":
			return true
		case "false":
			return false
		}
	}
	hint := fmt.Sprintf("写作 %s: true 或 %s: false", key, key)
	switch strings.ToLower(v.text) {
	case "是", "yes", "on", "有", "要", "1", "真":
		hint = "写作 " + key + ": true"
	case "否", "no", "off", "无", "不", "0", "假":
		hint = "写作 " + key + ": false"
	}
	r.add(v.at, key, hint, "%s应为 true 或 false，现为%s", key, shown(v))
	return otherwise
}

// choice reads one of several words and returns which; 0, the default, where
// it is none.
func (r *keyReader) choice(key string, v *value, words ...string) int {
	if v.kind == textKind {
		for i, w := range words {
			if v.text == w {
				return i
			}
		}
	}
	hint := "写作 " + key + ": " + strings.Join(words, " 或 "+key+": ")
	r.add(v.at, key, hint, "%s应为%s，现为%s", key, strings.Join(words, "或"), shown(v))
	return 0
}

// date reads a day.
func (r *keyReader) date(key string, v *value) Date {
	if v.kind == textKind {
		if d, ok := ParseDate(v.text); ok {
			return d
		}
	}
	hint := fmt.Sprintf("写作 %s: 2020-09-22 或 %s: 2020年9月22日", key, key)
	if d, ok := guessDate(v.text); ok {
		hint = fmt.Sprintf("写作 %s: %s", key, d.ISO())
	}
	if dateForms.MatchString(v.text) {
		r.add(v.at, key, hint, "没有“%s”这一天", v.text)
		return Date{}
	}
	r.add(v.at, key, hint, "%s应为年月日，现为%s", key, shown(v))
	return Date{}
}
