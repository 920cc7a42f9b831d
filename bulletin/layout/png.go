package layout

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image/png"
	"io"
)

// Parts of a PNG file (PNG specification, 5.2 and 11.2).
const (
	pngSignature = "\x89PNG\r\n\x1a\n"
	pngHeader    = 13 // bytes of IHDR
	mostFilter   = 4  // types of filter are 0–4
)

// samples is how many values a pixel has, by the kind of colour: grey, colour,
// palette, and grey and colour with transparency (table 11.1).
var samples = [8]int{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}

// readPNG takes the size, makes sure that every row is there, and returns the
// orientation, 0 when the file tells none.
func (p *Picture) readPNG() (int, error) {
	c, err := png.DecodeConfig(bytes.NewReader(p.Data))
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrPictureBroken, err)
	}
	if err := p.size(c); err != nil {
		return 0, err
	}
	if unpacked, weight := p.unpacked(), int64(c.Width)*int64(c.Height); unpacked > 0 && weight*unpacked > maxUnpacked {
		return 0, fmt.Errorf("%w: %d × %d pixels to unpack", ErrPictureSize, c.Width, c.Height)
	}
	rows, orientation, err := chunks(p.Data[len(pngSignature):])
	if err == nil {
		err = checkRows(p.Data[16:16+pngHeader], io.MultiReader(rows...))
	}
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrPictureBroken, err)
	}
	return orientation, nil
}

// maxUnpacked bounds a picture that must be unpacked to stand in a PDF file, in
// pixels of 8 bits: 32 million are A4 at 560 dpi.
const maxUnpacked = 32_000_000

// unpacked returns how many bytes a sample has once the picture is unpacked; 0
// for one whose rows go into the file as they are: neither see-through, nor
// interlaced, nor of 16 bits.
func (p *Picture) unpacked() int64 {
	depth, colour, interlaced := p.Data[24], p.Data[25], p.Data[28] != 0
	switch {
	case depth > 8:
		return 2
	case interlaced, colour == 4, colour == 6:
		return 1
	}
	return 0
}

// chunks walks the chunks of a PNG file and returns the parts of its rows.
func chunks(data []byte) (rows []io.Reader, orientation int, err error) {
	for len(data) >= 12 {
		n := uint64(binary.BigEndian.Uint32(data))
		if n > uint64(len(data)-12) {
			return nil, 0, errors.New("cut off")
		}
		tag, body := string(data[4:8]), data[8:8+n]
		if crc32.ChecksumIEEE(data[4:8+n]) != binary.BigEndian.Uint32(data[8+n:]) {
			return nil, 0, fmt.Errorf("chunk %q is damaged", tag)
		}
		switch tag {
		case "IDAT":
			rows = append(rows, bytes.NewReader(body))
		case "eXIf":
			orientation = exifOrientation(body)
		case "IEND":
			return rows, orientation, nil
		}
		data = data[12+n:]
	}
	return nil, 0, errors.New("cut off")
}

// checkRows unpacks the rows, keeping none: that of each pass begins with the
// type of its filter (9.1).
func checkRows(header []byte, packed io.Reader) error {
	unpacked, err := zlib.NewReader(packed)
	if err != nil {
		return err
	}
	in := bufio.NewReader(unpacked)
	for _, pass := range passes(header) {
		for range pass.rows {
			filter, err := in.ReadByte()
			if err != nil {
				return err
			}
			if filter > mostFilter {
				return fmt.Errorf("filter of type %d", filter)
			}
			if _, err := in.Discard(pass.bytes); err != nil {
				return err
			}
		}
	}
	if _, err := in.ReadByte(); err != io.EOF { // what stands there also when the checksum is wrong
		return fmt.Errorf("behind the last row: %w", cmp.Or(err, errors.New("more data")))
	}
	return nil
}

// A pass is a picture of some of a picture's pixels: all of them, or those that
// interlacing sends together.
type pass struct{ rows, bytes int }

// passes returns the passes of a picture by its header, the empty ones left
// out (8.2).
func passes(header []byte) []pass {
	width, height := int(binary.BigEndian.Uint32(header)), int(binary.BigEndian.Uint32(header[4:]))
	bits := int(header[8]) * samples[header[9]%8]
	starts := [][4]int{{0, 0, 1, 1}} // x, y, steps of both
	if header[12] == 1 {
		starts = [][4]int{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}
	}
	var list []pass
	for _, s := range starts {
		w, h := (width-s[0]+s[2]-1)/s[2], (height-s[1]+s[3]-1)/s[3]
		if w > 0 && h > 0 {
			list = append(list, pass{h, (w*bits + 7) / 8})
		}
	}
	return list
}
