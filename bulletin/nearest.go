package bulletin

// nearest returns the name nearest to a word by edit distance, or "" when none
// is near: at least one character must be shared, and at most half may differ.
func nearest(word string, names []string) string {
	best, least := "", len([]rune(word))/2+1
	for _, name := range names {
		d := distance([]rune(word), []rune(name))
		if d < least && d < len([]rune(name)) && d < len([]rune(word)) {
			best, least = name, d
		}
	}
	return best
}

// distance counts the characters to insert, delete or change, or neighbours to
// swap, that make b of a.
func distance(a, b []rune) int {
	if len(a) > 64 || len(b) > 64 {
		return max(len(a), len(b))
	}
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}

// Nearest returns the one of names that is nearest to a word a user typed, or ""
// when none is near.
func Nearest(word string, names []string) string { return nearest(word, names) }
