package archive

import (
	"errors"
	"io/fs"
	"path"
	"strings"
)

// Leftover reports whether a file is one that a killed build was writing.
func Leftover(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, ".bulletin-") && strings.HasSuffix(base, ".tmp")
}

// Tidy removes what killed builds were writing. No other build may be at work in
// the folder.
func Tidy(out Output) error {
	return fs.WalkDir(out.FS, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case name == "." && errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !d.IsDir() && Leftover(name):
			return out.Remove(name)
		}
		return nil
	})
}
