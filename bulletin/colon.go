package bulletin

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/bulletin/diag"
)

// A typist mends the slips of front matter that make YAML fail with words no
// editor understands: full-width colons, a missing blank after a colon, tabs.
// Each is a finding; reading goes on with the mended text.
type typist struct {
	src      *diag.Source
	skip     int
	findings *diag.List
	moved    map[int][]shift // by line of the source
	block    int             // indent of the key whose block scalar runs on; -1 for none
}

// A shift says that mending put more characters into a line.
type shift struct{ after, by int } // column of the mended line, number

var (
	keyLine    = regexp.MustCompile(`^([^\s:："'#\[\]{},&*!|>%@?-][^:："'#\[\]{}]*?)[ \t]*(:|：)(.*)$`)
	blockStart = regexp.MustCompile(`^[ \t]+[|>][-+0-9]*[ \t]*(#.*)?$`)
)

// mend returns the YAML text without such slips.
func (t *typist) mend(text []byte) []byte {
	t.moved, t.block = map[int][]shift{}, -1
	lines := bytes.SplitAfter(text, []byte("\n"))
	for i, line := range lines {
		lines[i] = t.line(i+1+t.skip, line)
	}
	return bytes.Join(lines, nil)
}

func (t *typist) line(n int, line []byte) []byte {
	rest := bytes.TrimLeft(line, " \t")
	indent := len(line) - len(rest)
	if len(bytes.TrimSpace(rest)) == 0 {
		return line
	}
	if t.block >= 0 && indent > t.block && bytes.IndexByte(line[:t.block+1], '\t') < 0 {
		return line
	}
	if within := t.block >= 0 && indent > t.block; !within {
		t.block = -1
	}
	if rest[0] == '#' {
		return line
	}
	if tabs := bytes.Count(line[:indent], []byte("\t")); tabs > 0 {
		t.findings.Add(t.src.At(t.src.Offset(n, 1)), diag.Error, "制表符", "删去制表符（Tab），改用空格缩进", "缩进用了制表符")
		line = append(bytes.ReplaceAll(line[:indent:indent], []byte("\t"), []byte("  ")), rest...)
		indent += tabs
		t.moved[n] = append(t.moved[n], shift{1, tabs})
	}
	if t.block >= 0 {
		return line
	}
	item := bytes.HasPrefix(rest, []byte("- "))
	if item {
		rest = bytes.TrimLeft(rest[2:], " ")
		indent = len(line) - len(rest)
	}
	return t.key(n, line, indent, item)
}

// key mends the colon after the key that begins at byte indent of a line.
func (t *typist) key(n int, line []byte, indent int, item bool) []byte {
	text := strings.TrimRight(string(line[indent:]), "\n")
	m := keyLine.FindStringSubmatch(text)
	if m == nil || indent > 0 && !innerKey(m[1], item) {
		return line
	}
	name, colon, rest := m[1], m[2], m[3]
	if blockStart.MatchString(rest) {
		t.block = indent
		if item {
			t.block = indent - 1
		}
	}
	wide := colon == "："
	if !wide && (rest == "" || rest[0] == ' ' || rest[0] == '\t') {
		return line
	}
	at := indent + len(text) - len(rest) - len(colon)
	pos := t.src.At(t.src.Offset(n, 1) + at)
	for _, s := range t.moved[n] {
		pos.Offset -= s.by
	}
	hint := strings.TrimSpace("写作 " + name + ": " + strings.TrimSpace(rest))
	if wide {
		t.findings.Add(pos, diag.Error, "全角冒号", hint, "“%s”后是全角冒号，应为半角冒号加空格", name)
	} else {
		t.findings.Add(pos, diag.Error, "冒号后空格", hint, "“%s”的冒号后缺少空格", name)
	}
	t.moved[n] = append(t.moved[n], shift{utf8.RuneCount(line[:at]) + 1, 1})
	out := append(line[:at:at], ": "...)
	return append(out, line[at+len(colon):]...)
}

// innerKey tells whether a name at the start of an indented line is a key: a
// line of running text may hold a colon too.
func innerKey(name string, item bool) bool {
	tables := [][]field{correctionFields, reprintFields, unitFields, printingFields, shareFields}
	if !item {
		tables = append(tables, styleFields, pageFields, separatorFields, fontFields, labelFields, keptFields)
	}
	return slices.ContainsFunc(tables, func(table []field) bool { return find(table, name) != nil })
}
