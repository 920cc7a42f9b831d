package archive

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/site"
)

// ManifestName is the file of an output folder that says what stands in it.
const ManifestName = "archive.json"

// manifestFormat is the number of the form of a manifest.
const manifestFormat = 1

// A Manifest is archive.json: what an output folder holds, and what that was
// made of. Its bytes are canonical: the same series, fonts and tool give the same
// ones. Hashes are SHA-256 in hexadecimal digits.
type Manifest struct {
	Format     int               `json:"format"`
	Tool       string            `json:"tool"`
	Name       string            `json:"name"`
	Sources    map[string]string `json:"sources"` // what all issues share, by path from the series root
	Fonts      map[string]string `json:"fonts"`   // the faces the PDFs hold, by name and the first digits of the hash
	Findings   []Finding         `json:"findings,omitempty"`
	Issues     []*Published      `json:"issues"`               // by path
	Files      []File            `json:"files"`                // that belong to no single issue, by name
	Unfinished []string          `json:"unfinished,omitempty"` // files of a build that has not ended
	Digest     string            `json:"digest"`               // hash of this file with an empty digest
}

// A Published issue is what stands of it in the output, and what that was made
// of.
type Published struct {
	Path       string            `json:"path"`
	Entry      site.Entry        `json:"entry"`
	Total      int               `json:"total,omitempty"`      // 总期号
	Supplement bool              `json:"supplement,omitempty"` // 增刊
	Tool       string            `json:"tool"`
	Source     string            `json:"source"`
	Record     string            `json:"record,omitempty"`    // its 分发记录
	Settings   string            `json:"settings,omitempty"`  // bulletin.yaml; of a sealed issue its entry of sealed.yaml
	Register   string            `json:"register,omitempty"`  // recipients.yaml
	Pictures   map[string]string `json:"pictures,omitempty"`  // by path from the series root, which is their name in the output too
	FontFiles  map[string]string `json:"fontFiles,omitempty"` // of the office, by the name it gave
	Sealed     *Sealed           `json:"sealed,omitempty"`
	Characters int               `json:"characters"`
	Pages      int               `json:"pages,omitempty"`
	Producer   string            `json:"producer,omitempty"` // of the PDF: what it names as the tool that made it; "" when that is not known
	Faces      []string          `json:"faces,omitempty"`    // keys of Manifest.Fonts
	PDF        *Made             `json:"pdf,omitempty"`
	HTML       *Made             `json:"html,omitempty"`
	Text       *Made             `json:"text,omitempty"` // for the search
	Findings   []Finding         `json:"findings,omitempty"`
	Bare       bool              `json:"bare,omitempty"`   // findings of layout are not among Findings, for no PDF was made with the page
	Silent     []string          `json:"silent,omitempty"` // rules about numbers that do not hold here (不查)
}

// Sealed says that an issue was sealed, and with which PDF.
type Sealed struct {
	Date string `json:"date"`
	PDF  string `json:"pdf"`
}

// Made is one output of an issue.
type Made struct {
	Size   int64  `json:"size"` // bytes
	SHA256 string `json:"sha256"`
	From   string `json:"from"` // hash of all it depends on
}

// A File is one that belongs to no single issue.
type File struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"` // bytes
	SHA256 string `json:"sha256"`
}

// A Finding is a finding that was no error, so that a build that has nothing to
// do can say it again.
type Finding struct {
	File     string        `json:"file,omitempty"` // from the series root; "" for the source of the issue itself
	Line     int           `json:"line"`
	Column   int           `json:"column"`
	Severity diag.Severity `json:"severity"`
	Code     string        `json:"code"`
	Message  string        `json:"message"`
	Hint     string        `json:"hint,omitempty"`
}

// A file of the name may be no manifest, or one of a later tool; or a manifest
// that somebody has changed since, which is returned with the error.
var (
	errNoManifest = errors.New("not a manifest of this tool")
	errChanged    = errors.New("the manifest was changed by hand")
	errLarge      = fmt.Errorf("%w: too large", errNoManifest)
	errUnsafe     = errors.New("清单里有出了文件夹的文件名")
	errNewer      = errors.New(ManifestName + " 是更新的版本写的，请用那个版本的工具")
)

