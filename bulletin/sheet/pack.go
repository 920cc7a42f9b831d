package sheet

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/klauspost/compress/zip"
)

// A workbook is a zip archive of parts (ISO/IEC 29500-2). Ours stand in order of
// their names, without times, compressed by a compressor of a fixed version; in
// coreProperties stands a hash of all other parts, by which a workbook that
// nobody changed since is known.

// unsealed stands for the hash until it is known.
const unsealed = "0000000000000000000000000000000000000000000000000000000000000000"

const coreProperties = "docProps/core.xml"

// bookPart is one part of a workbook.
type bookPart struct {
	name string
	data []byte
}

// largestBook is how large the parts of an earlier workbook may be together, in
// bytes.
const largestBook = 200 << 20

var errTooLarge = errors.New("workbook too large")

// unpacked returns the parts of a workbook in order of their names.
func unpacked(data []byte) ([]bookPart, error) {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var parts []bookPart
	room := int64(largestBook)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		text, err := io.ReadAll(io.LimitReader(r, room+1))
		if err = errors.Join(err, r.Close()); err != nil {
			return nil, err
		}
		if room -= int64(len(text)); room < 0 {
			return nil, errTooLarge
		}
		parts = append(parts, bookPart{f.Name, text})
	}
	slices.SortFunc(parts, func(a, b bookPart) int { return strings.Compare(a.name, b.name) }) // [Content_Types].xml stands first
	return parts, nil
}

// seal returns the hash of all parts but that which holds it.
func seal(parts []bookPart) []byte {
	h := sha256.New()
	for _, p := range parts {
		if p.name != coreProperties {
			fmt.Fprintf(h, "%s %d\n", p.name, len(p.data))
			h.Write(p.data)
		}
	}
	return fmt.Appendf(nil, "%x", h.Sum(nil))
}

// repacked returns a workbook in canonical form.
func repacked(data []byte) ([]byte, error) {
	parts, err := unpacked(data)
	if err != nil {
		return nil, err
	}
	hash := seal(parts)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		if p.name == coreProperties {
			p.data = bytes.Replace(p.data, []byte(unsealed), hash, 1)
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := part.Write(p.data); err != nil {
			return nil, err
		}
	}
	err = w.Close()
	return out.Bytes(), err
}

// Untouched reports whether a workbook is as this package has made it.
func Untouched(data []byte) bool {
	parts, err := unpacked(data)
	if err != nil {
		return false
	}
	hash := seal(parts)
	return slices.ContainsFunc(parts, func(p bookPart) bool { return p.name == coreProperties && bytes.Contains(p.data, hash) })
}
