package site

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
)

// schemes are the kinds of address that may be followed from a page; all
// others, javascript: above all, stay text.
var schemes = map[string]bool{"http": true, "https": true, "mailto": true}

// safe tells whether a link may be live: an address of an allowed scheme, or a
// relative one. Browsers drop tabs and line feeds within a scheme and read a
// backslash as a slash, so an address with any of them is refused.
func safe(address string) bool {
	if address == "" || strings.ContainsFunc(address, doubtful) {
		return false
	}
	scheme, ok := schemeOf(address)
	return !ok || schemes[strings.ToLower(scheme)]
}

func doubtful(r rune) bool { return r == '\\' || unicode.IsControl(r) }

// schemeOf returns what stands before the first colon, unless the colon lies
// behind the first slash, question mark or hash sign.
func schemeOf(address string) (string, bool) {
	i := strings.IndexAny(address, ":/?#")
	if i < 0 || address[i] != ':' {
		return "", false
	}
	return strings.TrimSpace(address[:i]), true
}

// linkAddress escapes what an editor may type in an address but a URL must not
// hold: blanks, quotation marks and brackets, a % that begins no code, a second
// # (the URL code points of the WHATWG standard). Han stay as they are, and so
// do the brackets of a host given by its number.
func linkAddress(address string) string {
	var b strings.Builder
	fragment := false
	from := 0
	if i := strings.Index(address, "://["); i >= 0 {
		from = i + len("://[") + max(strings.IndexByte(address[i+len("://["):], ']')+1, 0)
		b.WriteString(address[:from])
	}
	for i := from; i < len(address); i++ {
		c := address[i]
		switch {
		case c == '#' && !fragment:
			fragment = true
			b.WriteByte(c)
		case c == '%' && !coded(address[i:]), strings.IndexByte(" \"#<>[]^`{|}", c) >= 0:
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// coded tells whether a text begins with % and two hexadecimal digits.
func coded(s string) bool {
	return len(s) > 2 && strings.Trim(s[1:3], "0123456789abcdefABCDEF") == ""
}

// pictureAddress returns the address of a picture given by its path, and false
// when the path is not one of a file below or beside the issue: a page calls
// for nothing from elsewhere.
func pictureAddress(path string) (string, bool) {
	if !safe(path) || strings.HasPrefix(path, "/") {
		return "", false
	}
	if _, foreign := schemeOf(path); foreign {
		return "", false
	}
	return fileAddress(path), true
}

// fileAddress escapes a relative path of a file, whose names may hold Han,
// blanks, # and %.
func fileAddress(path string) string {
	if path == "" {
		return ""
	}
	parts := strings.Split(path, "/")
	if strings.Contains(parts[0], ":") {
		parts = append([]string{"."}, parts...)
	}
	for i, part := range parts {
		parts[i] = url.PathEscape(part)
	}
	return strings.Join(parts, "/")
}
