package pdf

import (
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// TestMetadataAgrees holds XMP against the information dictionary, also with
// characters that XML has other uses for.
func TestMetadataAgrees(t *testing.T) {
	meta := page.Meta{Title: "甲<乙>&“丙”𬱖 第4期", Author: "某办公室 & 某局", Subject: "第4期", Date: "2020-09-22"}
	f := parse(t, write(t, &page.Document{Pages: []*page.Page{a4(1)}, Meta: meta}))
	s := f.Stream(f.Catalog()["Metadata"])
	if s == nil || s.Dict["Filter"] != nil || s.Dict["Subtype"] != object.Name("XML") {
		t.Fatalf("metadata %v", s)
	}
	var xmp struct {
		Description []struct {
			Title       string `xml:"title>Alt>li"`
			Creator     string `xml:"creator>Seq>li"`
			Description string `xml:"description>Alt>li"`
			CreateDate  string
			ModifyDate  string
			CreatorTool string
			Producer    string
			Part        []string `xml:"part"`
			Conformance string   `xml:"conformance"`
		} `xml:"RDF>Description"`
	}
	if err := xml.Unmarshal(s.Data, &xmp); err != nil {
		t.Fatal(err)
	}
	info, got := f.Dict(f.Trailer["Info"]), xmp.Description[0]
	for _, c := range []struct{ key, want, got string }{
		{"Title", meta.Title, got.Title}, {"Author", meta.Author, got.Creator}, {"Subject", meta.Subject, got.Description},
		{"Creator", "bulletin 1.0", got.CreatorTool}, {"Producer", "bulletin 1.0", got.Producer},
	} {
		if said := info[object.Name(c.key)].(object.String).Text(); said != c.want || c.got != c.want {
			t.Errorf("%s: %q in Info, %q in XMP, want %q", c.key, said, c.got, c.want)
		}
	}
	if got.CreateDate != "2020-09-22T00:00:00+08:00" || got.ModifyDate != got.CreateDate || info["CreationDate"] != object.String("D:20200922000000+08'00'") {
		t.Errorf("dates %s, %s, %v", got.CreateDate, got.ModifyDate, info["CreationDate"])
	}
	if fmt.Sprint(got.Part) != "[2 1]" || got.Conformance != "A" {
		t.Errorf("claims %v %s", got.Part, got.Conformance)
	}
}

// TestProfile reads the colour profile by its own table.
func TestProfile(t *testing.T) {
	p := srgbProfile()
	if int(binary.BigEndian.Uint32(p)) != len(p) || string(p[36:40]) != "acsp" || string(p[12:24]) != "mntrRGB XYZ " {
		t.Fatalf("header of %d bytes: %q", len(p), p[:40])
	}
	var names []string
	sum := [3]int32{}
	for i := range int(binary.BigEndian.Uint32(p[128:])) {
		e := p[132+12*i:]
		at, size := binary.BigEndian.Uint32(e[4:]), binary.BigEndian.Uint32(e[8:])
		data := p[at : at+size]
		name := string(e[:4])
		names = append(names, name)
		if strings.HasSuffix(name, "XYZ") { // the three colours together are white
			for k := range sum {
				sum[k] += int32(binary.BigEndian.Uint32(data[8+4*k:]))
			}
		}
	}
	if got := strings.Join(names, " "); got != "desc cprt wtpt chad rXYZ gXYZ bXYZ rTRC gTRC bTRC" {
		t.Errorf("tags %s", got)
	}
	for k, v := range sum {
		if d := v - srgbWhite[k]; d > 8 || d < -8 {
			t.Errorf("white is off by %d of 65536 in part %d", d, k)
		}
	}
}
