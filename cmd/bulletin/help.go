package main

import (
	"fmt"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/lint"
)

// overview is the help without a word: what there is.
func overview() string {
	var b strings.Builder
	b.WriteString("bulletin：编排、生成工作简报。\n\n用法：\n")
	var rows [][2]string
	for _, c := range commands() {
		rows = append(rows, [2]string{c.usage, c.summary})
	}
	columns(&b, "  ", rows)
	b.WriteString("\n")
	columns(&b, "", [][2]string{
		{"bulletin help 命令", "说明一个命令，如 bulletin help build"},
		{"bulletin help 键名", "说明一个键，有例子，如 bulletin help 期号"},
		{"bulletin help 键", "列出全部键"},
	})
	return b.String()
}

// Bounds of the first of two columns, in columns of a terminal.
const widestFirst = 44

// columns writes rows of two columns behind an indent, the second aligned whatever characters stand
// in the first. What is too long for the first has a line of its own.
func columns(b *strings.Builder, indent string, rows [][2]string) {
	width := 0
	for _, r := range rows {
		if n := diag.Columns(r[0]); n <= widestFirst {
			width = max(width, n)
		}
	}
	for _, r := range rows {
		n := diag.Columns(r[0])
		if n > width {
			fmt.Fprintf(b, "%s%s\n", indent, r[0])
			r[0], n = "", 0
		}
		fmt.Fprintf(b, "%s%s%s  %s\n", indent, r[0], strings.Repeat(" ", width-n), r[1])
	}
}

func runHelp(args []string, w world) int {
	if len(args) == 0 {
		fmt.Fprint(w.out, overview())
		return exitDone
	}
	for _, c := range commands() {
		if c.name == args[0] {
			fmt.Fprintf(w.out, "bulletin %s\n%s。\n\n%s", c.usage, c.summary, c.help)
			return exitDone
		}
	}
	if args[0] == "键" || args[0] == "keys" {
		fmt.Fprint(w.out, keyList())
		return exitDone
	}
	return w.helpKey(args[0])
}

// keyList shows all keys in groups.
func keyList() string {
	var b strings.Builder
	all := bulletin.Keys()
	for _, g := range bulletin.Groups() {
		fmt.Fprintf(&b, "%s\n", g.Title)
		var rows [][2]string
		for _, k := range g.Keys {
			rows = append(rows, [2]string{k.Name, k.Meaning})
			var inner []string
			for _, below := range all {
				if rest, ok := strings.CutPrefix(below.Name, k.Name+"."); ok && !strings.Contains(rest, ".") {
					inner = append(inner, rest)
				}
			}
			if len(inner) > 0 {
				rows = append(rows, [2]string{"", "里面的键：" + strings.Join(inner, "、")})
			}
		}
		columns(&b, "  ", rows)
		b.WriteString("\n")
	}
	b.WriteString("bulletin help 键名   怎么写，有例子，如 bulletin help 报\n")
	return b.String()
}

// mostLike is how many keys are shown that a word may mean.
const mostLike = 12

// helpKey explains the keys a word names; else the one it is a part of; else it
// says which it may mean.
func (w world) helpKey(word string) int {
	var named, like []bulletin.Key
	var names []string
	for _, k := range bulletin.Keys() {
		names = append(append(names, k.Name, last(k.Name)), k.Aliases...)
		switch {
		case k.Name == word:
			named = append([]bulletin.Key{k}, named...)
		case keyNamed(k, word):
			named = append(named, k)
		case strings.Contains(last(k.Name), word) || strings.HasPrefix(k.Name, word):
			like = append(like, k)
		}
	}
	if len(named) == 0 {
		if r := lint.Find(word); r != nil {
			fmt.Fprint(w.out, explainRule(r))
			return exitDone
		}
	}
	if len(named) == 0 && len(like) == 1 {
		named = like
	}
	for i, k := range named {
		if i > 0 {
			fmt.Fprintln(w.out)
		}
		fmt.Fprint(w.out, keyHelp(k))
	}
	if len(named) > 0 {
		return exitDone
	}
	if len(like) > 0 && len(like) <= mostLike {
		var b strings.Builder
		fmt.Fprintf(&b, "名字里有“%s”的键：\n", word)
		var rows [][2]string
		for _, k := range like {
			rows = append(rows, [2]string{k.Name, k.Meaning})
		}
		columns(&b, "  ", rows)
		fmt.Fprint(w.out, b.String())
		return exitDone
	}
	for _, c := range commands() {
		names = append(names, c.name)
	}
	if near := bulletin.Nearest(word, names); near != "" {
		return w.usage("没有“%s”这个命令或键，是不是“%s”？用 bulletin help %s", word, near, near)
	}
	return w.usage("没有“%s”这个命令、键或规则。bulletin help 列出命令，bulletin help 键 列出全部键，bulletin check --explain 列出全部规则", word)
}

// last returns the last part of the name of an inner key.
func last(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// keyNamed reports whether a word means a key: its full name, its last part or an
// alias.
func keyNamed(k bulletin.Key, word string) bool {
	if k.Name == word || strings.HasSuffix(k.Name, "."+word) {
		return true
	}
	for _, a := range k.Aliases {
		if a == word {
			return true
		}
	}
	return false
}

func keyHelp(k bulletin.Key) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s：%s\n", k.Name, k.Meaning)
	if len(k.Aliases) > 0 {
		fmt.Fprintf(&b, "  也写作  %s\n", strings.Join(k.Aliases, "、"))
	}
	fmt.Fprintf(&b, "  写法    %s\n  写在    %s\n", k.Type, k.Where)
	if k.Default != "" {
		fmt.Fprintf(&b, "  不写时  %s\n", k.Default)
	}
	b.WriteString("  例如\n")
	for line := range strings.Lines(k.Example()) {
		b.WriteString("    " + line)
	}
	b.WriteString("\n")
	var rows [][2]string
	for _, below := range bulletin.Keys() {
		if rest, ok := strings.CutPrefix(below.Name, k.Name+"."); ok && !strings.Contains(rest, ".") {
			rows = append(rows, [2]string{rest, below.Meaning + "（" + below.Type + "）"})
		}
	}
	if len(rows) > 0 {
		b.WriteString("  里面的键\n")
		columns(&b, "    ", rows)
	}
	return b.String()
}
