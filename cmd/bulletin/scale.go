package main

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"sync"

	"jianbao/bulletin/archive"
	"jianbao/bulletin/catalog"
)

// A scale takes outputs for their name, size and sum, and keeps none.
type scale struct {
	mu    sync.Mutex
	files map[string]catalog.File
}

// output is the scale as a folder.
func (s *scale) output() archive.Output {
	return archive.Output{
		Write: func(name string, data []byte) error {
			sum := sha256.Sum256(data)
			f := catalog.File{Name: name, Size: int64(len(data)), Sum: hex.EncodeToString(sum[:]), Format: catalog.FormatOf(name)}
			if strings.HasSuffix(name, ".pdf") {
				var err error
				if f.PDF, err = catalog.Inspect(data); err != nil {
					f.Fault = "读不出：" + err.Error()
				}
			}
			s.mu.Lock()
			defer s.mu.Unlock()
			s.files[name] = f
			return nil
		},
		Exists: func(name string) bool {
			s.mu.Lock()
			defer s.mu.Unlock()
			_, ok := s.files[name]
			return ok
		},
	}
}

// of returns what was taken down of files, the PDF first: it is what is filed.
func (s *scale) of(names []string) []catalog.File {
	s.mu.Lock()
	defer s.mu.Unlock()
	var first, rest []catalog.File
	for _, name := range names {
		if strings.HasSuffix(name, ".pdf") {
			first = append(first, s.files[name])
		} else {
			rest = append(rest, s.files[name])
		}
	}
	return append(first, rest...)
}
