package object

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// many is a file of n small objects and a stream.
func many(n int) *File {
	f := &File{}
	var list Array
	for i := range n {
		list = append(list, f.Add(Dict{"Number": Integer(i), "Next": Ref(i%n + 1)}))
	}
	text := f.Add(&Stream{Data: []byte("BT ET")})
	f.Trailer = Dict{"Root": f.Add(Dict{"Type": Name("Catalog"), "List": list, "Text": text})}
	return f
}

// TestPack says that a packed file is read as it would be unpacked, and is much
// smaller.
func TestPack(t *testing.T) {
	for _, n := range []int{1, groupSize - 1, groupSize, 1000} {
		var plain, packed bytes.Buffer
		if err := errors.Join(Write(&plain, many(n)), Pack(&packed, many(n))); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(rewrite(t, packed.Bytes()), plain.Bytes()) {
			t.Errorf("%d objects: reads otherwise than unpacked", n)
		}
		if again := rewritten(t, packed.Bytes(), Pack); !bytes.Equal(again, packed.Bytes()) {
			t.Errorf("%d objects: packed again it differs", n)
		}
		if n == 1000 && packed.Len() > plain.Len()/4 {
			t.Errorf("%d bytes packed, %d plain", packed.Len(), plain.Len())
		}
	}
	if got, want := rewrite(t, rewritten(t, tiny(), Pack)), rewrite(t, tiny()); !bytes.Equal(got, want) {
		t.Errorf("differs:\n%s\n%s", got, want)
	}
}

func TestPackNeedsACatalogue(t *testing.T) {
	if err := Pack(&bytes.Buffer{}, &File{}); !errors.Is(err, ErrSyntax) {
		t.Error(err)
	}
}

// TestUnpackRefuses takes a packed file apart in ways that must be noticed.
func TestUnpackRefuses(t *testing.T) {
	// Uncompressed, so that it can be changed: object 1 and 2 in 3, and the
	// cross-references in 4.
	build := func(objects, first string, entries [][3]int) []byte {
		c := canon{out: []byte(header)}
		p := packer{canon: &c}
		at := len(c.out)
		body := fmt.Sprintf("3 0 obj <</Type /ObjStm /N 2 /First %s /Length %d>> stream\n%s\nendstream endobj\n", first, len(objects), objects)
		c.out = append(c.out, body...)
		for _, e := range entries {
			where := e[1]
			switch {
			case e[0] == entryPlain && where == 3:
				where = at
			case e[0] == entryPlain && where == 4:
				where = len(c.out)
			}
			p.entry(byte(e[0]), where, e[2])
		}
		table := len(c.out)
		c.out = append(c.out, fmt.Sprintf("4 0 obj <</Type /XRef /W [1 4 2] /Root 1 0 R /Length %d>> stream\n%s\nendstream endobj", len(p.entries), p.entries)...)
		return c.end(table)
	}
	const objects = "1 0 2 17 <</Type/Catalog>> 5"
	sound := [][3]int{{entryFree, 0, 0}, {entryPacked, 3, 0}, {entryPacked, 3, 1}, {entryPlain, 3, 0}, {entryPlain, 4, 0}}
	if f, err := Parse(build(objects, "9", sound)); err != nil || f.Catalog()["Type"] != Name("Catalog") || f.Objects[2] != Integer(5) {
		t.Fatalf("%v %v", f, err)
	}
	good := build(objects, "9", sound)
	swapped := func(old, new string) []byte { return bytes.Replace(good, []byte(old), []byte(new), 1) }
	with := func(i int, e [3]int) [][3]int {
		list := append([][3]int{}, sound...)
		list[i] = e
		return list
	}
	for name, data := range map[string][]byte{
		"no type":              swapped("/XRef", "/Yref"),
		"widths":               swapped("[1 4 2]", "[1 2 4]"),
		"updated":              swapped("/Root 1 0 R", "/Prev 1 0 R"),
		"no stream of objects": swapped("/ObjStm", "/ObjStn"),
		"unknown filter":       swapped("/Type /ObjStm", "/Filter /LZWDecode"),
		"too few":              swapped("/N 2", "/N 3"),
		"first":                build(objects, "99", sound),
		"before the last":      build("1 0 2 1 <</Type/Catalog>> 5", "8", sound),
		"negative":             build("1 0 2 -1 <</Type/Catalog>> 5", "9", sound),
		"number":               build("1 0 9 17 <</Type/Catalog>> 5", "9", sound),
		"no object":            build("1 0 2 17 <</Type/Catalog>> x", "9", sound),
		"no number":            build("1 0 x 17 <</Type/Catalog>> 5", "9", sound),
		"elsewhere":            build(objects, "9", with(2, [3]int{entryPacked, 3, 0})),
		"plain too":            build(objects, "9", with(2, [3]int{entryFree, 0, 0})),
		"kind":                 build(objects, "9", with(2, [3]int{7, 3, 1})),
		"beyond the end":       build(objects, "9", with(3, [3]int{entryPlain, 9999, 0})),
		"group beyond the end": build(objects, "9", with(1, [3]int{entryPacked, 77, 0})),
		"half an entry":        swapped("/Length 35", "/Length 36"),
		"no stream":            []byte(strings.Replace(string(good), "4 0 obj <<", "4 0 obj 4 <<", 1)),
	} {
		if _, err := Parse(data); !errors.Is(err, ErrSyntax) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
