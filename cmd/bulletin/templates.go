package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"jianbao/bulletin/site"
	"jianbao/templates"
)

const templatesHelp = `网页的模板可以换成本单位自己的：在 bulletin.yaml 旁边建 templates 文件夹，放进
同名的文件，就代替自带的那一个；没有放的仍用自带的。

不写文件名，列出能换的文件；写文件名，把自带的取出来，放进刊物的 templates
文件夹，供修改。已有的文件不覆盖。

  -o 文件夹   刊物文件夹（其中有 bulletin.yaml），不写则为当前文件夹或 issues

*.html 是 Go 语言 html/template 的写法，文字里的 < & 等自动转义；*.css 是样式。
改颜色、字体只需换样式。模板改了，下一次 build 重做有关的网页，PDF 不受影响。
模板写错了，build 和 check 说出在哪一行，原有的网页保留不动。
以 _ 或 . 开头的文件不看，可作备份。
`

// templateWords says what each of our files is for, in the order they are listed.
var templateWords = [...]struct{ name, use string }{
	{"page.html", "一期的网页：各部分的次序，页首、页尾的链接"},
	{"masthead.html", "报头；其中 name 一段是刊名，目录页、查找页也用"},
	{"guide.html", "更正、导读、编者按"},
	{"colophon.html", "报尾"},
	{"index.html", "目录页和每年一页的目录；其中 listed 一段是一期"},
	{"search.html", "查找页"},
	{"find.html", "查找框"},
	{"base.css", "各页共用的样式：颜色、字体、刊名"},
	{"page.css", "一期的网页的样式"},
	{"print.css", "一期的网页打印时的样式"},
	{"index.css", "目录页、查找页的样式"},
	{"search.css", "查找结果的样式"},
	{"search.js", "查找的程序"},
}

func runTemplates(args []string, w world) int {
	set := flag.NewFlagSet("templates", flag.ContinueOnError)
	folder := set.String("o", "", "")
	wanted, err := parse(set, args)
	if err != nil {
		return helpOrUsage(err, "templates", w)
	}
	if len(wanted) == 0 {
		for _, t := range templateWords {
			fmt.Fprintf(w.out, "%-14s %s\n", t.name, t.use)
		}
		return exitDone
	}
	for _, name := range wanted {
		if _, err := fs.Stat(templates.Files, name); err != nil {
			return w.usage("没有“%s”这个模板。bulletin templates 列出能换的文件", name)
		}
	}
	var paths []string
	if given(set, "o") {
		paths = []string{*folder}
	}
	p, err := find(paths)
	if err != nil {
		return w.locateError(err)
	}
	if p.root == "" {
		return w.usage("“%s”不是刊物文件夹（其中应有 bulletin.yaml）", *folder)
	}
	return w.copyTemplates(p.root, wanted)
}

// copyTemplates puts our files into the series' own folder of templates, beside
// those it has.
func (w world) copyTemplates(root string, wanted []string) int {
	slices.Sort(wanted)
	for _, name := range slices.Compact(wanted) {
		to := filepath.Join(root, site.TemplateFolder, name)
		if _, err := os.Lstat(to); err == nil {
			return w.usage("已有 %s，不覆盖；要从头改起，先把它移走或改名", told(to))
		}
		text, err := fs.ReadFile(templates.Files, name)
		if err == nil {
			err = writeWhole(to, text)
		}
		if err != nil {
			return w.machine(err)
		}
		fmt.Fprintf(w.err, "取出 %s\n", told(to))
	}
	return exitDone
}
