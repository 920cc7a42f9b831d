package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// draftPattern is of the names of drafts that are being written; see
// archive.Temporary.
const draftPattern = ".bulletin-import-*.tmp"

// place puts the text of a draft into a file that appears whole or not at all,
// and returns its name: another one where there is such a file already, which it
// says. No file is overwritten, not even one that appears meanwhile.
func (d *draftsman) place(path string, text []byte) (string, error) {
	base := filepath.Join(d.dir, filepath.FromSlash(path))
	if err := d.enter(filepath.Dir(base)); err != nil {
		return "", err
	}
	temporary, err := writeBeside(base, draftPattern, text, true)
	if err != nil {
		return "", err
	}
	defer os.Remove(temporary) // gone already where it was renamed
	for n := 1; ; n++ {
		name := base + ".md"
		if n > 1 {
			name = base + "-" + strconv.Itoa(n) + ".md"
		}
		err := putNew(temporary, name)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err == nil && n > 1 {
			fmt.Fprintf(d.err, "%s.md 已经有了，不覆盖，写到 %s\n", told(base), told(name))
		}
		return name, err
	}
}

// enter makes a folder for drafts, and the first time removes from it what an
// import was writing there that was killed.
func (d *draftsman) enter(dir string) error {
	if err := makeFolder(dir); err != nil {
		return err
	}
	if d.unlock == nil {
		var err error
		if d.unlock, err = d.lockFolder(d.dir); err != nil {
			return err
		}
	}
	if d.entered[dir] {
		return nil
	}
	d.entered[dir] = true
	list, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range list {
		if left, _ := filepath.Match(draftPattern, e.Name()); left && e.Type().IsRegular() {
			if err := os.Remove(filepath.Join(dir, e.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}
