package bulletin

import (
	"unicode"
	"unicode/utf8"

	"jianbao/bulletin/diag"
)

// manyCharacters is how many findings about characters one source may have;
// beyond that the file is no text.
const manyCharacters = 50

// checkCharacters reports the characters of a source that can never be
// printed or that would make the printed text differ from the typed one.
func checkCharacters(src *diag.Source, findings *diag.List) {
	before := len(*findings)
	for i := 0; i < len(src.Text) && len(*findings)-before < manyCharacters; {
		r, n := rune(src.Text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(src.Text[i:])
		}
		switch {
		case r == utf8.RuneError && n == 1:
			findings.Add(src.At(i), diag.Error, "编码", "把文件另存为 UTF-8 编码", "文件不是 UTF-8 编码")
			return
		default:
			checkCharacter(src.At(i), r, findings)
		}
		i += n
	}
}

// checkCharacter reports one character at its place.
func checkCharacter(at diag.Pos, r rune, findings *diag.List) {
	if r >= ' ' && r < 0x7F || r >= 0x4E00 && r < 0xA000 {
		return
	}
	if unicode.Is(unicode.Co, r) { // some offices have fonts with names of their own
		findings.Add(at, diag.Warning, "字符", "改用标准字；本单位字体里有这个字的，在 版式 的 字体 里写明字体文件", "自造字 U+%04X，别的机器上印不出", r)
		return
	}
	if what := unprintable(r); what != "" {
		findings.Add(at, diag.Error, "字符", "删去这个看不见的字符，或重新输入这个字", "不能印出的字符 U+%04X（%s）", r, what)
	}
}

// unprintable names the class of a character no text may hold; "" for all
// others. U+200B, U+2060 and U+00AD steer where lines end (clreq, manual
// control) and are kept. Zero-width joiners belong to some scripts and are left
// to the fonts.
func unprintable(r rune) string {
	switch {
	case r == '\n' || r == '\t':
		return ""
	case r < ' ' || r >= 0x7F && r <= 0x9F:
		return "控制字符"
	case r == utf8.RuneError:
		return "乱码"
	case r == 0xFEFF:
		return "文中的字节顺序标记"
	case r == 0x180E:
		return "看不见的空格"
	case r == 0x061C, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return "文字方向控制符"
	case r == 0x2028, r == 0x2029:
		return "行或段分隔符"
	case r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return "非字符"
	case unicode.Is(unicode.Cs, r):
		return "半个字符"
	}
	return ""
}
