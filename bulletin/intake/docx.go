package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"jianbao/bulletin/diag"
)

// A word is a Word document (ECMA-376) while it is read.
type word struct {
	paper   *paper
	files   map[string]*zip.File
	styles  map[string]wordStyle
	numbers *wordNumbers
	notes   map[string]footnote // by kind and id
	labels  map[string]string   // of the notes that are marked, by the same
	order   []string            // the same, in the order of the marks
	lost    map[string]int      // what is not taken over, by its name
	*budget
}

// openWord reads the text of a Word document into lines.
func (p *paper) openWord(data []byte) bool {
	w := &word{paper: p, lost: map[string]int{}, notes: map[string]footnote{}, labels: map[string]string{}, budget: &budget{}}
	if bytes.Count(data, []byte("PK\x01\x02")) > mostParts {
		return p.refuse("过大", saveAs, "压缩包里的文件太多，不是 Word 文件")
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return p.refuse("格式", "从原处重新复制，用 Word 打开看能不能读", "文件不完整，或不是 Word 文件")
	}
	w.files = map[string]*zip.File{}
	for _, f := range r.File {
		w.files[strings.TrimPrefix(f.Name, "/")] = f
	}
	name := w.document()
	if name == "" {
		return w.refuseOther()
	}
	w.readStyles(path.Join(path.Dir(name), "styles.xml"))
	w.readNumbers(path.Join(path.Dir(name), "numbering.xml"))
	w.readNotes(path.Dir(name))
	b := &wordReader{word: w}
	if err := w.each(name, b); err != nil {
		return p.refuse("格式", saveAs, "Word 文件的正文读不懂：%s", wordFault(err))
	}
	p.word = true
	p.lines = b.finish()
	w.finishNotes()
	w.tellLost(path.Dir(name))
	return p.filled()
}

// document returns the name of the part that holds the text; "" for none.
func (w *word) document() string {
	if w.files["word/document.xml"] != nil {
		return "word/document.xml"
	}
	for _, name := range slices.Sorted(maps.Keys(w.files)) {
		if ok, _ := path.Match("word/document*.xml", name); ok {
			return name
		}
	}
	return ""
}

// otherPackages are the kinds of containers that hold no Word document, by a
// part each has.
var otherPackages = []struct{ part, what, hint string }{
	{"xl/workbook.xml", "这是 Excel 文件", "把文字复制到 Word，另存为 .docx 再导入"},
	{"ppt/presentation.xml", "这是 PowerPoint 文件", "把文字复制到 Word，另存为 .docx 再导入"},
	{"content.xml", "这是 .odt、.ods 一类的文件", saveAs},
	{"Document.xml", "可能是 OFD 文件", "找原来的 Word 文件；没有的，把文字复制到一个 .txt 文件再导入"},
	{"OFD.xml", "这是 OFD 文件", "找原来的 Word 文件；没有的，把文字复制到一个 .txt 文件再导入"},
}

// refuseOther says what a container without a Word document is.
func (w *word) refuseOther() bool {
	for _, o := range otherPackages {
		if w.files[o.part] != nil {
			return w.paper.refuse("格式", o.hint, "%s，不能直接导入", o.what)
		}
	}
	return w.paper.refuse("格式", "是压缩文件的，解压以后再导入；是 Word 文件的，"+saveAs, "压缩包里没有 Word 的正文")
}

// A handler takes the elements of a part one after another.
type handler interface {
	start(e xml.StartElement)
	end(name string)
	text(s string)
}

var (
	errDeep = errors.New("层次太深")
	errHuge = errors.New("太大")
)

// wordFault says in Chinese why a part could not be read.
func wordFault(err error) string {
	switch {
	case errors.Is(err, errDeep), errors.Is(err, errHuge):
		return err.Error()
	case errors.Is(err, zip.ErrAlgorithm):
		return "压缩的方法不认得，或加了密码"
	}
	return "内容不完整"
}

// each reads a part, which is not kept in memory as a whole.
func (w *word) each(name string, h handler) error {
	f := w.files[name]
	if f == nil {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	limited := &boundedReader{r: r, budget: w.budget}
	d := xml.NewDecoder(limited)
	depth := 0
	for {
		t, err := d.Token()
		switch {
		case err == io.EOF:
			return nil
		case w.spent():
			return errHuge
		case err != nil:
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > deepestXML {
				return errDeep
			}
			w.elements++
			h.start(t)
		case xml.EndElement:
			depth--
			h.end(t.Name.Local)
		case xml.CharData:
			h.text(string(t))
		}
	}
}

// optional reads a part that a document need not have, and notes where it cannot
// be read.
func (w *word) optional(name, what string, h handler) {
	if w.each(name, h) != nil {
		w.lost[what+"读不懂，没有导入"]++
	}
}

// attr returns an attribute of an element by its local name.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// isOn tells whether an element of a switch is on: <w:b/>, but not <w:b
// w:val="0"/>.
func isOn(e xml.StartElement) bool {
	switch attr(e, "val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// takeTail takes the lines of a footer that are the 报尾, as it stands on every
// page.
func (w *word) takeTail(lines []line) bool {
	if !slices.ContainsFunc(lines, func(l line) bool { return kindOfTail(l) == labelTail }) {
		return false
	}
	if !w.paper.tailOnPages { // those of even pages and of the first say the same
		w.paper.lines = append(w.paper.lines, lines...)
	}
	w.paper.tailOnPages = true
	return true
}

var sidePart = pattern(`^(header|footer|comments)\d*\.xml$`)

// tellLost reports what a document holds beside its text.
func (w *word) tellLost(dir string) {
	for _, name := range slices.Sorted(maps.Keys(w.files)) {
		m := sidePart().FindStringSubmatch(path.Base(name))
		if m == nil || path.Dir(name) != dir {
			continue
		}
		b := &wordReader{word: &word{paper: w.paper, files: w.files, lost: map[string]int{}, budget: w.budget}}
		if b.each(name, b) != nil {
			w.lost["页眉、页脚或批注读不懂，没有导入"]++
			continue
		}
		var text []string
		lines := b.finish()
		if m[1] == "footer" && w.takeTail(lines) {
			continue
		}
		for _, l := range lines {
			if s := squash(l.text); s != "" && !pageNumber().MatchString(s) && strings.Trim(s, "0123456789—-－第页共/") != "" {
				text = append(text, s)
			}
		}
		if len(text) > 0 {
			what := map[string]string{"header": "页眉", "footer": "页脚", "comments": "批注"}[m[1]]
			w.paper.findings.Add(w.paper.source.At(0), diag.Info, "略去", "要印的，抄到稿件里", "%s里的文字没有导入：%s", what, strings.Join(text, " "))
		}
	}
	for _, what := range slices.Sorted(maps.Keys(w.lost)) {
		w.paper.findings.Add(w.paper.source.At(0), diag.Warning, "略去", "打开原件对照", "%s（%d处）", what, w.lost[what])
	}
}
