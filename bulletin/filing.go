package bulletin

import (
	"fmt"
	"strconv"

	"jianbao/bulletin/diag"
)

// Filing is the 归档 of bulletin.yaml: where in the archive of the office its
// issues are filed, each as one 件 (DA/T 22-2015).
type Filing struct {
	Fonds        Phrase      // 全宗号
	FondsName    Phrase      // 全宗名称
	Creator      Phrase      // 立档单位名称
	Retention    string      // 保管期限: 永久, 30年 or 10年; "" when not given
	Class        Phrase      // 机构, the code of office or matter: BGS
	Unclassed    bool        // 机构: 无: filed by year and 保管期限 only
	ClassName    Phrase      // 机构名称
	Archives     Phrase      // 档案馆名称
	ArchivesCode Phrase      // 档案馆代码
	First        int         // 起始件号 of every year; 0 when not given
	Firsts       map[int]int // 起始件号 by year
	At           diag.Pos    // of 归档; without Source when it is not given
}

// retentions are the terms for which files are kept, with their codes in a 档号
// (DA/T 22-2015).
var retentions = []struct{ term, code string }{{"永久", "Y"}, {"30年", "D30"}, {"10年", "D10"}}

// Missing returns the keys of 归档 without which there is no 档号.
func (f Filing) Missing() []string {
	var out []string
	if f.Fonds.Text == "" {
		out = append(out, "全宗号")
	}
	if f.Retention == "" {
		out = append(out, "保管期限")
	}
	if f.Class.Text == "" && !f.Unclassed {
		out = append(out, "机构")
	}
	return out
}

// FirstPiece returns the 件号 of the first issue of a year.
func (f Filing) FirstPiece(year int) int {
	if n := f.Firsts[year]; n > 0 {
		return n
	}
	return max(f.First, 1)
}

// PieceText returns a 件号 as it is written: 0004.
func PieceText(piece int) string { return fmt.Sprintf("%04d", piece) }

// Code returns the 档号 of a 件 of a year, Z109-WS·2020-Y-BGS-0004; "" while
// Missing keys keep it from being known. WS is the 文书 files of an office.
func (f Filing) Code(year, piece int) string {
	if len(f.Missing()) > 0 {
		return ""
	}
	code := f.Fonds.Text + "-WS·" + strconv.Itoa(year)
	for _, r := range retentions {
		if r.term == f.Retention {
			code += "-" + r.code
		}
	}
	if !f.Unclassed {
		code += "-" + f.Class.Text
	}
	return code + "-" + PieceText(piece)
}
