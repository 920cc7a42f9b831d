package site_test

import (
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/browser"
	"jianbao/bulletin/site"
)

// TestEscaping puts an element into every text of an issue: none may come out
// alive.
func TestEscaping(t *testing.T) {
	const evil = `"'></style><script>alert(1)</script>`
	bad := phrase(evil)
	issue := plain(heading(1, evil), heading(2, evil), para(evil), banner(evil),
		&bulletin.RunIn{Mark: evil, Head: text(evil), Text: text(evil)},
		&bulletin.Paragraph{Text: []bulletin.Inline{strong(evil), &bulletin.CodeSpan{String: evil}, &bulletin.Picture{Path: evil, Alt: evil},
			&bulletin.Link{URL: evil, Text: text(evil)}, &bulletin.NoteMark{Label: evil}}},
		&bulletin.List{Ordered: true, Items: []*bulletin.ListItem{{Marker: evil, Blocks: []bulletin.Block{para(evil)}}}},
		&bulletin.Table{Columns: make([]bulletin.Align, 1), Head: []bulletin.Cell{text(evil)}, Rows: [][]bulletin.Cell{{text(evil)}}},
		&bulletin.Figure{Path: evil, Alt: evil, Caption: evil}, &bulletin.Code{Lines: []bulletin.Text{{String: evil}}},
		&bulletin.Note{Label: evil, Blocks: []bulletin.Block{para(evil)}})
	issue.Name, issue.Above, issue.Issuer, issue.Classification = phrases(evil), phrases(evil), phrases(evil), phrases(evil)
	issue.NumberForm, issue.Signer, issue.EditorNoteLabel = bad, bad, bad
	issue.EditorNote = []bulletin.Block{para(evil)}
	issue.Contents = bulletin.Contents{Title: bad, Mark: bad, Groups: []bulletin.ContentsGroup{group(evil, evil, evil)}}
	issue.Lists = []bulletin.Recipients{list(evil, evil)}
	issue.Staff = []bulletin.Person{{Role: bad, Name: bad}}
	issue.Corrections = []bulletin.Correction{{Text: bad}}
	issue.Style.PageNumber.Form = phrase(evil + "{n}" + evil)
	for _, got := range []string{
		pageOf(t, issue, site.PageInfo{PDF: evil, Index: evil}),
		indexOf(t, site.IndexInfo{Name: []string{evil}}, []site.Entry{entryOf(issue, evil, evil)}),
	} {
		browser.Text(t, got, false)
		if strings.Contains(got, "<script") || strings.Count(got, "</style>") != 1 {
			t.Errorf("markup of the text came out alive")
		}
	}
}

// TestLinks checks which addresses may be followed.
func TestLinks(t *testing.T) {
	for address, live := range map[string]bool{
		"https://example.com/":      true,
		"HTTP://example.com":        true,
		"mailto:a@example.com":      true,
		"../2020/003.html":          true,
		"第三期.pdf":                   true,
		"#part-1":                   true,
		"a?b=c:d":                   true,
		"":                          false,
		"javascript:alert(1)":       false,
		"JaVaScRiPt:alert(1)":       false,
		" javascript:alert(1)":      false,
		"java\nscript:alert(1)":     false,
		"\x01javascript:alert(1)":   false,
		"data:text/html,<b>":        false,
		"vbscript:x":                false,
		"file:///etc/passwd":        false,
		`\\server\share`:            false,
		"javascript&colon;alert(1)": true, // a relative path: the ampersand is escaped
	} {
		got := pageOf(t, plain(&bulletin.Paragraph{Text: []bulletin.Inline{&bulletin.Link{URL: address, Text: text("见此")}}}), site.PageInfo{})
		if strings.Contains(got, "<a ") != live {
			t.Errorf("%q live: %v", address, !live)
		}
		if !strings.Contains(got, "见此") {
			t.Errorf("%q: the text is lost", address)
		}
	}
}

// TestFiles checks that names of files are escaped, and that no picture comes
// from elsewhere.
func TestFiles(t *testing.T) {
	for path, want := range map[string]string{
		"img/a.png":              `src="img/a.png"`,
		"img/现场 50%#1.png":       `src="img/%E7%8E%B0%E5%9C%BA%2050%25%231.png"`,
		"../img/a?b.png":         `src="../img/a%3Fb.png"`,
		"https://x.example/a":    "",
		"//x.example/a.png":      "",
		"/etc/a.png":             "",
		"data:image/png;base64,": "",
	} {
		got := pageOf(t, plain(&bulletin.Figure{Path: path, Alt: "现场"}), site.PageInfo{})
		if want == "" {
			if strings.Contains(got, "<img") || !strings.Contains(got, "现场") {
				t.Errorf("%s: a picture from elsewhere, or its words are lost", path)
			}
		} else if !strings.Contains(got, want) {
			t.Errorf("%s is not %s", path, want)
		}
	}
}
