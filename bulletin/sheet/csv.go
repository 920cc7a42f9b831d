package sheet

import (
	"bytes"
	"encoding/csv"
	"fmt"

	"jianbao/bulletin"
)

// CSV returns a sheet as text with commas between fields, in UTF-8 with a byte
// order mark and CRLF, which office suites on every system take for what it is
// (RFC 4180).
func CSV(s Data) []byte {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	w.Write(s.Heads)
	for _, row := range s.Rows {
		fields := make([]string, len(row))
		for i, v := range row {
			fields[i] = field(v)
		}
		w.Write(fields)
	}
	w.Flush() // a buffer takes everything
	return b.Bytes()
}

func field(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case bulletin.Date:
		return v.ISO()
	}
	return fmt.Sprint(v)
}