// largestManifest bounds archive.json, so that none can exhaust the memory: an
// issue takes some 2 KB.
const largestManifest = 256 << 20

// ReadManifest returns the manifest of an output folder. An error is one of
// reading, or says that there is none (fs.ErrNotExist), or that it is none, no
// file at all or far too large for one, or was changed by hand.
func ReadManifest(fsys fs.FS) (*Manifest, error) {
	info, err := fs.Stat(fsys, ManifestName)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular(): // a pipe would wait for ever
		return nil, &fs.PathError{Op: "read", Path: ManifestName, Err: bulletin.ErrNotFile}
	case info.Size() > largestManifest:
		return nil, errLarge
	}
	data, err := fs.ReadFile(fsys, ManifestName)
	if err != nil {
		return nil, err
	}
	return decode(data)
}

// decode returns the manifest of a file.
func decode(data []byte) (*Manifest, error) {
	m := &Manifest{}
	if err := json.Unmarshal(data, m); err != nil {
		return nil, fmt.Errorf("%w: %v", errNoManifest, err)
	}
	if m.Format > manifestFormat {
		return nil, errNewer
	}
	if m.Format != manifestFormat || slices.Contains(m.Issues, nil) || !m.safe() {
		return nil, errNoManifest
	}
	m.sort()
	if m.Digest == "" || sumOf(bytes.Replace(data, []byte(m.Digest), nil, 1)) != m.Digest {
		return m, errChanged
	}
	return m, nil
}

func (m *Manifest) sort() {
	slices.SortFunc(m.Issues, func(a, b *Published) int { return strings.Compare(a.Path, b.Path) })
	slices.SortFunc(m.Files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	m.Unfinished = slices.Compact(slices.Sorted(slices.Values(m.Unfinished))) // not of the caller's
}

// safe reports whether all names stay within the folder.
func (m *Manifest) safe() bool {
	for _, name := range m.names() {
		if !fs.ValidPath(name) {
			return false
		}
	}
	return true
}

// Encode returns the manifest as a file, with its digest.
func (m *Manifest) Encode() ([]byte, error) {
	m.Format, m.Digest = manifestFormat, ""
	if !m.safe() {
		return nil, errUnsafe
	}
	m.sort()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(m); err != nil {
		return nil, err
	}
	data := b.Bytes()
	m.Digest = sumOf(data)
	at := bytes.LastIndex(data, []byte(`"digest": ""`)) + len(`"digest": "`)
	return slices.Concat(data[:at], []byte(m.Digest), data[at:]), nil
}

// find returns what stands of an issue, or nil. A nil manifest has nothing.
func (m *Manifest) find(path string) *Published {
	if m == nil {
		return nil
	}
	i, ok := slices.BinarySearchFunc(m.Issues, path, func(p *Published, path string) int { return strings.Compare(p.Path, path) })
	if !ok {
		return nil
	}
	return m.Issues[i]
}

// outputs returns the outputs of an issue with their hashes, its pictures only
// where there is a page to show them.
func (p *Published) outputs() map[string]string {
	out := map[string]string{}
	if p.PDF != nil {
		out[p.Path+".pdf"] = p.PDF.SHA256
	}
	if p.Text != nil {
		out[site.TextName(p.Path)] = p.Text.SHA256
	}
	if p.HTML != nil {
		out[p.Path+".html"] = p.HTML.SHA256
		for name, sum := range p.Pictures {
			out[name] = sum
		}
	}
	return out
}

// sums returns every file the manifest knows with its hash; "" for one that a
// build which has not ended may have written.
func (m *Manifest) sums() map[string]string {
	out := map[string]string{}
	if m == nil {
		return out
	}
	for _, name := range m.Unfinished {
		out[name] = ""
	}
	for _, f := range m.Files {
		out[f.Name] = f.SHA256
	}
	for _, p := range m.Issues {
		for name, sum := range p.outputs() {
			out[name] = sum
		}
	}
	return out
}

// names returns every file the manifest knows, sorted.
func (m *Manifest) names() []string {
	var names []string
	for name := range m.sums() {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
