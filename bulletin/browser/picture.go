package browser

import (
	"image"
	"image/color"
)

// Farthest is by how much, of 255, spots of 8 by 8 dots of two pictures differ at
// most, in grey, where both have any.
func Farthest(a, b image.Image) int {
	const spot = 8
	size, worst := a.Bounds().Intersect(b.Bounds()), 0
	for y := size.Min.Y; y+spot <= size.Max.Y; y += spot {
		for x := size.Min.X; x+spot <= size.Max.X; x += spot {
			var sum [2]int
			for i, p := range [...]image.Image{a, b} {
				for k := range spot * spot {
					sum[i] += int(color.GrayModel.Convert(p.At(x+k%spot, y+k/spot)).(color.Gray).Y)
				}
			}
			d := (sum[0] - sum[1]) / (spot * spot)
			worst = max(worst, d, -d)
		}
	}
	return worst
}
