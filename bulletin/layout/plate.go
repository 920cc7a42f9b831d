package layout

import "jianbao/bulletin/page"

// turnedPlate puts a plate on a page: turned a quarter counterclockwise, so
// that the head of a table stands at the left edge of the sheet, which is the
// spine of odd pages and the outer edge of even ones (GB 8). The page number
// stays where that of upright pages is.
func (l *layouter) turnedPlate(p *page.Page, plate *plate, n int) {
	p.Turned = true
	left, foot := l.geo.left(n), l.geo.top+l.geo.height
	for _, it := range l.bridge(plate.items) {
		p.Items = append(p.Items, turned(it, left, foot))
	}
}

// turned turns an item of a plate onto the sheet: what ran right runs up, what
// ran down runs right. The plate's corner comes to (left, foot).
func turned(it page.Item, left, foot page.Length) page.Item {
	switch it := it.(type) {
	case *page.Text:
		it.X, it.Y, it.Turn = left+it.Y, foot-it.X, it.Turn+1
	case *page.Rule:
		it.X, it.Y, it.Width, it.Height = left+it.Y, foot-it.X-it.Width, it.Height, it.Width
	case *page.Dot:
		it.X, it.Y = left+it.Y, foot-it.X
	case *page.Image:
		it.X, it.Y, it.Width, it.Height = left+it.Y, foot-it.X-it.Width, it.Height, it.Width
		it.Turn = (it.Turn + 1) % 4
	case *page.Link:
		it.X, it.Y, it.Width, it.Height = left+it.Y, foot-it.X-it.Width, it.Height, it.Width
	}
	return it
}
