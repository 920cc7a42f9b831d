package catalog

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
)

// A File is one output of an issue.
type File struct {
	Name   string // from the folder of outputs, with forward slashes
	Size   int64  // in bytes; 0 when a sealed file was not found
	Sum    string // SHA-256, 64 hexadecimal digits
	Format string // for people: PDF/A-2a

	// Of a PDF file that was read again: what it shows, or why it cannot be read.
	PDF   *Inspection
	Fault string
}

// NewFile describes an output by its bytes.
func NewFile(name string, data []byte) File {
	sum := sha256.Sum256(data)
	f := File{Name: name, Size: int64(len(data)), Sum: hex.EncodeToString(sum[:]), Format: FormatOf(name)}
	if path.Ext(name) == ".pdf" {
		var err error
		if f.PDF, err = Inspect(data); err != nil {
			f.Fault = "读不出，文件不完整，或不是本工具写的"
		} else if f.PDF.Level == "U" {
			f.Format = strings.Replace(f.Format, "PDF/A-2a", "PDF/A-2u", 1)
		}
	}
	return f
}

// FormatOf returns the format of an output by its name, as an archive calls it.
func FormatOf(name string) string {
	ext := path.Ext(name)
	if ext == ".pdf" {
		return "PDF/A-2a（ISO 19005-2），PDF/UA-1（ISO 14289-1）"
	}
	return strings.ToUpper(strings.TrimPrefix(ext, "."))
}
