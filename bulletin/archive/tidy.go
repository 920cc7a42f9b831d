package archive

import (
	"errors"
	"io/fs"
	"path"
)

// Temporary is the pattern of the names under which the tool writes files before
// they have their own.
const Temporary = ".bulletin-*.tmp"

// LockName is the file of a folder that is there while the tool is at work in it.
const LockName = ".bulletin.lock"

// Leftover reports whether a file is one that a killed build was writing.
func Leftover(name string) bool {
	ok, _ := path.Match(Temporary, path.Base(name)) // a good pattern
	return ok
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
