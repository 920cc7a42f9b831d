package pdf

import (
	"fmt"

	"jianbao/bulletin/pdf/object"
)

// maxBlock is how many pairs a block of a CMap may hold (Adobe Technical Note
// 5014, "CMap and CIDFont Files Specification").
const maxBlock = 100

// toUnicode returns the CMap that gives each code its character (9.10.3), so
// that text can be searched, copied and read aloud. Characters beyond U+FFFF
// are surrogate pairs.
func (f *face) toUnicode() []byte {
	b := []byte(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	for first := 0; first < len(f.letters); first += maxBlock {
		block := f.letters[first:min(first+maxBlock, len(f.letters))]
		b = fmt.Appendf(b, "%d beginbfchar\n", len(block))
		for i, l := range block {
			b = append(b, '<')
			b = appendHex(b, uint16(first+i+1))
			b = append(b, "> <"...)
			for _, c := range []byte(object.UTF16(string(l.char))) {
				b = fmt.Appendf(b, "%02X", c)
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`...)
}
