package lint

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

const practice = "简报格式的惯例"

// mastheadRules is what the front matter says of one issue.
var mastheadRules = []*Rule{
	{
		Code: "缺编发单位", Group: "报头", Severity: diag.Warning, Strength: Conventional, Source: practice,
		Title:  "报头写明编发单位",
		Reason: "红线上方左侧印编发单位，没有它读者不知道是谁编的，归档也缺责任者。套打的纸上可能已印好，不查。",
		Wrong:  []string{"-- bulletin.yaml --\n刊名: 工作简报\n-- 1.md --\n" + bare("期号: 1\ndate: 2020-09-22")},
		Right:  []string{"-- bulletin.yaml --\n刊名: 工作简报\n编发单位: 市委办公室\n-- 1.md --\n" + bare("期号: 1\ndate: 2020-09-22"), "-- bulletin.yaml --\n刊名: 工作简报\n套打: true\n-- 1.md --\n" + bare("期号: 1\ndate: 2020-09-22")},
		issue: func(f *finder) {
			if len(f.issue.Issuer) == 0 && !f.issue.Preprinted {
				f.add(f.issue.NumberAt, "写作 编发单位: 某某办公室；各期相同的写在 bulletin.yaml", "没有编发单位")
			}
		},
	},
	{
		Code: "文件夹年份", Group: "报头", Severity: diag.Warning, Strength: Conventional, Source: "按年分文件夹的惯例",
		Title:  "年份文件夹与日期的年份一致",
		Reason: "文件放在 2020 文件夹里，日期却是别的年份，年初最容易写错。文件夹名不是四位年份的不查。",
		Wrong:  []string{"-- bulletin.yaml --\n刊名: 工作简报\n-- 2021/001.md --\n" + bare("期号: 1\ndate: 2020-01-05")},
		Right:  []string{"-- bulletin.yaml --\n刊名: 工作简报\n-- 2020/001.md --\n" + bare("期号: 1\ndate: 2020-01-05"), "-- bulletin.yaml --\n刊名: 工作简报\n-- 三年行动/001.md --\n" + bare("期号: 1\ndate: 2020-01-05")},
		issue:  folderYear,
	},
	{
		Code: "文件名期号", Group: "报头", Severity: diag.Info, Strength: Conventional, Source: "按期号取文件名的惯例",
		Title:  "文件名里的数字与期号一致",
		Reason: "文件名是 004.md、第4期.md 而期号是5，多半是复制上一期以后忘了改其中一个。别的各期有用期号作文件名的才查；文件名与总期号一致的、是日期的、另取名字的不查。",
		Wrong:  []string{namedIssues("004", "第4期", "期号: 5\ndate: 2020-01-05"), namedIssues("3", "第4期", "期号: 5\ndate: 2020-01-05")},
		Right:  []string{namedIssues("3", "5", "期号: 5\ndate: 2020-01-05"), namedIssues("3", "20200105", "期号: 5\ndate: 2020-01-05"), namedIssues("3", "督察", "期号: 5\ndate: 2020-01-05"), namedIssues("督察", "4", "期号: 5\ndate: 2020-01-05")},
		series: fileNumbers,
	},
	{
		Code: "总期号偏小", Group: "报头", Severity: diag.Warning, Strength: Conventional, Source: numbering,
		Title:  "总期号不小于期号",
		Reason: "总期号从创刊号起累计，不会比当年的期号小；多半是两个写颠倒了。",
		Wrong:  []string{"---\n期号: 104\n总期号: 4\ndate: 2020-09-22\n---\n\n正文。"},
		Right:  []string{"---\n期号: 4\n总期号: 104\ndate: 2020-09-22\n---\n\n正文。", "---\n期号: 4\n总期号: 4\ndate: 2020-09-22\n---\n\n正文。"},
		issue: func(f *finder) {
			if n := f.issue; n.Total > 0 && n.Total < n.Number {
				f.add(n.Keys["总期号"], "核对 期号 和 总期号 是否写颠倒了", "总期号%d比期号%d还小", n.Total, n.Number)
			}
		},
	},
	{
		Code: "期号不明", Group: "报头", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "期号写法里有“期”字或“号”字",
		Reason: "期号写法若只有数字和年份，印出来看不出是期号。",
		Wrong:  []string{"---\n期号: 4\n期号写法: \"〔{年}〕{期号}\"\ndate: 2020-09-22\n---\n\n正文。"},
		Right:  []string{"---\n期号: 4\n期号写法: \"〔{年}〕第{期号}期\"\ndate: 2020-09-22\n---\n\n正文。", "---\n期号: 4\n期号写法: \"{期号}号\"\ndate: 2020-09-22\n---\n\n正文。"},
		issue: func(f *finder) {
			if p := f.issue.NumberForm; p.At.Source != nil && !strings.ContainsAny(withoutHolders.Replace(p.Text), "期号辑") {
				f.add(p.At, "例如 期号写法: \"第{期号}期\"", "期号印成“%s”，看不出是期号", f.issue.NumberLine())
			}
		},
	},
	{
		Code: "更正日期", Group: "报头", Severity: diag.Warning, Strength: Conventional, Source: "更正在印发之后",
		Title:  "更正的日期不早于印发日期",
		Reason: "更正写的是印发以后发现的差错，日期早于印发日期的多半写错了。",
		Wrong:  []string{"---\n期号: 4\ndate: 2020-09-22\n更正:\n  - {日期: 2020-09-02, 说明: 第2页的数字应为18}\n---\n\n正文。"},
		Right:  []string{"---\n期号: 4\ndate: 2020-09-22\n更正:\n  - {日期: 2020-09-25, 说明: 第2页的数字应为18}\n---\n\n正文。"},
		issue: func(f *finder) {
			for _, c := range f.issue.Corrections {
				if c.Date.ISO() < f.issue.Date.ISO() {
					f.add(c.Text.At, "核对更正的日期", "更正的日期%s早于印发日期%s", c.Date, f.issue.Date)
				}
			}
		},
	},
}

