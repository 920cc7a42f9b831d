package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"testing"
	"unicode/utf8"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// Faces of the test documents, by index.
const (
	fang = iota
	kai
	hei
	song
	latin
	rare
)

// testFaces reads the fonts of the project that tests use.
func testFaces(t testing.TB) []page.Face {
	t.Helper()
	var faces []page.Face
	for _, f := range [][2]string{
		{"仿宋", "FandolFang-Regular"}, {"楷体", "FandolKai-Regular"}, {"黑体", "NotoSansSC-Medium"},
		{"小标宋", "NotoSerifSC-Bold"}, {"西文", "LiberationSerif-Regular"}, {"补字", "JianbaoFallbackKai-Light"},
	} {
		data, err := os.ReadFile("../../fonts/" + f[1] + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		faces = append(faces, page.Face{Name: f[0], Data: data})
	}
	return faces
}

// text is a run of 16 pt at x, y mm whose characters are a cell of the grid
// apart: 156 mm in 28, 15.79 pt.
func text(face int, x, y int64, s string) *page.Text {
	return &page.Text{X: page.Length(x) * page.Mm, Y: page.Length(y) * page.Mm, Face: face, Size: 16 * page.Pt,
		String: s, Advances: advances(s, 156*page.Mm, 28), Node: page.Artifact}
}

// advances parts a width into n cells, whose sum is right whatever each is
// rounded to, one for each character.
func advances(s string, width, n page.Length) []page.Length {
	list := make([]page.Length, utf8.RuneCountInString(s))
	for i := range list {
		i := page.Length(i)
		list[i] = width*(i+1)/n - width*i/n
	}
	return list
}

// a4 is a page of A4 with a printed number.
func a4(number int, items ...page.Item) *page.Page {
	return &page.Page{Width: 210 * page.Mm, Height: 297 * page.Mm, Number: number, Items: items}
}

var testMeta = page.Meta{Title: "工作简报 2020年第4期", Author: "区卫生健康局", Subject: "第4期", Date: "2020-09-22"}

// write writes a document or fails the test.
func write(t testing.TB, d *page.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, d, Options{Producer: "bulletin 1.0"}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// parse reads a written document with our own parser.
func parse(t testing.TB, data []byte) *object.File {
	t.Helper()
	f, err := object.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// issueText is a page of a real bulletin, lines of 28.
const issueText = `为深入贯彻落实党中央、国务院关于常态化疫情防控工作的决策部署，进一步提高全区医疗卫生机构应急处置能力，九月二十一日下午，区卫生健康局组织召开全区秋冬季疫情防控工作推进会议。局党组书记、局长出席会议并讲话，各乡镇卫生院、社区卫生服务中心、区直医疗卫生单位主要负责人参加会议。会议传达学习了全国卫生健康系统视频会议精神，通报了前一阶段督导检查发现的问题，对下一步重点任务进行了安排。会议指出，今年以来，全区广大医务工作者舍小家、顾大家，连续奋战在抗击疫情第一线，取得了阶段性成果，成绩来之不易。会议强调，要清醒认识当前形势的严峻性和复杂性，坚决克服麻痹思想、厌战情绪、侥幸心理、松劲心态，始终绷紧疫情防控这根弦。一要压实责任，落实属地、部门、单位和个人四方责任，做到守土有责、守土负责、守土尽责。二要强化监测，规范预检分诊和发热门诊管理，完善哨点监测网络，确保早发现、早报告、早隔离、早治疗。三要做好准备，加强核酸检测能力建设，开展全员培训和应急演练，备足防护物资。四要宣传引导，通过广播、标语、微信公众号等多种形式普及健康知识，引导群众养成戴口罩、勤洗手、常通风、少聚集的良好习惯。中医医院要发挥特色优势，推广适宜技术，为老年人、儿童、孕产妇等重点人群提供优质服务。基层单位要结合实际细化方案，建立台账，逐项销号，按时报送进展情况。会议要求，全系统要以此次会议为契机，凝心聚力，真抓实干，奋力推动卫生健康事业高质量发展，以优异成绩向党和人民交上满意答卷。`

// realIssue is a document as large as an issue: some 2000 characters in five
// faces, three pages, red head, rule, outline.
func realIssue(t testing.TB) *page.Document {
	runes := []rune(issueText)
	d := &page.Document{Faces: testFaces(t), Meta: testMeta}
	red := page.Color{R: 255}
	head := text(song, 54, 60, "卫生健康工作简报")
	head.Size, head.Color, head.Advances = 36*page.Pt, red, advances(head.String, 8*36*page.Pt, 8)
	first := a4(1, head, text(fang, 80, 75, "第四期"), &page.Rule{X: 28 * page.Mm, Y: 90 * page.Mm, Width: 156 * page.Mm, Height: page.Pt, Color: red, Node: page.Artifact})
	d.Pages = append(d.Pages, first, a4(2), a4(3))
	digits := text(latin, 100, 290, "— 1234567890 —")
	first.Items = append(first.Items, digits)
	for line := 0; line < 66; line++ {
		p := d.Pages[line/22]
		from := line * 28 % (len(runes) - 28)
		face := fang
		switch line % 11 {
		case 4:
			face = hei
		case 9:
			face = kai
		}
		p.Items = append(p.Items, text(face, 28, int64(100+line%22*8), string(runes[from:from+28])))
	}
	d.Outline = []page.Bookmark{{Title: "本期要目", Page: 0}, {Title: "区卫健局召开推进会议", Level: 0, Page: 1, Y: 37 * page.Mm}, {Title: "一、压实责任", Level: 1, Page: 1, Y: 100 * page.Mm}, {Title: "简讯 (brief)", Page: 2}}
	return d
}

// pngFile packs a picture as PNG.
func pngFile(t testing.TB, im image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// jpegFile packs a picture as JPEG.
func jpegFile(t testing.TB, im image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, im, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// checks paints a picture in squares of two colours.
func checks(im interface {
	image.Image
	Set(x, y int, c color.Color)
}, a, b color.Color) image.Image {
	for y := im.Bounds().Min.Y; y < im.Bounds().Max.Y; y++ {
		for x := im.Bounds().Min.X; x < im.Bounds().Max.X; x++ {
			if (x/5+y/5)%2 == 0 {
				im.Set(x, y, a)
			} else {
				im.Set(x, y, b)
			}
		}
	}
	return im
}
