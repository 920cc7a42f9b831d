package site

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Document is an issue as the search knows it.
type Document struct {
	Entry Entry
	Text  Text
}

// Sizes of the files of the index.
const (
	shardSize = 16 << 10 // bytes of a shard on average, at most
	tableSize = 200      // issues of a table
	textEnd   = '/'      // stands for the end of a paragraph; no character that is found
)

// SearchFiles makes the index of the listed issues, of their texts and nothing
// else: for every two characters that stand side by side the issues they stand
// in, in shards by the first of the two; tables of the issues, oldest first; and
// _series.js, which says how many there are. The texts have files of their own;
// see TextFile.
func SearchFiles(docs []Document) []File {
	docs = slices.DeleteFunc(slices.Clone(docs), func(d Document) bool { return !d.Entry.Listed() })
	slices.SortStableFunc(docs, func(a, b Document) int { return newer(b.Entry, a.Entry) })
	lists := pairsOf(docs).lists()
	files := shards(lists)
	n := len(files)
	files = append(files, tables(docs)...)
	stamp := sha256.New()
	for _, f := range files {
		fmt.Fprintf(stamp, "%s %d\n", f.Name, len(f.Data))
		stamp.Write(f.Data)
	}
	var b bytes.Buffer
	b.WriteString("bulletinSearch.series(")
	writeJSON(&b, struct {
		Issues int    `json:"issues"`
		Table  int    `json:"table"`
		Shards int    `json:"shards"`
		Stamp  string `json:"stamp"`
	}{len(docs), tableSize, n, fmt.Sprintf("%x", stamp.Sum(nil)[:6])})
	b.WriteString(");\n")
	files = append(files, File{seriesName, b.Bytes()})
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files
}

// tables returns the issues by their numbers: path, heading, date, and the file a
// link leads to when that is not PATH.html.
func tables(docs []Document) []File {
	var files []File
	for from := 0; from < len(docs); from += tableSize {
		var rows [][]string
		for _, d := range docs[from:min(from+tableSize, len(docs))] {
			row := []string{d.Entry.Path, d.Entry.Heading, d.Entry.Date.ISO()}
			if file := d.Entry.File(); file != d.Entry.Path+".html" {
				row = append(row, file)
			}
			rows = append(rows, row)
		}
		files = append(files, dataFile("issues", from/tableSize, rows))
	}
	return files
}

func dataFile(kind string, n int, data any) File {
	var b bytes.Buffer
	fmt.Fprintf(&b, "bulletinSearch.%s(%d,", kind, n)
	writeJSON(&b, data)
	b.WriteString(");\n")
	return File{fmt.Sprintf("%s_%s/%03d.js", searchFolder, kind, n), b.Bytes()}
}

// A list is the issues two characters stand side by side in.
type list struct {
	first, second rune
	docs          []uint32
}

// shards writes lists, in the order of their characters, into as many files as
// they need, a power of two: a character has its lists in the file of its code
// modulo their number.
func shards(lists []list) []File {
	type group struct {
		first rune
		data  []byte // of each list: a blank, the second character, the postings
	}
	var groups []group
	total := 0
	var b []byte
	for i := 0; i < len(lists); {
		first := lists[i].first
		from := len(b)
		for ; i < len(lists) && lists[i].first == first; i++ {
			b = utf8.AppendRune(append(b, ' '), lists[i].second)
			b = appendPostings(b, lists[i].docs)
		}
		groups = append(groups, group{first, b[from:len(b):len(b)]})
		total += len(b) - from
	}
	n := 1
	for total > n*shardSize {
		n *= 2
	}
	out := make([]bytes.Buffer, n)
	for _, g := range groups {
		to := &out[int(g.first)%n]
		if to.Len() > 0 {
			to.WriteString(",\n")
		}
		to.WriteByte('"')
		to.WriteRune(g.first)
		to.WriteString(`":"`)
		to.Write(g.data)
		to.WriteByte('"')
	}
	files := make([]File, n)
	for i := range out {
		data := fmt.Appendf(nil, "bulletinSearch.shard(%d,{\n", i)
		data = append(append(data, out[i].Bytes()...), "\n});\n"...)
		files[i] = File{fmt.Sprintf("%s_shard/%03d.js", searchFolder, i), data}
	}
	return files
}

// pairs is every two characters that stand side by side, numbered as they come,
// and the issues they stand in.
type pairs struct {
	codes   []rune   // of the characters, by their numbers
	small   []uint32 // numbers of characters up to U+FFFF, plus one
	others  map[rune]uint32
	numbers pairTable
	last    []uint32 // issue a pair stood in last, plus one
	count   []uint32 // issues it stands in
	seen    []uint32 // the pairs of each issue in turn
	ends    []int    // where those of an issue end
}

func pairsOf(docs []Document) *pairs {
	p := &pairs{small: make([]uint32, 1<<16), others: map[rune]uint32{}}
	for i := range docs {
		for _, part := range docs[i].Text.Parts {
			for _, s := range part.Text {
				p.paragraph(uint32(i), s)
			}
		}
		p.ends = append(p.ends, len(p.seen))
	}
	return p
}

func (p *pairs) paragraph(doc uint32, s string) {
	text := folded(s)
	if len(text) == 0 {
		return
	}
	a := p.character(text[0])
	for _, r := range append(text[1:], textEnd) {
		b := p.character(r)
		p.add(doc, a, b)
		a = b
	}
}

func (p *pairs) add(doc, a, b uint32) {
	n := p.numbers.number(uint64(a)<<32 | uint64(b))
	if int(n) == len(p.last) {
		p.last = append(p.last, 0)
		p.count = append(p.count, 0)
	}
	if p.last[n] == doc+1 {
		return
	}
	p.last[n] = doc + 1
	p.count[n]++
	p.seen = append(p.seen, n)
}

// character returns the number of a character.
func (p *pairs) character(r rune) uint32 {
	if r < 1<<16 {
		if n := p.small[r]; n > 0 {
			return n - 1
		}
		p.codes = append(p.codes, r)
		p.small[r] = uint32(len(p.codes))
		return uint32(len(p.codes) - 1)
	}
	n, ok := p.others[r]
	if !ok {
		n = uint32(len(p.codes))
		p.others[r] = n
		p.codes = append(p.codes, r)
	}
	return n
}

// lists returns the issues of every pair, in the order of its characters.
func (p *pairs) lists() []list {
	room := make([]uint32, len(p.seen))
	out := make([]list, len(p.count))
	at := 0
	for n, count := range p.count {
		out[n].docs = room[at : at : at+int(count)]
		at += int(count)
	}
	for n, key := range p.numbers.keys() {
		out[n].first, out[n].second = p.codes[key>>32], p.codes[uint32(key)]
	}
	from := 0
	for doc, end := range p.ends {
		for _, n := range p.seen[from:end] {
			out[n].docs = append(out[n].docs, uint32(doc))
		}
		from = end
	}
	slices.SortFunc(out, func(a, b list) int { return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.second, b.second)) })
	return out
}
