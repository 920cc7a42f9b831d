package layout

import (
	"fmt"
	"path"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// Pictures (practice).
const (
	goodResolution  = 150             // dots an inch: a picture is not set coarser, if half the measure allows
	leastResolution = 72              // and never coarser than this
	captionSize     = 14 * page.Pt    // 四号
	inch            = 25_400 * micron // of paper
	captionIndent   = 2               // cells left free at both sides of a caption
	leastPictureRow = 2               // lines below which a picture is not scaled to whole lines
)

// picture returns a picture of the issue; nil when it has none of that path,
// with a finding unless whoever gathered the pictures has reported it.
func (l *layouter) picture(name string, at diag.Pos) *Picture {
	p, known := l.assets.Pictures[path.Join(path.Dir(l.issue.Path), name)]
	if !known {
		l.findings.Add(at, diag.Error, "图片", "核对文件名和文件夹（大小写也要一致）", "找不到图片“%s”", name)
	}
	return p
}

// image returns the index of a picture in the document.
func (l *layouter) image(p *Picture) int {
	i, ok := l.images[p]
	if !ok {
		i = len(l.doc.Images)
		l.images[p] = i
		l.doc.Images = append(l.doc.Images, page.Picture{Name: p.Name, Data: p.Data})
	}
	return i
}

// figure sets a picture on its own, centred, with its caption below. x and
// measure are the room between the edges of the text around it.
func (l *layouter) figure(f *bulletin.Figure, parent int, x, measure page.Length) []row {
	p := l.picture(f.Path, f.At)
	if p == nil {
		return nil
	}
	node := l.node(page.RoleFigure, 0, parent)
	if l.doc.Tree[node].Alt = f.Alt; f.Alt == "" {
		l.doc.Tree[node].Alt = f.Caption
	}
	l.checkWords("图片的说明", l.doc.Tree[node].Alt, longestWords, f.At)
	caption := l.caption(f, node, x, measure)
	width, lines := l.scale(p, measure, max(l.pictureLines(f)-len(caption), 1))
	height := l.linesHeight(lines)
	l.checkResolution(p, width, f)
	rows := make([]row, lines)
	rows[0].items = []page.Item{&page.Image{
		X: x + (measure-width)/2, Width: width, Height: height, Turn: p.Turn, Picture: l.image(p), Node: node,
	}}
	for i := range rows {
		rows[i].whole = i+1 < lines || len(caption) > 0
	}
	return append(rows, caption...)
}

// pictureLines is how many lines a page has for a picture with its caption: on
// the page of the 报尾, what that leaves.
func (l *layouter) pictureLines(f *bulletin.Figure) int {
	if !l.issue.ColophonRepeats && l.lastBlock() != bulletin.Block(f) {
		return l.geo.lines
	}
	if n := l.footLines(); n > 0 && n <= l.geo.lines*2/3 {
		return l.geo.lines - n
	}
	return l.geo.lines
}

// colophonLines is how many lines the 报尾 takes of the first page that it
// stands on.
func (l *layouter) colophonLines() int {
	quiet := *l // measuring leaves nothing behind
	quiet.doc = &page.Document{Tree: []page.Node{{Role: page.RoleDocument, Parent: -1}}}
	quiet.faces, quiet.lacks, quiet.findings = map[*Face]int{}, map[lackPlace]lack{}, nil
	foot := quiet.colophon()
	if len(foot.pieces) == 0 {
		return 0
	}
	return foot.pieces[0].lines
}

// lastBlock returns the block the body ends with, notes left out.
func (l *layouter) lastBlock() bulletin.Block {
	for i := len(l.issue.Body) - 1; i >= 0; i-- {
		if _, ok := l.issue.Body[i].(*bulletin.Note); !ok {
			return l.issue.Body[i]
		}
	}
	return nil
}

// linesHeight is the height of so many grid lines, from the head of the first
// em box to the foot of the last.
func (l *layouter) linesHeight(n int) page.Length { return l.geo.lineTop(n-1) + l.geo.size }

// scale returns the width of a picture and the whole lines it takes. It is as
// wide as it can be with goodResolution, at least half the measure and at most
// the whole; then as much smaller as makes it fill whole lines.
func (l *layouter) scale(p *Picture, measure page.Length, most int) (page.Length, int) {
	w, h := int64(p.Width), int64(p.Height)
	want := min(page.Length(w)*inch/goodResolution, measure)
	if want < measure/2 { // enlarged, it takes no more than half a page
		want, most = min(measure/2, page.Length(w)*inch/leastResolution), min(most, max(l.geo.lines/2, 1))
	}
	lines := 1
	for lines < most && l.linesHeight(lines+1).Times(w, h) <= want {
		lines++
	}
	if lines < leastPictureRow { // wide and low: within its lines
		for lines < most && l.linesHeight(lines) < want.Times(h, w) {
			lines++
		}
	}
	return min(l.linesHeight(lines).Times(w, h), measure), lines
}

// checkResolution warns of a picture too coarse for print.
func (l *layouter) checkResolution(p *Picture, width page.Length, f *bulletin.Figure) {
	if dpi := int64(p.Width) * int64(inch) / int64(width); dpi < goodResolution {
		need := (int64(width)*goodResolution + int64(inch) - 1) / int64(inch)
		l.findings.Add(f.At, diag.Warning, "图片", fmt.Sprintf("换一张宽%d像素以上的原图", need),
			"图片“%s”宽%d像素，印%d毫米宽只有%ddpi，不清楚", f.Path, p.Width, width.Whole(), dpi)
	}
}

// caption sets the words below a picture, centred, in 楷体.
func (l *layouter) caption(f *bulletin.Figure, parent int, x, measure page.Length) []row {
	if f.Caption == "" {
		return nil
	}
	cell := l.geo.scaled(l.colophonCell())
	r := run{size: l.geo.scaled(captionSize)}
	r.add(f.Caption, Kai, l.node(page.RoleCaption, 0, parent), f.At)
	for i := range r.glyphs {
		g := &r.glyphs[i]
		if g.r == ' ' && i+1 < len(r.glyphs) && isWide(r.glyphs[i+1].r) {
			g.gap = cell // behind 图1
		}
		g.at = f.At // its own place is not known
	}
	room := measure - 2*l.cells(captionIndent)
	if room < measure/2 {
		room = measure
	}
	s := l.shape(r, cell)
	var rows []row
	set := typeset.Setting{Frame: typeset.Frame{First: room, Rest: room, Cell: cell}, Level: l.level(), Ragged: true}
	lines := l.setter.Set(s.chars, set)
	for i, line := range lines {
		y := (l.geo.size-r.size)/2 + baseline(r.size)
		rows = append(rows, row{items: l.emit(s, line, x+(measure-line.Ink)/2, y), whole: i+1 < len(lines)})
	}
	return rows
}

// An inlineImage is a picture within a line, as high as a character.
type inlineImage struct {
	picture       int
	turn          page.Turn
	width, height page.Length
}

// inlinePicture appends a picture that stands within text.
func (l *layouter) inlinePicture(r *run, in *bulletin.Picture, node int) {
	p := l.picture(in.Path, in.At)
	if p == nil {
		return
	}
	figure := l.node(page.RoleFigure, 0, node)
	l.doc.Tree[figure].Alt = in.Alt
	l.checkWords("图片的说明", in.Alt, longestWords, in.At)
	height := r.size
	width := height.Times(int64(p.Width), int64(p.Height))
	if most := min(l.geo.width/2, height*20); width > most {
		width, height = most, max(most.Times(int64(p.Height), int64(p.Width)), 1)
	}
	r.glyphs = append(r.glyphs, glyph{r: '\uFFFC', node: figure, at: in.At,
		image: &inlineImage{picture: l.image(p), turn: p.Turn, width: max(width, 1), height: height}})
}

// item places the picture in the em box whose baseline is y.
func (m *inlineImage) item(x, y page.Length, node int, size page.Length) page.Item {
	return &page.Image{X: x, Y: y - baseline(size) + (size-m.height)/2, Width: m.width, Height: m.height,
		Turn: m.turn, Picture: m.picture, Node: node}
}
