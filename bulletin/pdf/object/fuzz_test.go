package object

import (
	"bytes"
	"testing"
)

// FuzzParse reads whatever it is given; what can be read can be written, and
// then read and written to the same bytes again.
func FuzzParse(f *testing.F) {
	f.Add(tiny())
	f.Add([]byte("%PDF-1.7\nxref\n0 0\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF"))
	f.Add(rewritten(f, tiny(), Pack))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Parse(data)
		if err != nil {
			return
		}
		var out bytes.Buffer
		if Write(&out, file) != nil {
			return
		}
		if again := rewrite(t, out.Bytes()); !bytes.Equal(again, out.Bytes()) {
			t.Fatalf("differs:\n%s\n%s", out.Bytes(), again)
		}
		if again := rewrite(t, rewritten(t, out.Bytes(), Pack)); !bytes.Equal(again, out.Bytes()) {
			t.Fatalf("packed, differs:\n%s\n%s", out.Bytes(), again)
		}
	})
}

// FuzzContent must neither panic nor hang.
func FuzzContent(f *testing.F) {
	f.Add([]byte("q 1 0 0 1 5 .5 cm /Im1 Do Q BT /F0 16 Tf [<0001>-12.5(a\\)b)]TJ ET"))
	f.Fuzz(func(t *testing.T, data []byte) {
		ops, err := Content(data)
		for _, op := range ops {
			if op.At > len(data) || op.Operator == "" {
				t.Fatalf("%+v of %d bytes, %v", op, len(data), err)
			}
		}
	})
}
