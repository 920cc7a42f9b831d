package archive

import (
	"slices"
	"sync"

	"jianbao/bulletin/page"
)

// digits is how many digits of a hash tell one face from another of the same
// name.
const digits = 8

// A faceBook holds the hashes of faces by their keys: name and first digits.
type faceBook struct {
	mu   sync.Mutex
	sums map[string]string
}

// keys returns the keys of the faces of a document, sorted.
func (b *faceBook) keys(faces []page.Face) []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.sums == nil {
		b.sums = map[string]string{}
	}
	var out []string
	for _, f := range faces {
		sum := f.Sum
		if sum == "" {
			sum = sumOf(f.Data)
		}
		key := f.Name + " " + sum[:digits]
		b.sums[key] = sum
		out = append(out, key)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// addFonts fills in the hashes of the faces of all issues of a manifest.
func (u *update) addFonts(m *Manifest) {
	for _, p := range m.Issues {
		for _, key := range p.Faces {
			sum := u.faces.sums[key]
			if sum == "" && u.old != nil {
				sum = u.old.Fonts[key]
			}
			m.Fonts[key] = sum
		}
	}
}
