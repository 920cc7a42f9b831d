package bulletin

import "jianbao/bulletin/diag"

// The paper is A4, GB/T 9704-2012 clause 5.1. A cell or line below the least
// sizes holds no character one can read.
const (
	paperWidth  Microns = 210_000
	paperHeight Microns = 297_000
	leastCell   Microns = 3_000
	leastLine   Microns = 3_500
	leastWidth  Microns = 80_000
	leastHeight Microns = 100_000
)

// checkPage reports measures that do not fit together.
func (r *keyReader) checkPage() {
	s := &r.front.Style
	bad := func(hint, format string, args ...any) {
		r.add(r.styleAt, "版式", hint, format, args...)
	}
	switch {
	case r.styleAt.Source == nil:
	case s.Width < leastWidth || s.Height < leastHeight:
		bad("例如 版心: 156mm×225mm", "版心%v×%v太小", s.Width, s.Height)
	case s.Binding+s.Width > paperWidth:
		bad("例如 订口: 28mm、版心: 156mm×225mm", "订口%v加版心宽%v超出 A4 纸宽%v", s.Binding, s.Width, paperWidth)
	case s.Top+s.Height > paperHeight:
		bad("例如 天头: 37mm、版心: 156mm×225mm", "天头%v加版心高%v超出 A4 纸高%v", s.Top, s.Height, paperHeight)
	case s.Width/Microns(s.Cells) < leastCell:
		bad("减少每行字数或加宽版心", "版心宽%v排不下每行%d字", s.Width, s.Cells)
	case s.Height/Microns(s.Lines) < leastLine:
		bad("减少每页行数或加高版心", "版心高%v排不下每页%d行", s.Height, s.Lines)
	}
}

// stylePos returns where the settings of the page stand, for findings about
// several of them: the issue's own if it has any.
func stylePos(v *value, own *diag.Source) diag.Pos {
	e := v.get("版式")
	if e == nil {
		return diag.Pos{}
	}
	for _, inner := range e.value.entries {
		if inner.at.Source == own {
			return inner.at
		}
	}
	return e.at
}
