package intake

import (
	"fmt"
	"path"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// A writer writes a draft and notes where each doubt stands.
type writer struct {
	strings.Builder
	notes  []remark
	bullet bool // the last block was an item of a list
}

// doubtWord begins the marks of doubts in a draft, and is the code of findings.
const doubtWord = "存疑"

// draft writes down what was guessed.
func (g *guess) draft(name string, settings *bulletin.Settings) *Draft {
	w := &writer{notes: g.told}
	w.WriteString("---\n")
	g.writeFront(w, settings)
	w.WriteString("---\n")
	for i := range g.body {
		w.block(&g.body[i])
	}
	g.writeNotes(w)
	return &Draft{Path: g.path(name), Text: w.String(), notes: w.notes, settings: settings}
}

// said returns a doubt in one line without what ends a comment.
func (d doubt) said() string {
	s := d.what
	if d.hint != "" {
		s += "；" + d.hint
	}
	s = strings.ReplaceAll(s, "\n", " ")
	return strings.ReplaceAll(s, "--", "—")
}

// entry writes a key of the front matter below its doubts.
func (g *guess) entry(w *writer, key, value string) {
	for _, d := range g.doubts[key] {
		fmt.Fprintf(w, "# %s：%s\n", doubtWord, d.said())
	}
	severity := diag.Warning
	if g.errors[key] {
		severity = diag.Error
	}
	for _, d := range g.doubts[key] {
		w.notes = append(w.notes, remark{w.Len(), severity, doubtWord, key, d})
	}
	for _, d := range g.changes[key] {
		w.notes = append(w.notes, remark{w.Len(), diag.Info, "改写", key, d})
	}
	delete(g.doubts, key)
	delete(g.changes, key)
	if value != "" && value[0] != '\n' {
		value = " " + value
	}
	w.WriteString(key + ":" + value + "\n")
}

// block writes a block below its doubts.
func (w *writer) block(b *block) {
	text := b.markdown()
	if text == "" && len(b.doubts) == 0 {
		return
	}
	if !w.bullet || b.kind != bullet || len(b.doubts) > 0 {
		w.WriteString("\n")
	}
	w.bullet = b.kind == bullet
	for _, d := range b.doubts {
		w.notes = append(w.notes, remark{w.Len(), diag.Warning, doubtWord, "", d})
		fmt.Fprintf(w, "<!-- %s：%s -->\n", doubtWord, d.said())
	}
	if text != "" {
		for i := len(w.notes) - len(b.doubts); i < len(w.notes); i++ {
			w.notes[i].offset = w.Len()
		}
		w.WriteString(text + "\n")
	}
}

// markdown returns the Markdown of a block.
func (b *block) markdown() string {
	switch b.kind {
	case heading:
		return strings.Repeat("#", b.level) + " " + titleMarkdown(b.text)
	case runIn:
		head := strings.TrimSpace(plain(b.head))
		return strings.TrimSpace(b.mark + " **" + escaped(head, '*', '*', strings.Contains(head, "[")) + "** " + markdown(b.text))
	case bullet:
		return b.mark + " " + markdown(b.text)
	case table:
		return b.grid.markdown()
	case articleBreak:
		return "---"
	case remarkOnly:
		return ""
	}
	return markdown(b.text)
}

// titleMarkdown returns the Markdown of a heading; where a line break cannot
// stand there is a blank.
func titleMarkdown(s string) string {
	var b strings.Builder
	for i, l := range strings.Split(strings.TrimSpace(s), "\n") {
		l = inlineMarkdown(strings.TrimSpace(l))
		if l == "" {
			continue
		}
		switch {
		case i == 0:
		case strings.ContainsAny(l[:1], "#>|`~-+\\![=") || opener(l) != l:
			b.WriteString(" ")
		default:
			b.WriteString("\\\n")
		}
		b.WriteString(l)
	}
	return closer(b.String())
}

// markdown returns a table of Markdown; its first row is the head.
func (t *grid) markdown() string {
	width := 0
	for _, row := range t.rows {
		width = max(width, len(row))
	}
	if width == 0 {
		return ""
	}
	var b strings.Builder
	for i, row := range t.rows {
		b.WriteString("|")
		for c := range width {
			cell := ""
			if c < len(row) {
				cell = trim(strings.ReplaceAll(row[c], "\n", " "))
				if i == 0 { // bold anyway
					cell = withoutBold(cell)
				}
				cell = strings.ReplaceAll(inlineMarkdown(cell), "|", `\|`)
			}
			b.WriteString(" " + cell + " |")
		}
		if b.WriteString("\n"); i == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", width) + "\n")
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

var noteMark = pattern(`\[\^(\d+)\]`)

// writeNotes writes the footnotes whose marks stand in the draft.
func (g *guess) writeNotes(w *writer) {
	marked := map[string]bool{}
	for _, m := range noteMark().FindAllStringSubmatch(w.String(), -1) {
		marked[m[1]] = true
	}
	for _, n := range g.paper.notes {
		if !g.noted[n.label] {
			continue
		}
		if !marked[n.label] {
			w.block(&block{text: strings.Join(n.lines, "\n"), doubts: []doubt{{"这是原件的脚注" + n.label + "，注号所在的地方（标题、报头、报尾）不能有注", "移到该在的地方，不要的删去"}}})
			continue
		}
		w.WriteString("\n[^" + n.label + "]: ")
		for i, l := range n.lines {
			if i > 0 {
				w.WriteString("\n\n    ")
			}
			w.WriteString(strings.ReplaceAll(markdown(l), "\n", "\n    "))
		}
		w.WriteString("\n")
	}
}

// unnamed finds what may stand in no name of a file.
var unnamed = pattern(`[\x00-\x1f<>:"/\\|?*\s]+`)

// path returns where a draft belongs: YEAR/NNN, as far as they are known.
func (g *guess) path(name string) string {
	h := &g.head
	year, file := h.date.Year, ""
	if year == 0 {
		year = h.year
	}
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	base = strings.Trim(unnamed().ReplaceAllString(strings.TrimSuffix(base, path.Ext(base)), "-"), "-._ ")
	switch {
	case h.extra && h.number > 0:
		file = fmt.Sprintf("增刊%03d", h.number)
	case h.extra:
		file = "增刊"
	case h.number > 0:
		file = fmt.Sprintf("%03d", h.number)
	case h.dated:
		file = fmt.Sprintf("%02d%02d", h.date.Month, h.date.Day)
	case base != "":
		file = base
	default:
		file = "草稿"
	}
	if year == 0 {
		return file
	}
	return fmt.Sprintf("%04d/%s", year, file)
}
