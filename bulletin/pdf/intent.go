package pdf

import (
	"encoding/binary"
	"unicode/utf16"

	"jianbao/bulletin/pdf/object"
)

// intent says what red, green and blue mean in the file (14.11.5; ISO 19005-2,
// 6.2.3): sRGB (IEC 61966-2-1), by a profile that is made here and so is anyone's
// to ship.
func (f *finisher) intent() object.Ref {
	profile := &object.Stream{Dict: object.Dict{"N": object.Integer(3)}, Data: srgbProfile()}
	return f.file.Add(object.Dict{
		"Type": object.Name("OutputIntent"), "S": object.Name("GTS_PDFA1"),
		"OutputConditionIdentifier": object.String("sRGB IEC61966-2.1"), "Info": object.String("sRGB IEC61966-2.1"),
		"RegistryName": object.String("http://www.color.org"), "DestOutputProfile": f.file.Add(profile),
	})
}

// Numbers of sRGB, in parts of 65536 (s15Fixed16Number, ICC.1:2010, 4.6).
var (
	srgbWhite = []int32{0xF6D6, 0x10000, 0xD32D} // D50, the white of all profiles (7.2.16)
	// The primaries under D50, after the chromatic adaptation of Bradford.
	srgbRed   = []int32{28578, 14582, 913}
	srgbGreen = []int32{25235, 46981, 6364}
	srgbBlue  = []int32{9377, 3973, 46784}
	// The adaptation from D65 to D50.
	srgbAdapted = []int32{68674, 1502, -3281, 1939, 64912, -1119, -606, 987, 49258}
	// The curve: exponent, then a, b, c, d of the two pieces (10.16, type 3).
	srgbCurve = []int32{157286, 62119, 3417, 5072, 2651}
)

// srgbProfile returns a display profile of version 4 (ICC.1:2010): header, table
// of tags, and the tags a display of three colours must have (8.3.2, 8.4.2).
func srgbProfile() []byte {
	curve := append(append([]byte("para\x00\x00\x00\x00"), 0, 3, 0, 0), fixed(srgbCurve)...)
	adapted := append([]byte("sf32\x00\x00\x00\x00"), fixed(srgbAdapted)...)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", words16("sRGB IEC61966-2.1")}, {"cprt", words16("No copyright, use freely")},
		{"wtpt", xyz(srgbWhite)}, {"chad", adapted},
		{"rXYZ", xyz(srgbRed)}, {"gXYZ", xyz(srgbGreen)}, {"bXYZ", xyz(srgbBlue)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // one curve for all
	}
	const head, entry = 128, 12
	at := head + 4 + entry*len(tags)
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	place, size := 0, 0
	for _, tag := range tags {
		if tag.data != nil {
			place, size = at+len(data), len(tag.data)
			data = append(data, tag.data...)
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
		}
		table = append(table, tag.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(place))
		table = binary.BigEndian.AppendUint32(table, uint32(size))
	}
	return append(append(profileHeader(at+len(data)), table...), data...)
}

// profileHeader returns the 128 bytes a profile begins with (7.2).
func profileHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	binary.BigEndian.PutUint32(h[8:], 0x04300000) // version 4.3
	copy(h[12:], "mntrRGB XYZ ")
	copy(h[24:], []byte{0x07, 0xE4, 0, 1, 0, 1}) // 2020-01-01
	copy(h[36:], "acsp")
	copy(h[68:], fixed(srgbWhite))
	return h
}

// fixed returns numbers as they stand in a profile.
func fixed(numbers []int32) []byte {
	var b []byte
	for _, n := range numbers {
		b = binary.BigEndian.AppendUint32(b, uint32(n))
	}
	return b
}

// xyz is a tag of one colour (10.31).
func xyz(c []int32) []byte { return append([]byte("XYZ \x00\x00\x00\x00"), fixed(c)...) }

// words16 is a tag of text in one language (10.13).
func words16(s string) []byte {
	units := utf16.Encode([]rune(s))
	b := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0CenUS")
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(units)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for _, u := range units {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return b
}
