package intake

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
)

// unmarkedUTF16 decodes UTF-16 without a byte order mark: of the two orders the one
// with more marks and digits, if nearly all units are characters of a Chinese text.
// Text of any other encoding has no NUL and is not asked for.
func unmarkedUTF16(data []byte) (string, bool) {
	data = data[:len(data)&^1]
	best, most := "", -1
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		units := make([]uint16, len(data)/2)
		typical, common := 0, 0
		for i := range units {
			units[i] = order.Uint16(data[2*i:])
			switch u := units[i]; {
			case u == '\n', u == '\r', u == ' ', u >= '0' && u <= '9', u == 0x3000, u == 0x3001, u == 0x3002, u == 0xFF0C:
				common++
				typical++
			case u == '\t', u > ' ' && u < 0x7F, u >= 0x2010 && u < 0x2700, u >= 0x3000 && u < 0x3100, u >= 0x3400 && u < 0xA000, u > 0xFF00 && u < 0xFFEF:
				typical++
			}
		}
		if typical*20 >= len(units)*19 && common > most {
			best, most = string(utf16.Decode(units)), common
		}
	}
	return best, most > 0 && !bytes.ContainsRune([]byte(best), 0)
}
