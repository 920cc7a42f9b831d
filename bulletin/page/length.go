package page

import "strconv"

// Length is a distance in EMU: 12700 a point, 36000 a millimetre, both exact;
// sums are exact on every machine.
type Length int64

// Units of length.
const (
	Pt Length = 12700
	Mm Length = 36000
)

// Hundredths returns n hundredths of a millimetre.
func Hundredths(n int64) Length { return Length(n * int64(Mm) / 100) }

// Times returns the length times num/den, rounded to the nearest EMU, halves
// away from zero. den must be positive.
func (l Length) Times(num, den int64) Length {
	return Length(divRound(int64(l)*num, den))
}

func divRound(a, b int64) int64 {
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}

// Millimetres renders the length in mm with three decimals, as Dump shows it.
func (l Length) Millimetres() string { return decimal(divRound(int64(l)*1000, int64(Mm)), 3) }

// Whole returns the length in whole millimetres.
func (l Length) Whole() int64 { return divRound(int64(l), int64(Mm)) }

// Points renders the length in points with three decimals, trailing zeros
// left out, as PDF operators want it.
func (l Length) Points() string {
	s := decimal(divRound(int64(l)*1000, int64(Pt)), 3)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	return s
}

// decimal renders n as a number with the given count of decimals.
func decimal(n int64, places int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	s := strconv.FormatInt(n, 10)
	for len(s) <= places {
		s = "0" + s
	}
	return sign + s[:len(s)-places] + "." + s[len(s)-places:]
}
