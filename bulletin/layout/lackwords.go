package layout

import (
	"fmt"
	"strings"
	"unicode"
)

const joiner = '\u200D' // ZERO WIDTH JOINER

// settable reports whether a character stands for itself. What changes the
// looks of its neighbours, or changes its own by them, would be wrong on paper
// even where a face has a glyph for it.
func settable(r rune) bool {
	return r < 0x300 || !rides(r) && !isShaped(r)
}

// rides reports whether a character only changes the one before it.
func rides(r rune) bool {
	return isSelector(r) || r == joiner || r == '\u200C' || isTag(r) || unicode.In(r, unicode.Mn, unicode.Me)
}

// isSelector reports whether a character chooses among the shapes of the one
// before it: VS1–VS16 and, for Han, VS17–VS256.
func isSelector(r rune) bool { return r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF }

func isTag(r rune) bool  { return r >= 0xE0020 && r <= 0xE007F }
func isSkin(r rune) bool { return r >= 0x1F3FB && r <= 0x1F3FF }
func isFlag(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// isEmoji reports whether a character is of the blocks of coloured pictures.
func isEmoji(r rune) bool { return r >= 0x1F000 && r <= 0x1FAFF && (r < 0x1F100 || r >= 0x1F1E6) }

// shapedScripts is the scripts whose letters join, stack or run from right to
// left; we set every character by itself, from left to right.
var shapedScripts = []*unicode.RangeTable{
	unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Mongolian, unicode.Phags_Pa, unicode.Tibetan,
	unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu,
	unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Thai, unicode.Lao, unicode.Myanmar, unicode.Khmer,
	unicode.Tai_Le, unicode.New_Tai_Lue, unicode.Tai_Tham, unicode.Tai_Viet,
}

func isShaped(r rune) bool { return r >= 0x590 && unicode.IsOneOf(shapedScripts, r) }

// likes gives a character of GB 2312 for signs that our faces lack.
var likes = map[rune]string{'☐': "□", '☑': "√", '✔': "√", '✅': "√", '✘': "×", '❌': "×", '❎': "×", '☒': "×", '➕': "＋", '➖': "－", '⭐': "★", '❗': "！", '❓': "？"}

// words says what cannot be set and what to do about it.
func (c *cluster) words() (message, hint string) {
	const again = "（从手机、聊天软件贴来的字常带着它）"
	r, shown := c.first.r, []rune(c.text)
	code := fmt.Sprintf("U+%04X", r)
	switch {
	case r == 0xFE0E || r == 0xFE0F:
		return fmt.Sprintf("“%c”后面有一个看不见的变体选择符（%s），它要的是彩色表情", shown[0], code),
			fmt.Sprintf("把“%c”连同后面看不见的符号一起删去，重新输入%s", shown[0], again)
	case isSelector(r):
		return fmt.Sprintf("“%c”后面有一个看不见的异体字选择符（%s），要的是这个字的另一种写法", shown[0], code),
			fmt.Sprintf("把“%c”连同选择符删去，重新输入，用标准写法", shown[0])
	case r == joiner || r == '\u200C' || isTag(r):
		return fmt.Sprintf("看不见的连接符（%s）", code), "把它和前后的字一起删去，重新输入" + again
	case isEmoji(r) || len(shown) > 1 && shown[1] == 0xFE0F:
		return fmt.Sprintf("字体里没有表情符号“%s”（%s）", c.text, codes(c.text)), "删去它，或" + instead(r, "改用文字、★ ▲ ● 这类符号")
	case isShaped(r):
		return fmt.Sprintf("“%c”（%s）这种文字要连写、叠写或从右往左写，排不出来", r, code), "用汉字译写，或把这段文字做成图片"
	case rides(r):
		return fmt.Sprintf("组合附加符号（%s），“%s”由两个以上字符拼成", code, c.text), composed(shown)
	}
	return c.missing(code)
}

// missing is about a character that some font may well have.
func (c *cluster) missing(code string) (message, hint string) {
	r, role := c.first.r, Roles[c.first.role]
	if c.first.latin {
		role = "西文"
	}
	name := "在 bulletin.yaml 的 版式 → 字体 → " + role + " 中指定"
	switch {
	case unicode.Is(unicode.Co, r):
		return fmt.Sprintf("字体里没有自造字 %s", code), "改用标准字，或" + name + "有这个自造字的 .ttf 字体文件"
	case unicode.Is(unicode.Han, r) || r >= 0x20000 && r <= 0x3FFFF:
		return fmt.Sprintf("字体里没有“%s”（%s）", c.text, code),
			"核对是不是这个字；确实要用的，" + name + "收有它的 .ttf 字体文件（符合 GB 18030—2022 实现级别 3 的" + role + "字库）"
	}
	return fmt.Sprintf("字体里没有“%s”（%s）", c.text, code), instead(r, "换一个写法") + "，或" + name + "收有它的 .ttf 字体文件"
}

func instead(r rune, other string) string {
	if s, ok := likes[r]; ok {
		return "改用“" + s + "”"
	}
	return other
}

// codes lists the code points of a text.
func codes(text string) string {
	var list []string
	for _, r := range text {
		list = append(list, fmt.Sprintf("U+%04X", r))
	}
	return strings.Join(list, " ")
}

// tones is the letters of 汉语拼音 (GB/T 16159) with each of their marks.
var tones = map[rune]string{
	'\u0304': "aāeēiīoōuūüǖAĀEĒIĪOŌUŪ",
	'\u0301': "aáeéiíoóuúüǘnńmḿAÁEÉIÍOÓUÚ",
	'\u030C': "aǎeěiǐoǒuǔüǚnňAǍEĚIǏOǑUǓ",
	'\u0300': "aàeèiìoòuùüǜnǹAÀEÈIÌOÒUÙ",
	'\u0308': "uüUÜ",
	'\u0302': "eêEÊ",
}

// composed says which one character to type for a letter and its mark.
func composed(shown []rune) string {
	if len(shown) == 2 {
		pairs := []rune(tones[shown[1]])
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == shown[0] {
				return fmt.Sprintf("改成一个字符“%c”", pairs[i+1])
			}
		}
	}
	return "改用带着这个符号的整个字母（如“ā”是一个字符）；没有的，换一个写法"
}
