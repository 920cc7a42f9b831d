package bulletin

// RunsOn reports whether the numbers of a bulletin run on over the years, told by
// the least number of each year: no year but the first begins with 1, and there
// is more than one.
func RunsOn(least map[int]int) bool {
	oldest := 0
	for y := range least {
		if oldest == 0 || y < oldest {
			oldest = y
		}
	}
	for y, n := range least {
		if y != oldest && n == 1 {
			return false
		}
	}
	return len(least) > 1
}
