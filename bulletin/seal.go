package bulletin

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"jianbao/bulletin/diag"
)

// SealsName is the file beside bulletin.yaml that says which issues are sealed.
const SealsName = "sealed.yaml"

// A Seal (封存) declares an issue issued: what it was made of and what came out.
// From then on it is made with these settings, whatever becomes of bulletin.yaml,
// and its PDF stays as it is.
type Seal struct {
	At       diag.Pos
	Path     string // of the issue, as Issue.Path
	Title    string
	Date     Date   // on which it was sealed
	Reason   string // of sealing it again; "" the first time
	Tool     string // name and version of the tool
	Source   string // SHA-256 of Issue.Issued, in hexadecimal digits like all below
	Record   string // of the 分发记录; "" without one
	Pictures map[string]string
	Fonts    map[string]string // of the font files the office named, by the name it gave
	PDF      string
	Pages    int
	Copies   int // what 份数: 自动 came to; 0 when it was not asked for

	Sum string // SHA-256 of the entry itself

	settings *Settings
	before   string // hash of all that stands before it
}

// Seals is sealed.yaml. Entries are only ever added at its end, and each bears
// a hash of all before it. Where Readable is false nobody knows what is sealed.
type Seals struct {
	Source   *diag.Source
	Entries  []*Seal // in the order of the file
	Findings diag.List
	Readable bool
}

// ReadSealsFile returns the seals of a series, nil when nothing is sealed. name
// is what findings print. An error means that the file could not be read.
func ReadSealsFile(fsys fs.FS, name string) (*Seals, error) {
	text, err := readFile(fsys, SealsName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, named(err, name)
	}
	return ReadSeals(diag.NewSource(name, text)), nil
}

const sealHint = "封存记录由 bulletin seal 写成，不能改动；从备份恢复 " + SealsName

// ReadSeals reads sealed.yaml. It never fails: what is wrong is in Findings.
func ReadSeals(src *diag.Source) *Seals {
	s := &Seals{Source: src}
	if !readable(src, &s.Findings) {
		return s
	}
	root := readYAML(src, []byte(src.Text), 0, "封存: []", &s.Findings)
	if root == nil {
		return s
	}
	r := &keyReader{findings: &s.Findings, seals: s}
	r.each("", sealsFields, root)
	if s.Findings.Errors() == 0 {
		s.Readable = true
		s.checkChain()
	}
	return s
}

// checkChain gives each entry its hash, and reports the first whose hash of what
// stands before it is another.
func (s *Seals) checkChain() {
	text := s.Source.Text
	for i, e := range s.Entries {
		from, to := s.Source.Offset(e.At.Line(), 1), len(text)
		if i+1 < len(s.Entries) {
			to = s.Source.Offset(s.Entries[i+1].At.Line(), 1)
		}
		e.Sum = sumOf(text[from:to])
		if s.Findings.Errors() == 0 && e.before != sumOf(text[:from]) {
			s.Findings.Add(e.At, diag.Error, "封存", sealHint, "封存记录被改动过：“%s”这一条之前的内容与当时不同", e.Path)
		}
	}
}

// Sum is the SHA-256 of sealed.yaml, whatever its line ends are.
func (s *Seals) Sum() string { return sumOf(s.Source.Text) }

// Continues reports whether sealed.yaml is that of which Sum was sum, or one to
// which entries were added since.
func (s *Seals) Continues(sum string) bool {
	return s != nil && (s.Sum() == sum || slices.ContainsFunc(s.Entries, func(e *Seal) bool { return e.before == sum }))
}

func sumOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Find returns the seal of an issue that holds: the last. nil when it has none.
func (s *Seals) Find(path string) *Seal {
	if s == nil {
		return nil
	}
	for i := len(s.Entries) - 1; i >= 0; i-- {
		if s.Entries[i].Path == path {
			return s.Entries[i]
		}
	}
	return nil
}

// read reads an issue with the settings it was sealed with, or those of its
// series.
func (s *Seals) read(src *diag.Source, path string, settings *Settings) *Issue {
	seal := s.Find(path)
	if seal != nil {
		settings = seal.settings
	}
	issue := Read(src, path, settings)
	issue.Seal = seal
	return issue
}

// Settings returns what an issue was sealed with in the place of bulletin.yaml.
func (e *Seal) Settings() *Settings { return e.settings }

// asSealed gives an issue the number of copies it was sealed with.
func (issue *Issue) asSealed() {
	if issue.Seal != nil && issue.CopiesAuto && issue.Seal.Copies > 0 {
		issue.Copies = issue.Seal.Copies
	}
}

// orphans reports sealed issues whose sources are not there.
func (s *Seals) orphans(issues []*Issue) diag.List {
	var found diag.List
	if s == nil {
		return nil
	}
	there := map[string]bool{}
	for _, issue := range issues {
		there[issue.Path] = true
	}
	for _, e := range s.Entries {
		if !there[e.Path] {
			found.Add(e.At, diag.Error, "封存", "把稿件放回原处、用原来的名字；它的输出先保留不动", "封存的稿件 %s.md 不见了", e.Path)
			there[e.Path] = true
		}
	}
	return found
}

// Issued returns the source of an issue without what may be added after it was
// issued: 更正.
func (issue *Issue) Issued() string {
	src := issue.Source
	at, ok := issue.Keys["更正"]
	if !ok || at.Source != src || at.Column() != 1 {
		return src.Text
	}
	from := at.Line()
	to := from + 1
	for to <= src.Lines() && belongs(src.Line(to)) {
		to++
	}
	return src.Text[:src.Offset(from, 1)] + src.Text[src.Offset(to, 1):]
}

// belongs reports whether a line of YAML continues the value of the key above it.
func belongs(line string) bool {
	trimmed := strings.TrimRight(line, " \t")
	return trimmed == "" || trimmed != "---" && strings.ContainsRune(" \t-#", rune(line[0]))
}

// IssuedSum returns the SHA-256 of Issued, in hexadecimal digits. Of a source in
// UTF-8 with line feeds and without 更正 it is that of the file.
func (issue *Issue) IssuedSum() string { return sumOf(issue.Issued()) }
