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
	width := 0
	for _, c := range commands() {
		width = max(width, diag.Columns(c.usage))
	}
	for _, c := range commands() {
		fmt.Fprintf(&b, "  %s%s  %s\n", c.usage, strings.Repeat(" ", width-diag.Columns(c.usage)), c.summary)
	}
	b.WriteString("\nbulletin help 命令   说明一个命令，如 bulletin help build\nbulletin help 键名   说明一个键，如 bulletin help 期号\nbulletin help 键     列出全部键\n")
	return b.String()
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
		for _, k := range bulletin.Keys() {
			fmt.Fprintf(w.out, "%s：%s\n", k.Name, k.Meaning)
		}
		return exitDone
	}
	found := false
	for _, k := range bulletin.Keys() {
		if keyNamed(k, args[0]) {
			fmt.Fprint(w.out, keyHelp(k))
			found = true
		}
	}
	if r := lint.Find(args[0]); r != nil && !found {
		fmt.Fprint(w.out, explainRule(r))
		found = true
	}
	if !found {
		return w.usage("没有“%s”这个命令、键或规则。bulletin help 列出命令，bulletin help 键 列出全部键，bulletin check --explain 列出全部规则", args[0])
	}
	return exitDone
}

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
	for _, below := range bulletin.Keys() {
		if rest, ok := strings.CutPrefix(below.Name, k.Name+"."); ok && !strings.Contains(rest, ".") {
			fmt.Fprintf(&b, "  %s：%s；%s\n", below.Name, below.Type, below.Meaning)
		}
	}
	return b.String()
}
