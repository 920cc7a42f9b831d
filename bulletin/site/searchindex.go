package site

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
)

// A Document is an issue as the search knows it.
type Document struct {
	Entry Entry
	Text  Text
}

// tableSize is how many issues a table holds.
const tableSize = 200

// SearchFiles makes the index of the listed issues, of their texts and nothing
// else: for every two characters that stand side by side the issues they stand
// in, in shards by the first of the two; tables of the issues, oldest first; and
// _series.js, which says how many there are. The texts have files of their own;
// see TextFile.
func SearchFiles(docs []Document) []File {
	docs = slices.DeleteFunc(slices.Clone(docs), func(d Document) bool { return !d.Entry.Listed() })
	slices.SortStableFunc(docs, func(a, b Document) int { return newer(b.Entry, a.Entry) })
	shelves := shelvesOf(pairsOf(docs).lists())
	plan := planOf(shelves)
	files := append(plan.files(shelves), tables(docs)...)
	parts := map[string]int{}
	for c, n := range plan.parts {
		parts[string(c)] = n
	}
	files = append(files, seriesFile(searchSeries{len(docs), tableSize, plan.shards, parts, stamp(files)}))
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files
}

// A searchSeries is what the script must know before it loads anything else.
type searchSeries struct {
	Issues int            `json:"issues"`
	Table  int            `json:"table"`  // issues of a table
	Shards int            `json:"shards"` // a power of two
	Parts  map[string]int `json:"parts"`  // see shardPlan
	Stamp  string         `json:"stamp"`  // of all files of the index: another one for other files
}

func seriesFile(s searchSeries) File {
	var b bytes.Buffer
	b.WriteString("bulletinSearch.series(")
	writeJSON(&b, s)
	b.WriteString(");\n")
	return File{seriesName, b.Bytes()}
}

func stamp(files []File) string {
	sum := sha256.New()
	for _, f := range files {
		fmt.Fprintf(sum, "%s %d\n", f.Name, len(f.Data))
		sum.Write(f.Data)
	}
	return fmt.Sprintf("%x", sum.Sum(nil)[:6])
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
		var b bytes.Buffer
		fmt.Fprintf(&b, "bulletinSearch.issues(%d,", from/tableSize)
		writeJSON(&b, rows)
		b.WriteString(");\n")
		files = append(files, File{fmt.Sprintf("%s_issues/%03d.js", searchFolder, from/tableSize), b.Bytes()})
	}
	return files
}
