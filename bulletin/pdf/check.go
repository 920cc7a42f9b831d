package pdf

import (
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// Bounds of a page's sides (Annex C.2); no place or advance may exceed them
// either, so that no sum can overflow.
const (
	minSide = 3 * page.Pt
	maxSide = 14400 * page.Pt
)

// dateLayout is how page.Meta writes a date.
const dateLayout = "2006-01-02"

// check makes sure that every index leads somewhere and every measure can be
// drawn, so that the steps after it need not ask.
func check(d *page.Document) error {
	if len(d.Pages) == 0 {
		return errors.New("document without pages")
	}
	for i, p := range d.Pages {
		if err := checkPage(d, p); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	if err := checkOutline(d); err != nil {
		return err
	}
	if err := checkStrings(d); err != nil {
		return err
	}
	if err := checkCopies(d); err != nil {
		return err
	}
	for i, n := range d.Tree {
		if n.Parent < -1 || n.Parent >= i || n.Parent == -1 && i > 0 {
			return fmt.Errorf("node %d has parent %d", i, n.Parent)
		}
	}
	if d.Meta.Date != "" {
		if _, err := time.Parse(dateLayout, d.Meta.Date); err != nil {
			return fmt.Errorf("date of issue: %w", err)
		}
	}
	return nil
}

func checkPage(d *page.Document, p *page.Page) error {
	if p == nil {
		return errors.New("no page")
	}
	for _, side := range []page.Length{p.Width, p.Height} {
		if side < minSide || side > maxSide {
			return fmt.Errorf("side of %s pt", side.Points())
		}
	}
	if p.Number < 0 {
		return fmt.Errorf("number %d", p.Number)
	}
	for i, it := range p.Items {
		if err := checkItem(d, it); err != nil {
			return fmt.Errorf("item %d: %w", i+1, err)
		}
	}
	return nil
}

func checkItem(d *page.Document, it page.Item) error {
	switch it := it.(type) {
	case *page.Text:
		return errors.Join(checkNode(d, it.Node), checkText(d, it))
	case *page.Rule:
		return errors.Join(checkNode(d, it.Node), checkArea(it.X, it.Y, it.Width, it.Height))
	case *page.Dot:
		return errors.Join(checkNode(d, it.Node), checkArea(it.X, it.Y, it.Diameter, it.Diameter))
	case *page.Image:
		if it.Picture < 0 || it.Picture >= len(d.Images) {
			return fmt.Errorf("picture %d of %d", it.Picture, len(d.Images))
		}
		return errors.Join(checkNode(d, it.Node), checkTurn(it.Turn), checkArea(it.X, it.Y, it.Width, it.Height))
	case *page.Link:
		if it.URL == "" && (it.Bookmark < 0 || it.Bookmark >= len(d.Outline)) {
			return fmt.Errorf("link to bookmark %d of %d", it.Bookmark, len(d.Outline))
		}
		return errors.Join(checkNode(d, it.Node), checkArea(it.X, it.Y, it.Width, it.Height))
	}
	return fmt.Errorf("item of unknown kind %T", it)
}

func checkNode(d *page.Document, node int) error {
	if node < page.Artifact || node >= len(d.Tree) {
		return fmt.Errorf("node %d of %d", node, len(d.Tree))
	}
	return nil
}

func checkTurn(t page.Turn) error {
	if t > 3 {
		return fmt.Errorf("turn of %d quarters", t)
	}
	return nil
}

// checkArea makes sure that an area lies within bounds and has a size: what
// has none is drawn as a hairline by some programs and not at all by others.
func checkArea(x, y, w, h page.Length) error {
	if w <= 0 || h <= 0 {
		return fmt.Errorf("area of %s × %s pt", w.Points(), h.Points())
	}
	return checkLengths(x, y, w, h)
}

func checkLengths(list ...page.Length) error {
	for _, l := range list {
		if l < -maxSide || l > maxSide {
			return fmt.Errorf("length %d EMU is out of bounds", l)
		}
	}
	return nil
}

func checkText(d *page.Document, t *page.Text) error {
	if t.Face < 0 || t.Face >= len(d.Faces) {
		return fmt.Errorf("face %d of %d", t.Face, len(d.Faces))
	}
	if !utf8.ValidString(t.String) {
		return fmt.Errorf("text %q is not UTF-8", t.String)
	}
	if n := utf8.RuneCountInString(t.String); n != len(t.Advances) {
		return fmt.Errorf("text %q has %d characters and %d advances", t.String, n, len(t.Advances))
	}
	if milli(t.Size) <= 0 {
		return fmt.Errorf("text %q of size %s pt", t.String, t.Size.Points())
	}
	at := page.Length(0)
	for _, a := range t.Advances {
		at += a
		if err := checkLengths(a, at); err != nil {
			return fmt.Errorf("text %q: %w", t.String, err)
		}
	}
	return errors.Join(checkTurn(t.Turn), checkLengths(t.X, t.Y, t.Size))
}

func checkOutline(d *page.Document) error {
	level := -1
	for i, b := range d.Outline {
		switch {
		case b.Hidden:
		case b.Level < 0 || b.Level > level+1:
			return fmt.Errorf("bookmark %d %q of level %d follows level %d", i+1, b.Title, b.Level, level)
		default:
			level = b.Level
		}
		if b.Page < 0 || b.Page >= len(d.Pages) {
			return fmt.Errorf("bookmark %d %q leads to page %d of %d", i+1, b.Title, b.Page+1, len(d.Pages))
		}
		if err := checkLengths(b.Y); err != nil {
			return fmt.Errorf("bookmark %d %q: %w", i+1, b.Title, err)
		}
	}
	return nil
}

// longestString is how many bytes a string may have (ISO 19005-2, 6.1.13).
const longestString = 32767

// checkStrings makes sure that what is said beside the pages finds room.
func checkStrings(d *page.Document) error {
	list := []string{d.Meta.Title, d.Meta.Author, d.Meta.Subject}
	for _, b := range d.Entries() { // links say only the beginning of a title
		list = append(list, b.Title)
	}
	for _, n := range d.Tree {
		list = append(list, n.Alt)
	}
	for _, c := range d.Copies {
		list = append(list, c.Title)
	}
	for _, p := range d.Pages {
		for _, it := range p.Items {
			if l, ok := it.(*page.Link); ok {
				list = append(list, asciiURL(l.URL), l.URL)
			}
		}
	}
	for _, s := range list {
		if n := len(object.TextString(s)); n > longestString {
			return fmt.Errorf("string of %d bytes: %.40q…", n, s)
		}
	}
	return nil
}

// perCopy is how many objects a copy adds beside its pages and elements, at most:
// its entry in the outline, its own content, a blank page, its share of the page
// tree, the element above its others.
const perCopy = 5

// checkCopies makes sure that a file has room for all copies, and that what
// they have of their own needs neither resources nor annotations of a page.
func checkCopies(d *page.Document) error {
	if n := len(d.Pages) + 2*len(d.Tree) + perCopy; len(d.Copies) > object.MostObjects/n {
		return fmt.Errorf("%d copies of %d pages are more than a file holds", len(d.Copies), len(d.Pages))
	}
	for i, c := range d.Copies {
		for k, it := range c.Items {
			err := checkItem(d, it)
			switch it.(type) {
			case *page.Image, *page.Link:
				err = fmt.Errorf("%T", it)
			}
			if err != nil {
				return fmt.Errorf("copy %d %q: item %d: %w", i+1, c.Title, k+1, err)
			}
		}
	}
	return nil
}
