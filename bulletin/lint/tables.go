package lint

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// tableRules is about what stands in tables.
var tableRules = []*Rule{
	{
		Code: "表头空格", Group: "图表", Severity: diag.Info, Strength: Conventional, Source: "表格的惯例",
		Title:  "表头每一列都有名称",
		Reason: "别的列都有名称，这一列没有，读者不知道是什么。左上角一格可以空，整行空的表头（不要表头）不查。",
		Wrong:  []string{"| 单位 |  | 备注 |\n|--|--|--|\n| 甲 | 1 | 无 |"},
		Right:  []string{"|  | 一季度 | 二季度 |\n|--|--|--|\n| 甲 | 1 | 2 |", "|  |  |\n|--|--|\n| 甲 | 1 |"},
		issue:  func(f *finder) { eachTable(f, emptyHeads) },
	},
	{
		Code: "空列", Group: "图表", Severity: diag.Info, Strength: Conventional, Source: "表格的惯例",
		Title:  "表格没有整列空着的",
		Reason: "整列没有内容，多半忘了填，或不必有这一列。只有一行的表、名称是备注、签字、签收一类留着填的列不查。",
		Wrong:  []string{"| 单位 | 件数 |\n|--|--|\n| 甲 |  |\n| 乙 |  |"},
		Right:  []string{"| 单位 | 件数 |\n|--|--|\n| 甲 | 1 |\n| 乙 |  |", "| 单位 | 备注 |\n|--|--|\n| 甲 |  |\n| 乙 |  |"},
		issue:  func(f *finder) { eachTable(f, emptyColumns) },
	},
	{
		Code: "小数位数", Group: "图表", Severity: diag.Info, Strength: Conventional, Source: "同一列数字的精度一致",
		Title:  "同一列的小数位数一致",
		Reason: "同一列有的写12.5，有的写12.50，排出来小数点对不齐，也看不出精度。至少三个数才查；整数与小数混写、一个数也对不上的列（多半各有单位）不查。",
		Wrong:  []string{"| 单位 | 得分 |\n|--|--|\n| 甲 | 12.5 |\n| 乙 | 13.1 |\n| 丙 | 12.50 |"},
		Right:  []string{"| 单位 | 得分 |\n|--|--|\n| 甲 | 12.5 |\n| 乙 | 13.1 |\n| 丙 | 12.0 |", "| 单位 | 件数 |\n|--|--|\n| 甲 | 12 |\n| 乙 | 13.5 |\n| 丙 | 3 |"},
		issue:  func(f *finder) { eachTable(f, raggedDecimals) },
	},
	{
		Code: "合计不符", Group: "图表", Severity: diag.Info, Strength: Conventional, Source: "表内数字自洽",
		Title:  "合计等于各项之和",
		Reason: "名称是“合计”“总计”的行或列，各格都是数字的，逐个加一遍；差在最末一位四舍五入以内的、有小计的、百分数、平均数不查。",
		Wrong:  []string{"| 单位 | 件数 |\n|--|--|\n| 甲 | 12 |\n| 乙 | 13 |\n| 合计 | 26 |", "| 单位 | 一季度 | 二季度 | 合计 |\n|--|--|--|--|\n| 甲 | 12 | 3 | 16 |"},
		Right:  []string{"| 单位 | 件数 |\n|--|--|\n| 甲 | 12 |\n| 乙 | 13 |\n| 合计 | 25 |", "| 单位 | 占比 |\n|--|--|\n| 甲 | 12.3% |\n| 乙 | 13% |\n| 合计 | 100% |", "| 单位 | 件数 |\n|--|--|\n| 甲 | — |\n| 乙 | 13 |\n| 合计 | 25 |", "| 单位 | 万元 |\n|--|--|\n| 甲 | 1.2 |\n| 乙 | 1.3 |\n| 合计 | 2.6 |"},
		issue:  func(f *finder) { eachTable(f, wrongTotals) },
	},
}

// eachTable calls look for the tables of an issue.
func eachTable(f *finder, look func(f *finder, t *bulletin.Table)) {
	for _, b := range f.issue.Body {
		if t, ok := b.(*bulletin.Table); ok {
			look(f, t)
		}
	}
}

