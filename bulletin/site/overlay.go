package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"

	"jianbao/bulletin/diag"
)

// An Overlay is our templates with those an office has of its own in the places
// of ours.
type Overlay struct {
	Site     *Site             // nil with errors among the findings
	Sum      string            // SHA-256 of all files as they are used
	Own      map[string]string // SHA-256 of the office's files, by name
	Findings diag.List         // about the office's files, sorted
}

// ParseOffice reads our files and those an office has in its own folder in their
// places, and tries them out; office may be nil, and the folder need not be there.
// shown maps the name of a file of that folder to the one findings print. An error
// is one of the machine.
func ParseOffice(own, office fs.FS, shown func(name string) string) (*Overlay, error) {
	known, err := names(own)
	if err != nil {
		return nil, err
	}
	o := &Overlay{Own: map[string]string{}}
	files := officeFiles(office, known, shown, &o.Findings)
	for name, src := range files {
		o.Own[name] = src.Sum
	}
	s := &Site{own: own, known: known, office: files, rounds: new(rounds)}
	s.templates = template.New("").Funcs(s.rounds.functions())
	if err := s.check(o); err != nil {
		return nil, err
	}
	o.Findings = o.Findings.Sorted()
	if o.Findings.Errors() == 0 {
		o.Site = s
	}
	return o, nil
}

// check reads all files, and tries those of an office out.
func (s *Site) check(o *Overlay) error {
	if err := s.parse(&o.Findings); err != nil {
		return err
	}
	if o.Findings.Errors() == 0 && len(s.office) > 0 {
		count(s.templates)
		if err := s.try(&o.Findings); err != nil {
			return err
		}
	}
	var err error
	o.Sum, err = s.sum()
	return err
}

// sum returns the hash of all files as they are used.
func (s *Site) sum() (string, error) {
	h := sha256.New()
	for _, name := range s.known {
		text, err := s.text(name)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%s %d\n%s", name, len(text), text)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
