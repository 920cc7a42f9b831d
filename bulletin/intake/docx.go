package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"jianbao/bulletin/diag"
)

// Limits of a Word document, beyond which it is none that an office made.
const (
	largestPart = 48 << 20 // bytes of an unpacked part
	mostParts   = 20_000   // files in the container
	deepestXML  = 200      // elements within each other
)

// A word is a Word document (ECMA-376) while it is read.
type word struct {
	paper   *paper
	files   map[string]*zip.File
	styles  map[string]wordStyle
	numbers *wordNumbers
	notes   map[string]footnote // by kind and id
	order   []string            // of the notes that are marked
	lost    map[string]int      // what is not taken over, by its name
}

// openWord reads the text of a Word document into lines.
func (p *paper) openWord(data []byte) bool {
	w := &word{paper: p, lost: map[string]int{}, notes: map[string]footnote{}}
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
		return p.refuse("格式", saveAs, "压缩包里没有 Word 的正文")
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
	size := 0
	for _, l := range p.lines {
		size += len(l.text)
	}
	if size > largestText {
		return p.refuse("过大", "检查是否误放了别的文件", "文字超过%d MB", largestText>>20)
	}
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
	limited := &io.LimitedReader{R: r, N: largestPart}
	d := xml.NewDecoder(limited)
	depth := 0
	for {
		t, err := d.Token()
		switch {
		case err == io.EOF:
			return nil
		case limited.N <= 0:
			return errHuge
		case err != nil:
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > deepestXML {
				return errDeep
			}
			h.start(t)
		case xml.EndElement:
			depth--
			h.end(t.Name.Local)
		case xml.CharData:
			h.text(string(t))
		}
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

var sidePart = regexp.MustCompile(`^(header|footer|comments)\d*\.xml$`)

// tellLost reports what a document holds beside its text.
func (w *word) tellLost(dir string) {
	for _, name := range slices.Sorted(maps.Keys(w.files)) {
		m := sidePart.FindStringSubmatch(path.Base(name))
		if m == nil || path.Dir(name) != dir {
			continue
		}
		b := &wordReader{word: &word{paper: w.paper, lost: map[string]int{}, notes: map[string]footnote{}}}
		if w.each(name, b) != nil {
			continue
		}
		var text []string
		for _, l := range b.finish() {
			if s := squash(l.text); s != "" && !pageNumber.MatchString(s) && strings.Trim(s, "0123456789—-－第页共/") != "" {
				text = append(text, s)
			}
		}
		if len(text) > 0 {
			what := map[string]string{"header": "页眉", "footer": "页脚", "comments": "批注"}[m[1]]
			w.paper.findings.Add(w.paper.source.At(0), diag.Info, "略去", "要印的，抄到稿件里", "%s：%s里的文字没有导入：%s", w.paper.source.Name, what, strings.Join(text, " "))
		}
	}
	for _, what := range slices.Sorted(maps.Keys(w.lost)) {
		w.paper.findings.Add(w.paper.source.At(0), diag.Warning, "略去", "打开原件对照", "%s：%s（%d处）", w.paper.source.Name, what, w.lost[what])
	}
}
