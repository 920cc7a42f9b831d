package dispatch

import (
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sheet"
)

// A part is one piece of text on a label or an envelope.
type part struct {
	text  sheet.Words
	role  layout.Role
	sizes [2]page.Length // largest and least
	gap   page.Length    // white above it beside the largest size
	align layout.Align
	right sheet.Words // stands at the right edge of its line
	whole int64       // how small it gets to stand on a line less, in hundredths; 0 for smallest
	prose bool        // running text, which fills its lines
	in    int64       // of running text: ems by which its first line stands in
	hang  string      // of running text: what its other lines stand behind

	node, rightNode int // of the text, and of what stands at the right
}

// A frame is the room of some parts.
type frame struct {
	x, y, width, height page.Length
	top                 bool // they stand at its head, else in the middle
}

// box sets the parts of a recipient in a frame.
func (j *Job) box(c *layout.Composer, p *page.Page, findings *diag.List, r Row, parts []part, f frame) {
	section := c.Node(page.RoleSection, 0)
	for i := range parts {
		parts[i].node = c.Node(page.RoleParagraph, section)
		if !parts[i].right.Empty() {
			parts[i].rightNode = c.Node(page.RoleParagraph, section)
		}
	}
	set, ok := fittedIn(c, parts, f.width, f.height)
	if !ok {
		findings.Add(r.Unit.At, diag.Error, "放不下", "缩短 名称、地址或联系人，或换大一些的标签、信封", "“%s”的收件人和地址太长，最小的字也放不下", short(r.Unit.Name.Text))
		return
	}
	y := f.y + j.DY
	if !f.top {
		y += (f.height - set.height) / 2
	}
	p.Items = append(p.Items, set.items(c, parts, f.x+j.DX, y, f.width)...)
}

// carried returns labels or envelopes, which are printed in their own size. Where
// the printer's offset moves text off the paper, which then is cut, a warning
// says so.
func (j *Job) carried(c *layout.Composer, findings diag.List) (*page.Document, diag.List) {
	d, more := c.Document()
	d.Exact = true
	findings = append(findings, more...).Sorted()
	for i, p := range d.Pages {
		for _, it := range p.Items {
			if t, ok := it.(*page.Text); ok && (j.DX != 0 || j.DY != 0) && offPaper(p, t) {
				findings.Add(diag.Pos{}, diag.Warning, "偏差", "把 --offset 改小，或在打印机里调整", "第%d页有文字移出了纸边", i+1)
				return d, findings
			}
		}
	}
	return d, findings
}

// offPaper reports whether the em box of some character lies beyond the edge.
func offPaper(p *page.Page, t *page.Text) bool {
	right := t.X
	for _, a := range t.Advances {
		right += a
	}
	top := t.Y - t.Size.Times(88, 100)
	return t.X < 0 || right > p.Width || top < 0 || top+t.Size > p.Height
}

// short is a name as a message shows it.
func short(name string) string {
	if r := []rune(name); len(r) > 30 {
		return string(r[:30]) + "…"
	}
	return name
}

// Type that finds no room gets smaller, all of a box in proportion: by so many
// hundredths, to whole steps.
const (
	scaleStep = 5
	step      = page.Pt / 2
)

// A fit is parts set in a box.
type fit struct {
	blocks []*layout.Block
	rights []*layout.Block
	gaps   []page.Length // above each
	height page.Length
}

// fittedIn sets parts in a box: as large as they may be; a part that is too wide
// for one line first gets smaller, then wraps; when the whole is too high all
// get smaller. It reports false when not even the least sizes find room; nothing
// is ever cut.
func fittedIn(c *layout.Composer, parts []part, width, height page.Length) (fit, bool) {
	for scale := int64(100); ; scale -= scaleStep {
		f, least := setParts(c, parts, width, scale)
		if f.height <= height && f.width() <= width {
			return f, true
		}
		if least {
			return f, false
		}
	}
}

// setParts sets parts at a scale of their largest sizes, in hundredths, and
// reports whether they cannot get smaller.
func setParts(c *layout.Composer, parts []part, width page.Length, scale int64) (fit, bool) {
	var f fit
	least := true
	for i, p := range parts {
		size := max(p.sizes[0].Times(scale, 100)/step*step, p.sizes[1])
		least = least && size == p.sizes[1]
		room := width
		var right *layout.Block
		if !p.right.Empty() {
			right = c.Line(layout.Type{Role: p.role, Size: size}, p.rightNode, p.right...)
			room -= right.Width() + size
		}
		b := p.set(c, size, room)
		f.blocks, f.rights = append(f.blocks, b), append(f.rights, right)
		gap := page.Length(0)
		if i > 0 {
			gap = p.gap.Times(int64(size), int64(p.sizes[0]))
		}
		f.gaps, f.height = append(f.gaps, gap), f.height+gap
		h := b.Height()
		if right != nil {
			h = max(h, right.Height())
		}
		f.height += h
	}
	return f, least
}

// set sets a part in a size.
func (p part) set(c *layout.Composer, size, room page.Length) *layout.Block {
	if !p.prose {
		return inLines(c, p, size, room)
	}
	typ, hang := layout.Type{Role: p.role, Size: size}, page.Length(0)
	if p.hang != "" { // with the squeezed marks before a character
		hang = min(c.Line(typ, page.Artifact, sheet.Plain(p.hang+"国")...).Width()-size, room/2)
	}
	return c.Paragraph(typ, p.node, room, size*page.Length(p.in), hang, p.text...)
}

// smallest is how small most parts get, in hundredths of their size, to stand on
// a line less.
const smallest = 75

// inLines sets a part on as few lines as it may be made to stand on by type a
// little smaller.
func inLines(c *layout.Composer, p part, size, room page.Length) *layout.Block {
	typ, least := layout.Type{Role: p.role, Size: size}, p.whole
	if least == 0 {
		least = smallest
	}
	whole := c.Lines(typ, p.node, room, p.text...)
	for n := 1; n < whole.Len(); n++ {
		for typ.Size = size - step; typ.Size >= max(p.sizes[1], size.Times(least, 100)); typ.Size -= step {
			if c.Fits(typ, room, n, p.text...) {
				return c.Lines(typ, p.node, room, p.text...)
			}
		}
	}
	return whole
}

// width is the ink of the widest line.
func (f fit) width() page.Length {
	w := page.Length(0)
	for i, b := range f.blocks {
		own := b.Width()
		if f.rights[i] != nil {
			own += f.rights[i].Width()
		}
		w = max(w, own)
	}
	return w
}

// items places the parts below one another from the head of a box.
func (f fit) items(c *layout.Composer, parts []part, x, y, width page.Length) []page.Item {
	var items []page.Item
	for i, b := range f.blocks {
		y += f.gaps[i]
		row := c.Items(b, x, y, width, parts[i].align)
		h := b.Height()
		if r := f.rights[i]; r != nil {
			row = append(row, c.Items(r, x, y, width, layout.Right)...)
			h = max(h, r.Height())
		}
		items = append(items, c.Row(row)...)
		y += h
	}
	return items
}
