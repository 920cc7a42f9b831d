package layout

import (
	"encoding/binary"

	"jianbao/bulletin/page"
)

// Parts of a TIFF directory (Exif 2.32, 4.6.2 and 4.6.4).
const (
	tiffEntry       = 12 // bytes of an entry
	tagOrientation  = 0x0112
	typeShort       = 3
	mostTIFFEntries = 1000
)

// exifOrientation returns which way up a camera was held, 1–8; 0 when the data
// do not tell. Data that make no sense tell nothing.
func exifOrientation(b []byte) int {
	if len(b) < 8 {
		return 0
	}
	var order binary.ByteOrder
	switch string(b[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return 0
	}
	at := uint64(order.Uint32(b[4:]))
	if at+2 > uint64(len(b)) {
		return 0
	}
	n := min(int(order.Uint16(b[at:])), mostTIFFEntries)
	for b = b[at+2:]; n > 0 && len(b) >= tiffEntry; n, b = n-1, b[tiffEntry:] {
		if order.Uint16(b) != tagOrientation {
			continue
		}
		if v := order.Uint16(b[8:]); order.Uint16(b[2:]) == typeShort && v >= 1 && v <= 8 {
			return int(v)
		}
		return 0
	}
	return 0
}

// upright says how a picture of an orientation is turned to stand upright, and
// whether it were to be mirrored beside (Exif 2.32, table 4, orientation).
func upright(orientation int) (turn page.Turn, mirrored bool) {
	switch orientation {
	case 2, 4, 5, 7:
		return 0, true
	case 3:
		return 2, false
	case 6: // the file's first row is the right side
		return 3, false
	case 8: // the file's first row is the left side
		return 1, false
	}
	return 0, false
}
