// Package bulletin says what an issue of a 工作简报 is and how it is read from
// Markdown with YAML front matter, alone or as part of a series.
package bulletin

import (
	"fmt"

	"jianbao/bulletin/diag"
)

// An Issue is one bulletin as its editor wrote it.
type Issue struct {
	Source *diag.Source
	Path   string // from the series root, without .md, with forward slashes: 2020/004
	Front
	Body     []Block
	Findings diag.List // of reading; an issue with errors has no output

	// Unread says that the file could not be read: Findings says why.
	Unread bool

	// Seal is what was sealed of the issue; nil before that. Its settings then
	// stand in the place of bulletin.yaml.
	Seal *Seal
	// Record is the source of its 分发记录; nil without one.
	Record *diag.Source

	// Distribution says who gets which copy, once Distribute has counted;
	// nil when the register has errors.
	Distribution *Distribution
}

// Front is the front matter of an issue, with the defaults of bulletin.yaml
// and of the contract filled in.
type Front struct {
	Name             []Phrase // 刊名, one a line
	Above            []Phrase // 刊名上行
	Number           int      // 期号; 0 for 无
	NumberAt         diag.Pos // where 期号 or 增刊 stands
	Total            int      // 总期号; 0 when not given
	Supplement       bool     // 增刊
	SupplementNumber int      // 增刊第N期; 0 for none
	NumberForm       Phrase   // 期号写法, with {期号} {年} {总期号}
	Date             Date
	DateAtEnd        bool     // 日期位置: 文末
	Issuer           []Phrase // 编发单位, stacked lines
	Signer           Phrase   // 签发人
	Centred          bool     // 报头样式: 居中
	Classification   []Phrase // 密级, stacked lines
	CopyNumber       int      // 份号 of the first copy; 0 when copies carry none
	Public           bool     // 公开
	Preprinted       bool     // 套打
	EditorNote       []Block  // 编者按
	EditorNoteLabel  Phrase   // 编者按标题
	Contents         Contents // 导读
	Lists            []Recipients
	Copies           int  // 份数, as printed; 0 when not given. For 自动 what Distribute counts
	CopiesAuto       bool // 份数: 自动
	CopiesAt         diag.Pos
	Reprints         []Reprint
	Staff            []Person
	ColophonRepeats  bool // 报尾每页
	Corrections      []Correction
	Filing           Filing // 归档 of bulletin.yaml
	Style            Style
	Silent           []Phrase // 不查: codes of rules
	SiteAddress      string   // 网址: where the folder of index.html is on the web, ended by /; "" when not given

	// Keys tells where each key of the issue or of bulletin.yaml stands; a
	// key that neither has is missing.
	Keys map[string]diag.Pos
}

// A Phrase is a text of the front matter with its place.
type Phrase struct {
	Text string
	At   diag.Pos // of the first character
}

// A Date is a day of the calendar.
type Date struct{ Year, Month, Day int }

// String returns the date as it is printed: 2020年9月22日.
func (d Date) String() string { return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day) }

// ISO returns the date as 2020-09-22.
func (d Date) ISO() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// MarshalText returns the date as 2020-09-22, the zero date as "".
func (d Date) MarshalText() ([]byte, error) {
	if d == (Date{}) {
		return nil, nil
	}
	return []byte(d.ISO()), nil
}

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(text []byte) error {
	if *d = (Date{}); len(text) == 0 {
		return nil
	}
	read, ok := ParseDate(string(text))
	if !ok {
		return fmt.Errorf("no date: %q", text)
	}
	*d = read
	return nil
}

// Contents is the 导读. With Off it is not printed.
type Contents struct {
	Off    bool
	Title  Phrase // 导读标题
	Mark   Phrase // 导读符号
	Groups []ContentsGroup
}

// A ContentsGroup is the items under one 栏目; an ungrouped 导读 is one group
// without a title.
type ContentsGroup struct {
	Title Phrase
	Items []Phrase
}

// Recipients is one list of the 报尾.
type Recipients struct {
	Key   string // 报, 送, 发 or 增发
	Label Phrase // as printed, without its colon: 报, 呈报, 本期增发
	Kinds [][]Phrase
}

// A Person is one entry of the staff line of the 报尾.
type Person struct{ Role, Name Phrase }

// A Correction is made after issue and shown in HTML and archive only.
type Correction struct {
	Date Date
	Text Phrase
}
