package intake

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"jianbao/bulletin/diag"
)

const wordSpace = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// less is how many times smaller than under LONG=1 what is hostile is.
func less() int {
	if os.Getenv("LONG") != "" {
		return 1
	}
	return 8
}

// body returns a document of Word with a piece many times over.
func body(piece string, n int) part {
	if n > 1000 {
		n /= less()
	}
	return part{"word/document.xml", "<w:document" + wordSpace + "><w:body>" + strings.Repeat(piece, n) + "</w:body></w:document>"}
}

// TestHostileWord gives documents made to eat time or memory.
func TestHostileWord(t *testing.T) {
	const short = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
	note := "<w:footnotes" + wordSpace + `><w:footnote w:id="1">` + strings.Repeat(short, 20_000) + "</w:footnote></w:footnotes>"
	var headers []part
	empty := body("<w:p/>", 1<<20).text
	for i := range 40 {
		headers = append(headers, part{fmt.Sprintf("word/header%d.xml", i), empty})
	}
	for name, parts := range map[string][]part{
		"blanks":              {body(" ", 80<<20)},
		"empty paragraphs":    {body("<w:p/>", 5<<20)},
		"paragraphs":          {body(short, 900_000)},
		"text":                {body("<w:p><w:r><w:t>"+strings.Repeat("甲", 1<<20)+"</w:t></w:r></w:p>", 10)},
		"bold blanks":         {body("<w:p>"+strings.Repeat("<w:r><w:rPr><w:b/></w:rPr><w:t> </w:t></w:r><w:r><w:t> </w:t></w:r>", 80_000)+"</w:p>", 1)},
		"bold and not":        {body("<w:p>"+strings.Repeat("<w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r>", 80_000)+"</w:p>", 1)},
		"deep":                {body("<w:p>", 1<<20)},
		"deep tables":         {body("<w:tbl><w:tr><w:tc>", 1<<18)},
		"wide table":          {body("<w:tbl><w:tr>"+strings.Repeat("<w:tc>"+short+"</w:tc>", 100_000)+"</w:tr>"+strings.Repeat("<w:tr/>", 19_000)+"</w:tbl>", 1)},
		"spans":               {body(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>`+short+"</w:tc></w:tr></w:tbl>", 10_000)},
		"breaks":              {body("<w:p>"+strings.Repeat(`<w:r><w:br/></w:r>`, 300_000)+"</w:p>", 1)},
		"pictures":            {body("<w:p>"+strings.Repeat(`<w:r><w:drawing/></w:r>`, 300_000)+"</w:p>", 1)},
		"attributes":          {body("<w:p "+strings.Repeat(`a="" `, 5<<20)+"/>", 1)},
		"comments":            {body("<!--"+strings.Repeat("-甲", 10<<20)+"-->", 1)},
		"headers":             append(headers, body(short, 3)),
		"one note everywhere": {body(`<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id="1"/></w:r></w:p>`, 100_000), {"word/footnotes.xml", note}},
		"lists":               {body(short, 3), {"word/numbering.xml", "<w:numbering" + wordSpace + ">" + numbered(200_000, `<w:abstractNum w:abstractNumId="%d"/>`) + "</w:numbering>"}},
		"styles":              {body(short, 3), {"word/styles.xml", "<w:styles" + wordSpace + ">" + numbered(200_000, `<w:style w:styleId="%d"><w:basedOn w:val="0"/></w:style>`) + "</w:styles>"}},
		"number":              {body(`<w:p><w:pPr><w:numPr><w:ilvl w:val="-5"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`, 3), {"word/numbering.xml", "<w:numbering" + wordSpace + `><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="99"><w:start w:val="-9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`}},
	} {
		t.Run(name, func(t *testing.T) { bounded(t, "a.docx", wordFile(t, parts...)) })
	}
}

// numbered returns a piece many times over with its number.
func numbered(n int, piece string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, piece, i)
	}
	return b.String()
}

// TestHostileText gives texts made to eat time or memory.
func TestHostileText(t *testing.T) {
	whole := largestText / 16 / less()
	for name, piece := range map[string]string{
		"blanks": "　", "lines": "\n", "short lines": "甲\n", "tabs": "\t", "stars": "*", "strong": "**甲", "brackets": "【", "open": "（", "quotes": "“",
		"banners": "【甲】\n", "items": "★ 甲乙\n", "lists": "报：甲、乙\n", "labels": "报：", "roles": "校对：甲 ", "numbers": "1.甲\n", "levels": "（一）甲乙丙\n",
		"dates": "2020年1月1日\n", "offices": "某办公室\n", "issues": "第1期\n", "copies": "共印1份", "dots": "…", "rules": "————\n", "pages": "\f— 1 —\n", "notes": "编者按：\n",
		"contents": "导读\n★ 甲\n", "digits": "〇", "hard": "\\", "marks": "[^1]: [甲](乙)\n", "pipes": "|甲|\n", "full": strings.Repeat("甲", 40) + "\n", "sentence": "甲乙丙丁。\n", "bytes": "\x81",
	} {
		t.Run(name, func(t *testing.T) {
			for _, head := range []string{"", "某简报\n第1期\n某局 2020年1月1日\n导读\n"} {
				bounded(t, "a.txt", []byte(head+strings.Repeat(piece, whole/len(piece))))
			}
		})
	}
}

// bounded imports a paper and fails when that takes long or much memory.
func bounded(t *testing.T, name string, data []byte) {
	t.Helper()
	start := time.Now()
	drafts, findings := Import(name, data, nil)
	imported := time.Since(start)
	for _, d := range drafts {
		if len(d.Text) < 4<<20 { // what the reader takes is not this test's
			continue
		}
		_ = diag.List(d.Findings("a.md"))
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if imported > 20*time.Second || m.Sys > 3<<30 {
		t.Errorf("took %v and %d MB; %v", imported, m.Sys>>20, findings)
	} else if testing.Verbose() {
		t.Logf("%v, %d MB, %d drafts, %.120v", imported, m.Sys>>20, len(drafts), findings)
	}
}
