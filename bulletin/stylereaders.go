package bulletin

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// within reads a positive integer between two bounds.
func (r *keyReader) within(key string, v *value, to *int, least, most int) {
	n := r.positive(key, v, *to)
	if n == 0 {
		return
	}
	if n < least || n > most {
		r.add(v.at, key, fmt.Sprintf("写%d到%d之间的整数", least, most), "%s应在%d到%d之间，现为%d", key, least, most, n)
		return
	}
	*to = n
}

var measure = regexp.MustCompile(`^\s*([0-9]{1,4})(?:\.([0-9]{1,6}))?\s*(mm|毫米|cm|厘米|pt|磅)\s*$`)

// microns reads a length such as 37mm, 3.7cm or 105pt.
func microns(s string) (Microns, bool) {
	m := measure.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	millionths, err := strconv.ParseInt(m[1]+(m[2] + "000000")[:6], 10, 64)
	if err != nil {
		return 0, false
	}
	switch m[3] {
	case "cm", "厘米":
		return Microns((millionths + 50) / 100), true
	case "pt", "磅": // 1 pt = 25.4 mm / 72
		return Microns((millionths*254/720 + 500) / 1000), true
	}
	return Microns((millionths + 500) / 1000), true
}

// String returns the length as an editor types it.
func (m Microns) String() string {
	return strconv.FormatFloat(float64(m)/1000, 'f', -1, 64) + "mm"
}

func (r *keyReader) length(key string, v *value, to *Microns) {
	m, ok := microns(v.text)
	switch {
	case v.kind != textKind || !ok:
		r.add(v.at, key, "数字后写单位 mm，例如 "+key+": 37mm", "%s应为长度，现为%s", key, shown(v))
	case m > paperHeight:
		r.add(v.at, key, "例如 "+key+": 37mm", "%s是%v，比 A4 纸还大", key, m)
	default:
		*to = m
	}
}

func (r *keyReader) typeArea(v *value) {
	parts := strings.FieldsFunc(v.text, func(c rune) bool { return strings.ContainsRune("×xX*＊✕✖", c) })
	if v.kind == textKind && len(parts) == 2 {
		if !strings.HasSuffix(strings.TrimSpace(parts[0]), "m") { // 156×225mm
			parts[0] += "mm"
		}
		w, ok := microns(parts[0])
		h, ok2 := microns(parts[1])
		if ok && ok2 {
			r.front.Style.Width, r.front.Style.Height = w, h
			return
		}
	}
	r.add(v.at, "版心", "写作 版心: 156mm×225mm", "版心应为“宽×高”，现为%s", shown(v))
}

var sizeForm = regexp.MustCompile(`^([0-9]{1,3})(?:\.([0-9]{1,2}))?\s*(?:pt|磅)?$`)

func (r *keyReader) nameSize(v *value) {
	if v.kind == textKind && v.text == "自动" {
		r.front.Style.NameSize = 0
		return
	}
	m := sizeForm.FindStringSubmatch(v.text)
	if v.kind != textKind || m == nil {
		r.add(v.at, "刊名字号", "写作 刊名字号: 自动 或 刊名字号: 62pt", "刊名字号应为磅数，现为%s", shown(v))
		return
	}
	n, _ := strconv.Atoi(m[1] + (m[2] + "00")[:2])
	if n < 1000 || n > 15_000 {
		r.add(v.at, "刊名字号", "写10pt到150pt之间的磅数", "刊名字号%s磅不合用", strings.TrimRight(v.text, "pt磅 "))
		return
	}
	r.front.Style.NameSize = n
}

var colour = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

func (r *keyReader) red(v *value) {
	if v.kind != textKind || !colour.MatchString(v.text) {
		r.add(v.at, "红色", "写作 红色: \"#E60012\"", "红色应为 #RRGGBB，现为%s", shown(v))
		return
	}
	n, _ := strconv.ParseUint(v.text[1:], 16, 32)
	r.front.Style.Red = [3]uint8{uint8(n >> 16), uint8(n >> 8), uint8(n)}
}

func (r *keyReader) pageForm(v *value) {
	p := r.phrase("样式", v)
	if p.At.Source == nil {
		return
	}
	if strings.Count(p.Text, "{n}") != 1 {
		r.add(p.At, "页码", "写作 样式: \"— {n} —\"", "页码的样式里应有一个 {n}，现为%s", shown(v))
		return
	}
	r.front.Style.PageNumber.Form = p
}

// mark reads a punctuation mark of the lists; it may be empty.
func (r *keyReader) mark(key string, v *value, to *Phrase) {
	if p := r.phrase(key, v); p.At.Source != nil {
		*to = p
	}
}

var gap = regexp.MustCompile(`^(0|1|0\.[0-9]{1,3}|1\.0{1,3})\s*(?:em)?$`)

func (r *keyReader) latinGap(v *value) {
	m := gap.FindStringSubmatch(v.text)
	if v.kind != textKind || m == nil {
		r.add(v.at, "西文间距", "写作 西文间距: 0 或 西文间距: 0.25", "西文间距应为0到1之间的小数，现为%s", shown(v))
		return
	}
	digits := strings.ReplaceAll(m[1], ".", "") + "000"
	r.front.Style.LatinGap, _ = strconv.Atoi(digits[:4])
}

// fontFile is how a font file is named; a face of a collection by #n.
var fontFile = regexp.MustCompile(`(?i)\.(ttf|ttc(#[0-9]{1,3})?)$`)

func (r *keyReader) font(role string, v *value) {
	p := r.phrase(role, v)
	if p.At.Source == nil {
		return
	}
	if !fontFile.MatchString(p.Text) {
		r.add(p.At, "字体", "写 .ttf 文件的路径，例如 "+role+": fonts/FZFS.ttf；字体集写作 simsun.ttc#0", "%s应为 TrueType 字体文件（.ttf），现为%s", role, shown(v))
		return
	}
	if r.front.Style.Fonts == nil {
		r.front.Style.Fonts = map[string]Phrase{}
	}
	r.front.Style.Fonts[role] = p
}
