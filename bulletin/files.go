package bulletin

import (
	"errors"
	"io/fs"
	"path"
	"strings"
)

// Files is what a series folder holds, as paths from its root.
type Files struct {
	Issues  []string          // the files of issues, by folder and name
	Records map[string]string // the 分发记录, by the Path of the issue each belongs to
	Unread  []Unread          // folders that could not be looked through
}

// FindFiles looks through the series folder whose root fsys is. What belongs to
// another series within it is left out. An error is an *fs.PathError of the root.
func FindFiles(fsys fs.FS) (Files, error) {
	files := Files{Records: map[string]string{}}
	err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && p == ".":
			return pathError(err, p)
		case err != nil:
			files.Unread = append(files.Unread, Unread{p, err})
			return nil
		}
		if d.IsDir() {
			if p != "." && (hiddenFolder(d.Name()) || anotherSeries(fsys, p)) {
				return fs.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(p, RecordSuffix) && path.Base(p) != RecordSuffix {
			files.Records[strings.TrimSuffix(p, RecordSuffix)] = p
		}
		if IsIssue(p) {
			files.Issues = append(files.Issues, p)
		}
		return nil
	})
	return files, err
}

// pathError returns an error of a file under the path a caller knows.
func pathError(err error, p string) error {
	var of *fs.PathError
	if errors.As(err, &of) {
		err = of.Err
	}
	return &fs.PathError{Op: "read", Path: p, Err: err}
}

// SystemFile reports whether a name is that of a file that systems put into
// folders by themselves.
func SystemFile(base string) bool {
	return base == ".DS_Store" || strings.HasPrefix(base, "._") || strings.EqualFold(base, "Thumbs.db") || strings.EqualFold(base, "desktop.ini")
}
