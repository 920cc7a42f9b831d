package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image/color"

	"jianbao/bulletin/pdf/object"
)

// Marks of a JPEG file (ISO/IEC 10918-1, table B.1).
const (
	markPrefix = 0xFF
	startScan  = 0xDA
	markAdobe  = 0xEE // application data, 14
)

const (
	jpegStart = "\xFF\xD8"
	jpegEnd   = "\xFF\xD9"
)

// newJPEG takes a file as it is, which fpdf copies.
func newJPEG(data []byte, colours color.Model) (*picture, error) {
	if err := checkJPEG(data); err != nil {
		return nil, err
	}
	if colours == color.RGBAModel {
		data = append([]byte(jpegStart+asLuminance), data[len(jpegStart):]...)
	}
	return &picture{"JPG", data}, nil
}

// asLuminance is a segment by which fpdf takes red, green and blue for luminance
// and two differences, for it knows only these; plainColours takes it out again.
// No camera writes it: RGB! dots to the inch there are not.
const asLuminance = "\xFF\xE0\x00\x10JFIF\x00\x01\x02\x00RGB!\x00\x00"

// plainColours tells of pictures of red, green and blue that they are such, as
// readers otherwise guess (7.4.8, table 13).
func (f *finisher) plainColours(pictures object.Dict) {
	for _, ref := range pictures {
		s := f.file.Stream(ref)
		if s == nil {
			continue
		}
		if rest, ok := bytes.CutPrefix(s.Data, []byte(jpegStart+asLuminance)); ok {
			s.Data = append([]byte(jpegStart), rest...)
			s.Dict["DecodeParms"] = object.Dict{"ColorTransform": object.Integer(0)}
		}
	}
}

// checkJPEG makes sure that the file is not cut off. Walking the segments up
// to the picture and looking for the mark of the end behind it is enough: data
// of a picture never look like a mark (ISO/IEC 10918-1, B.1.1.5).
func checkJPEG(data []byte) error {
	rest := segments(data, func(byte, []byte) {})
	switch {
	case rest == nil:
		return errors.New("no picture in JPEG file")
	case !bytes.Contains(rest, []byte(jpegEnd)):
		return errors.New("cut off")
	}
	return nil
}

// isAdobe reports whether a JPEG has Adobe's mark, with which inks are written
// inverted. That of a small picture within another segment, as programs put one
// in for a preview, does not count.
func isAdobe(data []byte) bool {
	adobe := false
	segments(data, func(mark byte, body []byte) {
		adobe = adobe || mark == markAdobe && len(body) >= 12 && bytes.HasPrefix(body, []byte("Adobe"))
	})
	return adobe
}

// segments yields the segments of a JPEG before the picture and returns what
// follows them, from the start of the scan on; nil if there is none.
func segments(data []byte, yield func(mark byte, body []byte)) []byte {
	for at := len(jpegStart); at+4 <= len(data) && data[at] == markPrefix; {
		mark, length := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
		switch {
		case mark == markPrefix: // filling
			at++
			continue
		case mark == startScan:
			return data[at:]
		case length >= 2 && at+2+length <= len(data):
			yield(mark, data[at+4:at+2+length])
		}
		at += 2 + length
	}
	return nil
}
