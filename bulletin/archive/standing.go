package archive

import (
	"errors"
	"io/fs"
)

// A Standing is what an output folder holds, as its manifest says. It is true as
// long as nobody else is at work in the folder.
type Standing struct {
	manifest *Manifest // nil when there is none that can be used
	damaged  bool      // there is one, but it is none or was changed by hand
}

// ReadStanding reads the manifest of an output folder; one that is not there, or
// cannot be used, is no error. An error is one of reading, or says that a later
// version of the tool wrote it.
func ReadStanding(out fs.FS) (*Standing, error) {
	m, err := ReadManifest(out)
	switch {
	case err == nil:
		return &Standing{manifest: m}, nil
	case errors.Is(err, errNoManifest) || errors.Is(err, errChanged):
		return &Standing{damaged: true}, nil
	case errors.Is(err, fs.ErrNotExist):
		return &Standing{}, nil
	}
	return nil, err
}
