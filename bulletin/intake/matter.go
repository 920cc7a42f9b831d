package intake

import (
	"slices"
	"strings"

	"jianbao/bulletin"
)

// writeFront writes the front matter: what differs from the defaults of the
// series, in the order of the contract.
func (g *guess) writeFront(w *writer, settings *bulletin.Settings) {
	g.writeName(w)
	g.writeNumber(w)
	g.writeDate(w)
	g.writeOffice(w)
	g.writeLines(w, "密级", g.head.classification, g.standard.Classification)
	if g.head.copyNumber != "" {
		g.entry(w, "份号", `"`+g.head.copyNumber+`"`)
	}
	g.writeNote(w)
	g.writeContents(w)
	g.writeLists(w, settings)
	if g.tail.copies > 0 {
		g.entry(w, "份数", itoa(g.tail.copies))
	}
	g.writeStaff(w)
	if g.paper.tailOnPages {
		g.entry(w, "报尾每页", "true")
	}
	g.writePunctuation(w)
}

// check finds what no issue can be without, and marks it.
func (g *guess) check() {
	h := &g.head
	if len(h.name) == 0 && len(g.standard.Name) == 0 {
		g.errors["刊名"] = true
		g.doubt("刊名", "写作 刊名: 工作简报；在预印好刊名的纸上印的，另写 套打: true", "没有找到刊名")
	}
	switch {
	case h.number > 0 || h.extra:
	case h.numbered:
		g.errors["期号"] = true
		g.doubt("期号", "写作 期号: 7；没有期号的写作 期号: 无", "期号没有填：%s", h.written)
	default:
		g.doubt("期号", "写作 期号: 7", "没有找到期号，当作没有期号的")
	}
	if !h.dated {
		g.errors["date"] = true
		g.doubt("date", "写作 date: 2020-09-22", "没有找到日期")
	}
	if h.dated && h.year > 0 && h.year != h.date.Year {
		g.doubt("期号", "对照原件改正", "期号里的年份 %d 与日期的年份 %d 不同", h.year, h.date.Year)
		h.form = strings.ReplaceAll(h.form, "{年}", itoa(h.year))
	}
	if h.signer != "" && !h.dateAtEnd && h.dated {
		g.doubt("签发人", "要印签发人的，另写 日期位置: 文末", "报头里日期和签发人都有，本工具只在日期位于文末时印签发人")
	}
}

// texts returns the texts of phrases.
func texts(phrases []bulletin.Phrase) []string {
	var out []string
	for _, p := range phrases {
		out = append(out, p.Text)
	}
	return out
}

// same tells whether two lists have the same words.
func same(a, b []string) bool {
	return slices.EqualFunc(a, b, func(x, y string) bool { return squash(x) == squash(y) })
}

// writeName writes 刊名上行 and 刊名 unless they are those of the series.
func (g *guess) writeName(w *writer) {
	name := g.head.name
	standard := g.standard.FullName()
	switch {
	case g.errors["刊名"]:
		g.entry(w, "刊名", "")
		return
	case len(name) == 0 || squash(strings.Join(name, "")) == squash(standard):
		return
	case standard != "":
		g.doubt("刊名", "本来就是这个刊名的，留着；认错了的、写法不同的，删去 刊名（和刊名上行）这几行，就用 bulletin.yaml 的", "与 bulletin.yaml 的刊名“%s”不同", standard)
		if len(g.standard.Above) > 0 && len(name) == 1 {
			g.entry(w, "刊名上行", "null")
		}
	}
	if len(name) > 1 {
		g.entry(w, "刊名上行", linesValue(name[:len(name)-1]))
	} else if !nameEnd().MatchString(inBrackets().ReplaceAllString(squash(name[0]), "")) {
		g.doubt("刊名", "不是刊名的，改正", "这一行当作刊名")
	}
	g.entry(w, "刊名", scalar(name[len(name)-1], false))
}

// writeNumber writes 期号, 总期号 or 增刊.
func (g *guess) writeNumber(w *writer) {
	h := &g.head
	switch {
	case h.extra && h.number > 0:
		g.entry(w, "增刊", itoa(h.number))
	case h.extra:
		g.entry(w, "增刊", "true")
	case h.number > 0:
		g.entry(w, "期号", itoa(h.number))
	case h.numbered:
		g.entry(w, "期号", "")
	default:
		g.entry(w, "期号", "无")
	}
	if h.total > 0 {
		g.entry(w, "总期号", itoa(h.total))
	}
	if h.form != "" && h.form != g.standard.NumberForm.Text {
		g.entry(w, "期号写法", `"`+strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(h.form)+`"`)
	}
}