// withoutHolders takes away what a 期号写法 has for numbers.
var withoutHolders = strings.NewReplacer("{期号}", "", "{年}", "", "{总期号}", "")

// folderYear holds the nearest folder that is named as a year against the date.
func folderYear(f *finder) {
	issue := f.issue
	for dir := path.Dir(issue.Path); dir != "."; dir = path.Dir(dir) {
		year, ok := yearOf(path.Base(dir))
		if !ok {
			continue
		}
		if year != issue.Date.Year {
			f.add(issue.Keys["date"], "核对日期的年份，或把文件移到 "+strconv.Itoa(issue.Date.Year)+" 文件夹",
				"文件在“%s”文件夹里，日期却是%d年", path.Base(dir), issue.Date.Year)
		}
		return
	}
}

// yearOf returns the year a folder is named as: 2020 or 2020年.
func yearOf(name string) (int, bool) {
	name = strings.TrimSuffix(name, "年")
	n, err := strconv.Atoi(name)
	return n, err == nil && len(name) == 4 && n >= 1900 && n < 2100
}

// namedIssues is an example of a series with an issue of number 3, or of 4 where
// its file says so, and another.
func namedIssues(first, second, front string) string {
	n := "3"
	if strings.Contains(first, "4") {
		n = "4"
	}
	return "-- bulletin.yaml --\n刊名: 工作简报\n编发单位: 某办公室\n-- " + first + ".md --\n" + bare("期号: "+n+"\ndate: 2020-01-03") + "-- " + second + ".md --\n" + bare(front)
}

// fileNumber returns the number a file is named as: 004, 4 or 第4期.
func fileNumber(issue *bulletin.Issue) (int, bool) {
	name := strings.TrimSuffix(strings.TrimPrefix(path.Base(issue.Path), "第"), "期")
	n, err := strconv.Atoi(name)
	_, year := yearOf(name)
	return n, err == nil && n > 0 && len(name) <= 4 && !year && !issue.Supplement && issue.Number > 0
}

// fileNumbers holds the numbers files are named as against the 期号, where that is
// how files are named.
func fileNumbers(f *finder) {
	named := slices.ContainsFunc(f.series.Issues, func(i *bulletin.Issue) bool {
		n, ok := fileNumber(i)
		return ok && n == i.Number
	})
	for _, issue := range f.series.Issues {
		if n, ok := fileNumber(issue); named && ok && n != issue.Number && n != issue.Total {
			f.add(issue.NumberAt, fmt.Sprintf("核对期号，或把文件改名为 %03d.md", issue.Number), "文件名是“%s”，期号却是%d", path.Base(issue.Path), issue.Number)
		}
	}
}
