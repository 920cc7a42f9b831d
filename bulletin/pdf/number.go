package pdf

import (
	"strconv"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// Numbers are reckoned in integers and written with at most three decimals: a
// thousandth of a point is 0.35 µm. No floating point takes part, so that no
// machine rounds otherwise than another.

// milli returns a length in thousandths of a point, rounded.
func milli(l page.Length) int64 { return divRound(int64(l)*10, int64(page.Pt)/100) }

// appendMilli writes n thousandths as a decimal number without needless zeros.
func appendMilli(b []byte, n int64) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/1000, 10)
	if n %= 1000; n == 0 {
		return b
	}
	b = append(b, '.', byte('0'+n/100))
	if n %= 100; n == 0 {
		return b
	}
	b = append(b, byte('0'+n/10))
	if n %= 10; n == 0 {
		return b
	}
	return append(b, byte('0'+n))
}

// number returns n thousandths as an object.
func number(n int64) object.Object {
	if n%1000 == 0 {
		return object.Integer(n / 1000)
	}
	return object.Real(appendMilli(nil, n))
}

// rectangle returns a rectangle of paper, measured from its top left corner,
// as PDF wants it: left, bottom, right, top, from the bottom of a page of the
// given height, in points (7.9.5).
func rectangle(height, x, y, w, h page.Length) object.Array {
	return object.Array{
		number(milli(x)), number(milli(height - y - h)),
		number(milli(x + w)), number(milli(height - y)),
	}
}

// divRound divides and rounds to the nearest, halves away from zero; b is
// positive.
func divRound(a, b int64) int64 {
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}
