package archive

import (
	"encoding/json"

	"jianbao/bulletin"
	"jianbao/bulletin/site"
)

// inputs is all that the outputs of an issue depend on, as hashes. Times of
// files are no part of it.
type inputs struct {
	Tool      string
	Faces     string // that come with the tool
	Source    string
	Record    string
	Settings  string // bulletin.yaml; of a sealed issue its seal
	Register  string
	Pictures  map[string]string
	FontFiles map[string]string
}

// from is the hash of what a PDF depends on.
func (in inputs) from() string { return hashOf(in) }

// pageFrom is the hash of what the page of an issue depends on.
func (in inputs) pageFrom(templates string, info site.PageInfo) string {
	return hashOf(struct {
		inputs
		Templates string
		Info      site.PageInfo
	}{in, templates, info})
}

// textFrom is the hash of what the text for the search depends on.
func (in inputs) textFrom() string {
	in.Pictures, in.FontFiles, in.Faces = nil, nil, ""
	return hashOf(in)
}

func hashOf(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // of strings and maps of them only
	}
	return sumOf(text)
}

// inputs looks up what an issue depends on now.
func (t *Task) inputs(issue *bulletin.Issue, s *summer) inputs {
	in := inputs{Tool: t.Producer, Faces: t.Faces, Source: issue.Source.Sum, Settings: t.settingsOf(issue), Pictures: map[string]string{}, FontFiles: map[string]string{}}
	if issue.Record != nil {
		in.Record = issue.Record.Sum
	}
	if r := t.Series.Register; r != nil {
		in.Register = r.Source.Sum
	}
	for _, p := range bulletin.Pictures(issue) {
		if name := bulletin.PicturePath(issue, p.Path); name != "" && in.Pictures[name] == "" {
			in.Pictures[name], _ = s.sum(t.Folder, name)
		}
	}
	for _, p := range issue.Style.Fonts {
		in.FontFiles[p.Text] = t.FontFile(p.Text)
	}
	return in
}