// word returns the text of a cell without blanks.
func word(c bulletin.Cell) string {
	return strings.Join(strings.Fields(bulletin.Plain(c)), "")
}

// cellAt returns where a cell begins; where it is empty, where its table does.
func cellAt(t *bulletin.Table, c bulletin.Cell) diag.Pos {
	if len(c) == 0 {
		return t.At
	}
	return c[0].Pos()
}

func emptyHeads(f *finder, t *bulletin.Table) {
	filled := 0
	for _, c := range t.Head {
		if len(c) > 0 {
			filled++
		}
	}
	for i, c := range t.Head {
		if i > 0 && filled > 0 && len(c) == 0 {
			f.add(t.At, "补上这一列的名称", "表头第%d列是空的", i+1)
		}
	}
}

// toFill is the name of a column that is left to be filled in by hand.
var toFill = regexp.MustCompile(`备注|签|盖章|意见|结果|日期|时间|说明`)

func emptyColumns(f *finder, t *bulletin.Table) {
	for i := range t.Columns {
		empty := len(t.Rows) > 1 && i < len(t.Head) && len(t.Head[i]) > 0 && !toFill.MatchString(word(t.Head[i]))
		for _, row := range t.Rows {
			empty = empty && len(row[i]) == 0
		}
		if empty {
			f.add(cellAt(t, t.Head[i]), "填上内容，或删去这一列", "“%s”这一列都是空的", word(t.Head[i]))
		}
	}
}

var plainNumber = regexp.MustCompile(`^[-－+]?[0-9]{1,3}(?:[,，]?[0-9]{3})*(?:\.([0-9]+))?$|^[-－+]?[0-9]+(?:\.([0-9]+))?$`)

// A number is one of a table, times ten to the power of its decimals.
type number struct {
	scaled   int64
	decimals int
}

// numberOf returns the number a cell holds and nothing else.
func numberOf(c bulletin.Cell) (number, bool) {
	s := word(c)
	if m := plainNumber.FindStringSubmatch(s); m == nil || len(s) > 13 {
		return number{}, false
	}
	s = strings.NewReplacer(",", "", "，", "", "－", "-", "+", "").Replace(s)
	whole, fraction, _ := strings.Cut(s, ".")
	v, err := strconv.ParseInt(whole+fraction, 10, 64)
	return number{v, len(fraction)}, err == nil && len(fraction) <= 4
}

// at returns a number with so many decimals, no fewer than it has.
func (n number) at(decimals int) int64 {
	v := n.scaled
	for k := n.decimals; k < decimals; k++ {
		v *= 10
	}
	return v
}

func (n number) String() string {
	if n.decimals == 0 {
		return strconv.FormatInt(n.scaled, 10)
	}
	sign, v := "", n.scaled
	if v < 0 {
		sign, v = "-", -v
	}
	s := fmt.Sprintf("%0*d", n.decimals+1, v)
	return sign + s[:len(s)-n.decimals] + "." + s[len(s)-n.decimals:]
}

// fewestNumbers is how many numbers of a column show how precise it is.
const fewestNumbers = 3

func raggedDecimals(f *finder, t *bulletin.Table) {
	for i := range t.Columns {
		count := map[int]int{}
		total := 0
		for _, row := range t.Rows {
			if n, ok := numberOf(row[i]); ok {
				count[n.decimals]++
				total++
			}
		}
		usual := 0
		for d, n := range count {
			if n > count[usual] || n == count[usual] && d < usual {
				usual = d
			}
		}
		if total < fewestNumbers || count[0] > 0 || count[usual]*2 <= total {
			continue
		}
		for _, row := range t.Rows {
			if n, ok := numberOf(row[i]); ok && n.decimals != usual {
				f.add(cellAt(t, row[i]), fmt.Sprintf("同一列都写%d位小数", usual), "这一列多是%d位小数，“%s”是%d位", usual, word(row[i]), n.decimals)
			}
		}
	}
}
