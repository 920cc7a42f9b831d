package browser

import (
	"encoding/xml"
	"io"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// void are the elements of HTML that are never closed.
var void = regexp.MustCompile(`<(meta|link|br|hr|img|input)\b[^>]*`)

// Text reads a page as strict XML, which but for the void elements it is, and
// returns the text of its body; with addresses also those of links, as paper prints
// them. A page that is not well-formed fails the test.
func Text(t testing.TB, page string, addresses bool) string {
	t.Helper()
	page = strings.Replace(page, " hidden>", ` hidden="">`, 1) // an attribute without a value
	d := xml.NewDecoder(strings.NewReader(void.ReplaceAllString(page, "$0/")))
	var b strings.Builder
	body := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			body = body || token.Name.Local == "body"
			for _, a := range token.Attr {
				if address, err := url.PathUnescape(a.Value); err == nil && a.Name.Local == "href" && body && addresses {
					b.WriteString(address)
				}
			}
		case xml.CharData:
			if body {
				b.Write(token)
			}
		}
	}
}
