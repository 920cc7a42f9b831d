package bulletin

// Microns is a length as an editor types it, in thousandths of a millimetre.
type Microns int64

// Style is 版式: the settings of the page. Defaults follow GB/T 9704-2012 and
// practice.
type Style struct {
	Lines         int     // 每页行数
	Cells         int     // 每行字数
	Top           Microns // 天头
	Binding       Microns // 订口
	Width, Height Microns // 版心
	Duplex        bool    // 双面: even pages mirrored
	NameSize      int     // 刊名字号 in hundredths of a point; 0 for 自动
	Red           [3]uint8
	PageNumber    PageNumber
	AfterText     bool // 报尾位置: 文后
	EvenColophon  bool // 报尾偶数页
	Separators    Separators
	Strict        bool // 禁则: 严格
	LatinGap      int  // 西文间距 in thousandths of an em
	StampRoom     bool // 归档章
	Fonts         map[string]Phrase
}

// PageNumber is 页码.
type PageNumber struct {
	Form    Phrase // with {n}
	First   int    // 起始
	OnFirst bool   // 首页
	Place   string // 外侧, 居中
}

// Separators is 分隔: the marks of the lists of recipients.
type Separators struct{ Within, Between, End Phrase }

// DefaultStyle returns 版式 as it is when nothing is set.
func DefaultStyle() Style {
	return Style{
		Lines: 22, Cells: 28,
		Top: 37_000, Binding: 28_000, Width: 156_000, Height: 225_000,
		Duplex:     true,
		Red:        [3]uint8{0xE6, 0x00, 0x12},
		PageNumber: PageNumber{Form: Phrase{Text: "— {n} —"}, First: 1, OnFirst: true, Place: "外侧"},
		Separators: Separators{Within: Phrase{Text: "、"}, Between: Phrase{Text: "，"}, End: Phrase{Text: "。"}},
	}
}
