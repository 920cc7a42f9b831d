package bulletin

import (
	"regexp"
	"strings"

	"jianbao/bulletin/diag"
)

// A TypedKey is a key that stands in an issue itself, as its editor typed it.
type TypedKey struct {
	Key
	Lines string // its lines with that of the key, each ended by a line feed; no comments between keys
}

// Typed returns the keys of an issue's own front matter in their order, and the
// names of those whose values have errors. It reads what can be read, also where
// other lines are broken. settings are those of the series, or nil.
func (issue *Issue) Typed(settings *Settings) (keys []TypedKey, unread []string) {
	var none diag.List
	if !readable(issue.Source, &none) {
		return nil, nil
	}
	text, _, _ := matter(issue.Source, &none)
	seen := map[string]bool{}
	for _, chunk := range chunks(string(text)) {
		f := find(fields, chunk.name)
		if f == nil || seen[f.Name] {
			continue
		}
		seen[f.Name] = true
		if !chunk.reads(settings) {
			unread = append(unread, f.Name)
			continue
		}
		keys = append(keys, TypedKey{f.Key, chunk.lines})
	}
	return keys, unread
}

// A chunk is the lines of one key.
type chunk struct{ name, lines string }

// keyStart begins the lines of a key: 期号: or "期号":, also with a colon of full
// width, which is an error.
var keyStart = regexp.MustCompile(`^["']?([^\s#:："'\[\]{}-][^:："']*?)["']?\s*(?::(?:\s|$)|：)`)

// chunks parts front matter into keys by lines. One that is written as one map in
// braces is parted by its entries.
func chunks(text string) []chunk {
	var out []chunk
	var lines strings.Builder // of the last of them
	block := false            // its text stands below it as typed: there empty lines count
	end := func() {
		if n := len(out); n > 0 {
			out[n-1].lines = lines.String()
		}
		lines.Reset()
	}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n") + "\n"
		if m := keyStart.FindStringSubmatch(line); m != nil {
			end()
			out = append(out, chunk{name: m[1]})
			block = typedBlock.MatchString(line)
		} else if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" && !block {
			continue
		}
		lines.WriteString(line)
	}
	end()
	if len(out) > 0 {
		return out
	}
	var none diag.List
	v := readYAML(diag.NewSource("", []byte(text)), []byte(text), 0, matterSample, &none)
	if v == nil {
		return nil
	}
	for _, e := range v.entries {
		out = append(out, chunk{e.key, e.key + ": " + e.value.flow() + "\n"})
	}
	return out
}

// typedBlock is the line of a key whose text stands below it as typed.
var typedBlock = regexp.MustCompile(`^[^\n]*:\s*[|>][-+0-9]*\s*(#[^\n]*)?\n`)

// reads reports whether the lines are a key with a value that is right.
func (c chunk) reads(settings *Settings) bool {
	var found diag.List
	src := diag.NewSource("", []byte(c.lines))
	own := readYAML(src, []byte(src.Text), 0, matterSample, &found)
	if own == nil || len(own.entries) != 1 {
		return false
	}
	if own = admitted(own, SettingsOnly, &found); found.Errors() > 0 {
		return false
	}
	all := own
	if settings != nil {
		all = merged(settings.root, own)
	}
	front := newFront()
	readFront(&front, all, src, &found)
	for _, d := range found {
		if d.Severity == diag.Error && d.Pos.Source == src {
			return false
		}
	}
	return true
}

// YAMLText returns a text as a value of YAML on one line, in quotes where it needs
// them.
func YAMLText(s string) string { return flowText(s) }
