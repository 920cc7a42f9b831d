package object

// tiny is a file of two pages as other programs write it: with comments,
// escapes, an indirect length, and an object nobody needs. The marks @ become
// the places in table.
const tinyBody = `%PDF-1.4
@1 0 obj <</Type/Catalog /Pages 2 0 R /Empty <<>> /Nothing null /Gone 9 0 R>> endobj
@2 0 obj % the pages
<</Type /Pages /Kids [3 0 R 3 0 R] /Count 2>>
endobj
@3 0 obj <</Type /Page /Parent 2 0 R /Contents 4 0 R /Name /A#20B#2f /Yes true /Width -.5 /Text (a\(b\)\\\101\
c(d)) /Hex <6 1 6>>> endobj
@4 0 obj <</Length 5 0 R>> stream
BT ET
endstream endobj
@5 0 obj 5 endobj
@6 0 obj (unused) endobj
@7 0 obj <</Title <FEFF7B80>>> endobj
`

// tiny returns the file with its table.
func tiny() []byte {
	var body []byte
	var offsets []int
	for _, c := range []byte(tinyBody) {
		if c == '@' {
			offsets = append(offsets, len(body))
			continue
		}
		body = append(body, c)
	}
	return withTable(body, offsets)
}

// withTable appends a table of cross-references and a trailer.
func withTable(body []byte, offsets []int) []byte {
	c := canon{out: body}
	table := len(body)
	c.table(offsets)
	c.out = append(c.out, "trailer <</Size 8 /Root 1 0 R /Info 7 0 R>>\n"...)
	return c.end(table)
}
