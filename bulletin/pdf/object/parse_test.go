package object

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	f, err := Parse(tiny())
	if err != nil {
		t.Fatal(err)
	}
	want := Dict{"Type": Name("Page"), "Parent": Ref(2), "Contents": Ref(4), "Name": Name("A B/"), "Yes": Bool(true),
		"Width": Real("-.5"), "Text": String(`a(b)\Ac(d)`), "Hex": String("a`")}
	if got := f.Dict(Ref(3)); !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := string(f.Stream(Ref(4)).Data); got != "BT ET" {
		t.Errorf("stream %q", got)
	}
	if got := f.Dict(f.Trailer["Info"])["Title"].(String).Text(); got != "简" {
		t.Errorf("title %q", got)
	}
	if f.Resolve(Ref(9)) != (Null{}) || f.Resolve(Ref(0)) != (Null{}) {
		t.Error("a reference to nothing is something")
	}
}

func TestParseRefuses(t *testing.T) {
	good := string(tiny())
	swap := func(old, new string) string { return strings.Replace(good, old, new, 1) }
	tests := map[string]string{
		"nothing":         "",
		"no header":       swap("%PDF-1.4", "%!PS-1.4"),
		"no startxref":    swap("startxref", "startxxxx"),
		"updated":         swap("/Size 8", "/Prev 8"),
		"encrypted":       swap("/Size 8 ", "/Encrypt{"),
		"wrong number":    swap("3 0 obj", "8 0 obj"),
		"long stream":     swap("5 0 obj 5 endobj", "5 0 obj 9 endobj"),
		"endless array":   swap("[3 0 R 3 0 R]", "[3 0 R 3 0 R "),
		"endless string":  swap("(unused) endobj", "(unused  endobj"),
		"hex":             swap("<6 1 6>", "<6 x 6>"),
		"key":             swap("/Yes true", "(Ye) true"),
		"huge number":     swap("/Count 2", "/Count 99999999999999999999"),
		"R alone":         swap("[3 0 R 3 0 R]", "[R 0 3 3 0 R]"),
		"inside another":  swap("(unused) endobj", "7 0 obj end"),
		"too many":        swap("0 8\n0000000000", "0 9999999\n0000000000"),
		"deep":            swap("(unused)", strings.Repeat("[", 100)),
		"not an operator": swap("6 0 obj (unused)", "6 0 obj unused  "),
	}
	for name, data := range tests {
		if _, err := Parse([]byte(data)); !errors.Is(err, ErrSyntax) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestContent(t *testing.T) {
	const data = "q 1 0 0 1 5 .5 cm\n/Im1 Do Q % done\nBT [<0001>-12.5(a\\)b)]TJ ET"
	ops, err := Content([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		begins, operator string
		operands         int
	}{
		{"q", "q", 0}, {"1 0 0 1", "cm", 6}, {"/Im1", "Do", 1}, {"Q", "Q", 0},
		{"BT", "BT", 0}, {"[<0001>", "TJ", 1}, {"ET", "ET", 0},
	}
	if len(ops) != len(want) {
		t.Fatalf("%d operations", len(ops))
	}
	for i, w := range want {
		if op := ops[i]; op.Operator != w.operator || len(op.Operands) != w.operands || !strings.HasPrefix(data[op.At:], w.begins) {
			t.Errorf("%+v, want %v", op, w)
		}
	}
	if got, want := ops[5].Operands[0], (Array{String("\x00\x01"), Real("-12.5"), String("a)b")}); !reflect.DeepEqual(got, Object(want)) {
		t.Errorf("shows %v, want %v", got, want)
	}
	for _, bad := range []string{"1 2", "]", "BI /W 1 ID x EI", "<< /A 1 re"} {
		if _, err := Content([]byte(bad)); !errors.Is(err, ErrSyntax) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// What was read and written is the same when read and written again, and what
// nobody needs is gone.
func TestWriteIsCanonical(t *testing.T) {
	once := rewrite(t, tiny())
	if twice := rewrite(t, once); !bytes.Equal(once, twice) {
		t.Errorf("differs:\n%s\n%s", once, twice)
	}
	for _, gone := range []string{"unused", "9 0 R", "null", "Nothing"} {
		if bytes.Contains(once, []byte(gone)) {
			t.Errorf("%q is still there", gone)
		}
	}
	for _, kept := range []string{"/Name /A#20B#2F", `/Text (a\(b\)\\Ac\(d\))`, "/Length 5", "/Size 6", "/Title <FEFF7B80>"} {
		if !bytes.Contains(once, []byte(kept)) {
			t.Errorf("%q is missing in\n%s", kept, once)
		}
	}
}

func rewrite(t testing.TB, data []byte) []byte {
	t.Helper()
	return rewritten(t, data, Write)
}

func rewritten(t testing.TB, data []byte, write func(io.Writer, *File) error) []byte {
	t.Helper()
	f, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := write(&out, f); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWriteNeedsACatalogue(t *testing.T) {
	if err := Write(&bytes.Buffer{}, &File{}); !errors.Is(err, ErrSyntax) {
		t.Error(err)
	}
}

func TestTextString(t *testing.T) {
	for text, want := range map[string]String{
		"":        "",
		"Brief 4": "Brief 4",
		"简报":      "\xFE\xFF\x7B\x80\x62\xA5",
		"𬱖":       "\xFE\xFF\xD8\x73\xDC\x56",
		"a\nb":    "\xFE\xFF\x00a\x00\n\x00b",
	} {
		if got := TextString(text); got != want || got.Text() != text {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestCompress(t *testing.T) {
	d, err := NewDeflater()
	if err != nil {
		t.Fatal(err)
	}
	text := bytes.Repeat([]byte("工作简报"), 500)
	first, err := d.Compress(text)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Compress([]byte("something else in between")); err != nil {
		t.Fatal(err)
	}
	again, _ := d.Compress(text)
	if !bytes.Equal(first, again) {
		t.Error("depends on what was compressed before")
	}
	s := &Stream{Dict: Dict{"Filter": Name("FlateDecode")}, Data: first}
	if got, err := s.Decode(); err != nil || !bytes.Equal(got, text) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
	s.Data = first[:len(first)-6]
	if _, err := s.Decode(); err == nil {
		t.Error("a stream cut off is read")
	}
}
