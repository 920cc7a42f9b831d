package lint

import (
	"fmt"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// numbering is whose convention the numbers of a bulletin are.
const numbering = "简报编号的惯例"

// numberGroup is the group of the rules about the numbers of issues.
const numberGroup = "期号与日期"

// numberRules is how the issues of a series are numbered.
var numberRules = []*Rule{
	{
		Code: "重号", Group: numberGroup, Severity: diag.Warning, Strength: Conventional, Source: numbering,
		Title:  "同一年里期号不重复",
		Reason: "两期同号，归档、引用时分不清是哪一期，多半是照上一期改稿时忘了改期号。增刊另成序列，与同号的正刊不算重复；期号写“无”的不查。",
		Wrong:  []string{twoIssues("期号: 3\ndate: 2020-09-22", "期号: 3\ndate: 2020-09-25")},
		Right:  []string{twoIssues("期号: 3\ndate: 2020-09-22", "期号: 4\ndate: 2020-09-25"), twoIssues("期号: 3\ndate: 2020-09-22", "增刊: 3\ndate: 2020-09-25"), twoIssues("期号: 3\ndate: 2019-09-22", "期号: 3\ndate: 2020-09-25")},
		series: func(f *finder) { numberSlips(f, Twice, Regular) },
	},
	{
		Code: "缺号", Group: numberGroup, Severity: diag.Warning, Strength: Conventional, Source: numbering,
		Title:  "期号连续，不跳号",
		Reason: "中间缺一期，或是期号写错，或是少放了一个文件。文件夹里最早的一年可以不从第1期开始（以前的不在这里）；各年都不从第1期开始的，当作历年连续编号。",
		Wrong:  []string{twoIssues("期号: 3\ndate: 2020-09-22", "期号: 5\ndate: 2020-09-25"), twoIssues("期号: 5\ndate: 2020-12-22", "期号: 2\ndate: 2021-01-05") + threeFile("期号: 1\ndate: 2022-01-05")},
		Right:  []string{twoIssues("期号: 3\ndate: 2020-09-22", "期号: 4\ndate: 2020-09-25"), twoIssues("期号: 9\ndate: 2020-12-22", "期号: 1\ndate: 2021-01-05"), twoIssues("期号: 9\ndate: 2020-12-22", "期号: 10\ndate: 2021-01-05")},
		series: func(f *finder) { numberSlips(f, Gap, Regular) },
	},
	{
		Code: "日期倒挂", Group: numberGroup, Severity: diag.Warning, Strength: Conventional, Source: numbering,
		Title:  "期号在后的，日期不早于前一期",
		Reason: "期号按印发先后编，日期倒过来，总有一个写错了。同一天出两期的不查。",
		Wrong:  []string{twoIssues("期号: 3\ndate: 2020-09-22", "期号: 4\ndate: 2020-09-12")},
		Right:  []string{twoIssues("期号: 3\ndate: 2020-09-22", "期号: 4\ndate: 2020-09-22")},
		series: func(f *finder) { numberSlips(f, Backwards, Regular) },
	},
	{
		Code: "跨年编号", Group: numberGroup, Severity: diag.Info, Strength: Conventional, Source: numbering,
		Title:  "按年编号的，每年从第1期起",
		Reason: "这一年的期号接着上一年往下编，别的年份却从第1期起，多半是新年忘了重新起号。历年连续编号的刊物（各年都不从第1期起）不查。",
		Wrong:  []string{twoIssues("期号: 1\ndate: 2019-01-22", "期号: 1\ndate: 2020-01-15") + threeFile("期号: 2\ndate: 2021-01-15")},
		Right:  []string{twoIssues("期号: 1\ndate: 2019-01-22", "期号: 1\ndate: 2020-01-15") + threeFile("期号: 1\ndate: 2021-01-15"), twoIssues("期号: 8\ndate: 2019-01-22", "期号: 9\ndate: 2020-01-15") + threeFile("期号: 10\ndate: 2021-01-15")},
		series: runningYears,
	},
	{
		Code: "增刊重号", Group: numberGroup, Severity: diag.Warning, Strength: Conventional, Source: numbering,
		Title:  "同一年里增刊的期号不重复",
		Reason: "增刊自成序列，同样一期一号。不编号的增刊（增刊: true）不查。",
		Wrong:  []string{twoIssues("增刊: 1\ndate: 2020-09-22", "增刊: 1\ndate: 2020-09-25")},
		Right:  []string{twoIssues("增刊: 1\ndate: 2020-09-22", "增刊: 2\ndate: 2020-09-25"), twoIssues("增刊: true\ndate: 2020-09-22", "增刊: true\ndate: 2020-09-25")},
		series: func(f *finder) { numberSlips(f, Twice, Supplements) },
	},
	{
		Code: "增刊缺号", Group: numberGroup, Severity: diag.Warning, Strength: Conventional, Source: numbering,
		Title:  "增刊的期号连续",
		Reason: "增刊自成序列，跳号的缘由同“缺号”。不编号的增刊不查。",
		Wrong:  []string{twoIssues("增刊: 1\ndate: 2020-09-22", "增刊: 3\ndate: 2020-09-25")},
		Right:  []string{twoIssues("增刊: 1\ndate: 2020-09-22", "增刊: 2\ndate: 2020-09-25")},
		series: func(f *finder) { numberSlips(f, Gap, Supplements) },
	},
	{
		Code: "增刊倒挂", Group: numberGroup, Severity: diag.Warning, Strength: Conventional, Source: numbering,
		Title:  "增刊期号在后的，日期不早于前一期增刊",
		Reason: "同“日期倒挂”，只在增刊之间比。",
		Wrong:  []string{twoIssues("增刊: 1\ndate: 2020-09-22", "增刊: 2\ndate: 2020-09-20")},
		Right:  []string{twoIssues("增刊: 1\ndate: 2020-09-22", "增刊: 2\ndate: 2020-09-25")},
		series: func(f *finder) { numberSlips(f, Backwards, Supplements) },
	},
	{
		Code: "总期重号", Group: numberGroup, Severity: diag.Warning, Strength: Conventional, Source: numbering,
		Title:  "总期号不重复",
		Reason: "总期号从创刊号起一直累计，历年不重复。不写总期号的刊物不查。",
		Wrong:  []string{twoIssues("期号: 3\n总期号: 103\ndate: 2020-09-22", "期号: 4\n总期号: 103\ndate: 2020-09-25")},
		Right:  []string{twoIssues("期号: 3\n总期号: 103\ndate: 2020-09-22", "期号: 4\n总期号: 104\ndate: 2020-09-25")},
		series: func(f *finder) { numberSlips(f, Twice, Totals) },
	},
	{
		Code: "总期缺号", Group: numberGroup, Severity: diag.Warning, Strength: Conventional, Source: numbering,
		Title:  "总期号连续累计",
		Reason: "总期号跳了号，以后各期都会错下去。文件夹里最早的一期可以是任何号。",
		Wrong:  []string{twoIssues("期号: 3\n总期号: 103\ndate: 2020-09-22", "期号: 4\n总期号: 105\ndate: 2020-09-25")},
		Right:  []string{twoIssues("期号: 9\n总期号: 103\ndate: 2020-12-22", "期号: 1\n总期号: 104\ndate: 2021-01-05")},
		series: func(f *finder) { numberSlips(f, Gap, Totals) },
	},
	{
		Code: "总期倒挂", Group: numberGroup, Severity: diag.Warning, Strength: Conventional, Source: numbering,
		Title:  "总期号在后的，日期不早于前一期",
		Reason: "总期号按印发先后累计，日期倒过来，总有一个写错了。期号也倒过来的，只在期号上说一次。",
		Wrong:  []string{twoIssues("期号: 1\n总期号: 105\ndate: 2021-09-22", "期号: 9\n总期号: 106\ndate: 2020-09-25")},
		Right:  []string{twoIssues("期号: 3\n总期号: 105\ndate: 2020-09-22", "期号: 4\n总期号: 106\ndate: 2020-09-25"), twoIssues("期号: 3\n总期号: 105\ndate: 2020-09-22", "期号: 4\n总期号: 106\ndate: 2020-09-15")},
		series: func(f *finder) { numberSlips(f, Backwards, Totals) },
	},
}

// twoIssues is an example of a series with two issues of some front matter.
func twoIssues(one, two string) string {
	return "-- bulletin.yaml --\n刊名: 工作简报\n编发单位: 某办公室\n-- 一.md --\n" + bare(one) + "-- 二.md --\n" + bare(two)
}

// threeFile is a third issue of one.
func threeFile(three string) string { return "-- 三.md --\n" + bare(three) }

func bare(front string) string { return "---\n" + front + "\n---\n\n正文。\n" }

// slipsOf returns what is wrong with the numbers of a series; nothing is missing
// while an issue is there whose number or date cannot be read.
func slipsOf(s *bulletin.Series) []Slip {
	var all []Numbered
	unread := false
	for _, issue := range s.Issues {
		n := NumberedOf(issue)
		if issue.Date == (bulletin.Date{}) {
			n, unread = Numbered{}, true
		}
		unread = unread || n.Number == 0 && issue.Findings.Errors() > 0
		all = append(all, n)
	}
	var out []Slip
	for _, slip := range Sequences(all) {
		if slip.Fault != Gap || !unread {
			out = append(out, slip)
		}
	}
	return out
}

// numberSlips adds one kind of fault of one sequence.
func numberSlips(f *finder, fault Fault, which Sequence) {
	for _, s := range f.slips() {
		if s.Fault != fault || s.Sequence != which || s.RunsOn && which == Regular {
			continue
		}
		issue := f.series.Issues[s.At]
		switch fault {
		case Twice: // which of the two is wrong is not known
			before := f.series.Issues[s.Before]
			f.add(numberAt(issue, which), "核对哪一期的期号写错了", "%s", s.Message)
			f.add(numberAt(before, which), "核对哪一期的期号写错了", "%s", s.Message)
		case Gap:
			f.add(numberAt(issue, which), "期号写错的改正；缺的文件放回来；确实没有出的，写 不查: ["+f.rule.Code+"]", "%s", s.Message)
		case Backwards:
			if which == Totals && f.series.Issues[s.Before].Number < issue.Number && f.series.Issues[s.Before].Date.Year == issue.Date.Year {
				continue // the 期号 say it
			}
			f.add(issue.Keys["date"], "核对这两期的日期和期号", "%s", s.Message)
		}
	}
}

func runningYears(f *finder) {
	for _, s := range f.slips() {
		if s.RunsOn && s.Sequence == Regular {
			issue := f.series.Issues[s.At]
			f.add(issue.NumberAt, fmt.Sprintf("写作 期号: 1；确是连续编号的，写 不查: [%s]", f.rule.Code),
				"%d年从第%d期起，接着上一年往下编", issue.Date.Year, issue.Number)
		}
	}
}

// numberAt is where an issue has its number of a sequence.
func numberAt(issue *bulletin.Issue, which Sequence) diag.Pos {
	if which == Totals {
		return issue.Keys["总期号"]
	}
	return issue.NumberAt
}
