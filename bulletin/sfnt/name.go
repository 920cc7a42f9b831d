package sfnt

import "unicode/utf16"

// namePostScript is the identifier of the PostScript name in the name table.
const namePostScript = 6

// PostScriptName returns the name by which documents refer to the font, empty
// when the font tells none. It is as written in the font: the caller makes it
// fit its own rules.
func (f *Font) PostScriptName() string {
	table := f.tables.name
	if len(table) < 6 {
		return ""
	}
	storage := int(u16(table, 4))
	for i := range int(u16(table, 2)) {
		at := 6 + 12*i
		if at+12 > len(table) {
			break
		}
		if s := nameRecord(table, table[at:], storage); s != "" {
			return s
		}
	}
	return ""
}

// nameRecord returns the string of one record if it is the PostScript name in
// an encoding we read: UTF-16 of Unicode and Windows, ASCII of Macintosh.
func nameRecord(table, record []byte, storage int) string {
	if u16(record, 6) != namePostScript {
		return ""
	}
	at, length := storage+int(u16(record, 10)), int(u16(record, 8))
	if at+length > len(table) {
		return ""
	}
	s := table[at : at+length]
	switch u16(record, 0) {
	case 0, 3:
		return fromUTF16(s)
	case 1:
		return string(s)
	}
	return ""
}

func fromUTF16(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = u16(b, 2*i)
	}
	return string(utf16.Decode(units))
}