func (g *guess) writeDate(w *writer) {
	h := &g.head
	if h.dated {
		g.entry(w, "date", h.date.ISO())
	} else {
		g.entry(w, "date", "")
	}
	if atEnd := h.dateAtEnd || h.signer != "" && !h.dated; atEnd != g.standard.DateAtEnd {
		g.entry(w, "日期位置", map[bool]string{true: "文末", false: "报头"}[atEnd])
	}
}

func (g *guess) writeOffice(w *writer) {
	h := &g.head
	g.writeLines(w, "编发单位", h.issuer, g.standard.Issuer)
	switch {
	case h.signer != "" && squash(h.signer) != squash(g.standard.Signer.Text):
		g.entry(w, "签发人", scalar(h.signer, false))
	case h.signer == "" && g.standard.Signer.Text != "":
		g.entry(w, "签发人", "null")
	}
	if h.centred != g.standard.Centred && (h.centred || g.paper.word) && len(h.issuer) > 0 {
		g.entry(w, "报头样式", map[bool]string{true: "居中", false: "左右"}[h.centred])
	}
}

// writeLines writes a key of one or several lines unless the series has them.
func (g *guess) writeLines(w *writer, key string, lines []string, standard []bulletin.Phrase) {
	switch words := texts(standard); {
	case same(lines, words):
	case len(lines) == 0:
		g.doubt(key, "这一期也有的，删去这一行", "原文里没有%s，bulletin.yaml 里有", key)
		g.entry(w, key, "null")
	default:
		g.entry(w, key, linesValue(lines))
	}
}

func (g *guess) writeNote(w *writer) {
	if len(g.note.lines) == 0 {
		return
	}
	if g.note.label != g.standard.EditorNoteLabel.Text {
		g.entry(w, "编者按标题", scalar(g.note.label, false))
	}
	var out []string
	for _, l := range g.note.lines {
		out = append(out, markdown(l))
	}
	if text := strings.Join(out, "\n\n"); strings.Contains(text, "\n") {
		g.entry(w, "编者按", blockScalar(text))
	} else {
		g.entry(w, "编者按", scalar(text, false))
	}
}

// writeContents writes the 导读 unless it is what the reader makes of the titles.
func (g *guess) writeContents(w *writer) {
	c := &g.contents
	made := g.madeContents()
	if !c.found {
		if len(made) >= 2 {
			g.entry(w, "导读", "false")
		}
		return
	}
	if standard := g.standard.Contents; c.label != standard.Title.Text {
		g.entry(w, "导读标题", scalar(c.label, false))
	}
	if c.mark != g.standard.Contents.Mark.Text {
		g.entry(w, "导读符号", scalar(c.mark, false))
	}
	var items []string
	for _, group := range c.groups {
		for _, item := range group.items {
			items = append(items, c.typed(item))
		}
	}
	if len(c.groups) == 1 && c.groups[0].title == "" {
		if slices.Equal(items, made) && len(made) >= 2 {
			return
		}
		g.entry(w, "导读", sequence(items))
		return
	}
	g.entry(w, "导读", g.contentsGroups())
}

// contentsGroups returns the groups of the 导读 as a map of YAML.
func (g *guess) contentsGroups() string {
	var b strings.Builder
	for _, group := range g.contents.groups {
		title := group.title
		if title == "" {
			title = "要目"
			g.doubt("导读", "改成合适的名称", "导读开头的几条原来不在栏目下，加了“要目”")
		}
		b.WriteString("\n  " + quoted(title) + ":")
		for _, item := range group.items {
			b.WriteString("\n    - " + scalar(g.contents.typed(item), false))
		}
	}
	return b.String()
}

// quoted returns a text as a key of YAML.
func quoted(s string) string {
	if t := scalar(s, true); t == s && !strings.ContainsAny(s, " ") {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// madeContents returns the items the reader makes of the titles and columns.
func (g *guess) madeContents() []string {
	var out []string
	for _, b := range g.body {
		if b.kind == heading && b.level == 1 {
			text := strings.ReplaceAll(strings.TrimSpace(plain(b.text)), "\n", "")
			if banner := bannerOf(text); banner != "" {
				text = banner
			}
			out = append(out, text)
		}
	}
	return out
}

// sequence returns a list of YAML, an item a line.
func sequence(items []string) string {
	var b strings.Builder
	for _, s := range items {
		b.WriteString("\n  - " + scalar(s, false))
	}
	return b.String()
}
