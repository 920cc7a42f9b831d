package catalog

import (
	"path"
	"strings"
)

// FormatOf returns the format of an output by its name, as an archive calls it.
func FormatOf(name string) string {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".pdf":
		return "PDF/A-2a（ISO 19005-2），PDF/UA-1（ISO 14289-1）"
	case ".html":
		return "HTML"
	case ".jpg", ".jpeg":
		return "JPEG"
	default:
		return strings.ToUpper(strings.TrimPrefix(ext, "."))
	}
}
