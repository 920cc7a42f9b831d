package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// habitRules hold an issue against those before it: what a bulletin always does
// and this issue does not was most likely forgotten.
var habitRules = []*Rule{
	{
		Code: "漏总期号", Group: "期号与日期", Severity: diag.Info, Strength: Conventional, Source: numbering,
		Title:  "一直写总期号的，不漏写",
		Reason: "前三期都有总期号而这一期没有，以后的总期号就接不上。增刊不查。",
		Wrong:  []string{fourIssues("总期号: 10N", "")},
		Right:  []string{fourIssues("总期号: 10N", "总期号: 104"), fourIssues("", "")},
		series: func(f *finder) {
			habits(f, func(i *bulletin.Issue) []string { return when(i.Total > 0, "总期号") }, func(issue *bulletin.Issue, missing string) {
				f.add(issue.NumberAt, "写作 总期号: 数字", "前几期都有总期号，这一期没有")
			})
		},
	},
	{
		Code: "缺人员", Group: "报尾", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "一直署的责任编辑、校对等，不漏署",
		Reason: "前三期报尾都有的职责（责任编辑、审核、签发、电话等），这一期没有，多半是漏了。换了人的不查，增刊不查。",
		Wrong:  []string{fourIssues("责任编辑: 张三", "")},
		Right:  []string{fourIssues("责任编辑: 张三", "责任编辑: 李四"), fourIssues("", "")},
		series: func(f *finder) {
			habits(f, roles, func(issue *bulletin.Issue, missing string) {
				f.add(issue.NumberAt, "写作 "+missing+": 姓名", "前几期报尾都有%s，这一期没有", missing)
			})
		},
	},
	{
		Code: "缺名单", Group: "报尾", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "一直有的报、送、发，不漏写",
		Reason: "前三期都有的名单，这一期没有，多半是漏了。确实不发的，写 不查: [缺名单]；增刊不查。",
		Wrong:  []string{fourIssues("报: [市委办公室]", "")},
		Right:  []string{fourIssues("报: [市委办公室]", "报: [市政府办公室]"), fourIssues("", "")},
		series: func(f *finder) {
			habits(f, lists, func(issue *bulletin.Issue, missing string) {
				f.add(issue.NumberAt, fmt.Sprintf("写作 %s: [单位, 单位]", missing), "前几期都有“%s”的名单，这一期没有", missing)
			})
		},
	},
	{
		Code: "刊名不一", Group: "报头", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "各期的刊名一致",
		Reason: "这一期自己写的刊名与前三期、后一期都不同，多半是笔误。改了刊名的（后一期也跟着改）不查；各期相同的写在 bulletin.yaml，就不会写错。",
		Wrong:  []string{fourIssues("刊名: 工作简报", "刊名: 工作间报")},
		Right:  []string{fourIssues("刊名: 工作简报", "刊名: 工作简报"), fourIssues("刊名: 工作简报", "刊名: 督察简报") + fifthFile("刊名: 督察简报")},
		series: func(f *finder) {
			oddOnes(f, func(i *bulletin.Issue) string { return i.FullName() }, func(issue *bulletin.Issue, usual string) {
				if p := issue.Name; len(p) > 0 && p[0].At.Source == issue.Source {
					f.add(p[0].At, "写作 刊名: "+usual, "前几期的刊名是“%s”，这一期是“%s”", usual, issue.FullName())
				}
			})
		},
	},
	{
		Code: "写法不一", Group: "报头", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "各期的期号写法一致",
		Reason: "这一期自己写的期号写法与前三期、后一期都不同。从这一期起改写法的不查。",
		Wrong:  []string{fourIssues("期号写法: \"第{期号}期\"", "期号写法: \"{年}年第{期号}期\"")},
		Right:  []string{fourIssues("期号写法: \"第{期号}期\"", "期号写法: \"第{期号}期\""), fourIssues("", "")},
		series: func(f *finder) {
			oddOnes(f, func(i *bulletin.Issue) string { return i.NumberForm.Text }, func(issue *bulletin.Issue, usual string) {
				if p := issue.NumberForm; p.At.Source == issue.Source {
					f.add(p.At, fmt.Sprintf("写作 期号写法: %q", usual), "前几期的期号写作“%s”，这一期是“%s”", usual, p.Text)
				}
			})
		},
	},
}

// habitual is how many issues make a habit.
const habitual = 3

// fourIssues is an example of three issues alike, N standing for their number,
// and a fourth.
func fourIssues(usual, last string) string {
	var b strings.Builder
	b.WriteString("-- bulletin.yaml --\n刊名: 工作简报\n编发单位: 某办公室\n")
	for i, front := range []string{usual, usual, usual, last} {
		n := fmt.Sprint(i + 1)
		fmt.Fprintf(&b, "-- %s.md --\n%s", n, bare("期号: "+n+"\ndate: 2020-09-0"+n+"\n"+strings.ReplaceAll(front, "N", n)))
	}
	return b.String()
}

func fifthFile(front string) string {
	return "-- 5.md --\n" + bare("期号: 5\ndate: 2020-09-05\n"+front)
}

func when(ok bool, key string) []string {
	if !ok {
		return nil
	}
	return []string{key}
}

// roles are those of the staff line of an issue.
func roles(issue *bulletin.Issue) []string {
	var out []string
	for _, p := range issue.Staff {
		out = append(out, p.Role.Text)
	}
	return out
}

// lists are the keys of the lists of an issue that may be there in every one.
func lists(issue *bulletin.Issue) []string {
	var out []string
	for _, l := range issue.Lists {
		if l.Key != "增发" {
			out = append(out, l.Key)
		}
	}
	return out
}

// inOrder returns the regular issues of a series that could be read, by date.
func inOrder(s *bulletin.Series) []*bulletin.Issue {
	var out []*bulletin.Issue
	for _, issue := range s.Issues {
		if !issue.Supplement && issue.Findings.Errors() == 0 {
			out = append(out, issue)
		}
	}
	slices.SortStableFunc(out, func(a, b *bulletin.Issue) int {
		return cmp.Or(cmp.Compare(a.Date.ISO(), b.Date.ISO()), cmp.Compare(a.Number, b.Number))
	})
	return out
}

// habits tells of what the issues before one all have and it has not.
func habits(f *finder, has func(*bulletin.Issue) []string, tell func(issue *bulletin.Issue, missing string)) {
	issues := inOrder(f.series)
	for i := habitual; i < len(issues); i++ {
		own := has(issues[i])
		for _, key := range has(issues[i-1]) {
			usual := !slices.Contains(own, key)
			for k := 2; usual && k <= habitual; k++ {
				usual = slices.Contains(has(issues[i-k]), key)
			}
			if usual {
				tell(issues[i], key)
			}
		}
	}
}

// oddOnes tells of issues in which something is other than in those before, which
// are alike, and other than in the next.
func oddOnes(f *finder, of func(*bulletin.Issue) string, tell func(issue *bulletin.Issue, usual string)) {
	issues := inOrder(f.series)
	for i := habitual; i < len(issues); i++ {
		usual, own := of(issues[i-1]), of(issues[i])
		odd := own != usual
		for k := 2; odd && k <= habitual; k++ {
			odd = of(issues[i-k]) == usual
		}
		if odd && (i+1 == len(issues) || of(issues[i+1]) != own) {
			tell(issues[i], usual)
		}
	}
}
