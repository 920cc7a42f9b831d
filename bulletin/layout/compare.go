package layout

// mostCompared bounds the work of a comparison: the product of how many pieces
// of each text differ, beyond which they are compared one by one.
const mostCompared = 4_000_000

// matched returns for each of the new texts which of the old ones it is, or -1;
// those that are found stand in the same order in both, and as many as possible
// are.
func matched(before, now []string) []int {
	out := make([]int, len(now))
	for i := range out {
		out[i] = -1
	}
	from := 0
	for from < len(before) && from < len(now) && before[from] == now[from] {
		out[from] = from
		from++
	}
	b, n := len(before), len(now)
	for b > from && n > from && before[b-1] == now[n-1] {
		b, n = b-1, n-1
		out[n] = b
	}
	for i, k := range common(before[from:b], now[from:n]) {
		if k >= 0 {
			out[from+i] = from + k
		}
	}
	return out
}

// common is matched for texts that begin and end differently: the longest common
// subsequence, or of very many the first places that keep the order.
func common(before, now []string) []int {
	if len(before)*len(now) > mostCompared {
		return firstPlaces(before, now)
	}
	out := make([]int, len(now))
	// longest[i][k]: of now[i:] and before[k:].
	longest := make([][]int32, len(now)+1)
	for i := range longest {
		longest[i] = make([]int32, len(before)+1)
	}
	for i := len(now) - 1; i >= 0; i-- {
		for k := len(before) - 1; k >= 0; k-- {
			if longest[i][k] = max(longest[i+1][k], longest[i][k+1]); now[i] == before[k] {
				longest[i][k] = longest[i+1][k+1] + 1
			}
		}
	}
	for i := range out {
		out[i] = -1
	}
	for i, k := 0, 0; i < len(now) && k < len(before); {
		switch {
		case now[i] == before[k]:
			out[i] = k
			i, k = i+1, k+1
		case longest[i+1][k] >= longest[i][k+1]:
			i++
		default:
			k++
		}
	}
	return out
}

// firstPlaces gives each text its first place behind that of the one before.
func firstPlaces(before, now []string) []int {
	places := map[string][]int{}
	for k, s := range before {
		places[s] = append(places[s], k)
	}
	out, next := make([]int, len(now)), 0
	for i, s := range now {
		out[i] = -1
		for len(places[s]) > 0 && places[s][0] < next {
			places[s] = places[s][1:]
		}
		if len(places[s]) > 0 {
			out[i], next = places[s][0], places[s][0]+1
		}
	}
	return out
}
