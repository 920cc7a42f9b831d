package lint

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// dateRules hold the dates of the text against that of the issue.
var dateRules = []*Rule{
	{
		Code: "文内年份", Group: "期号与日期", Severity: diag.Info, Strength: Conventional, Source: "前后一致",
		Title:  "文内的年份不与印发日期脱节",
		Reason: "文内一个完整的日期，年份换成印发日期的年份恰好在印发前一个月之内，多半是照旧稿改的，年份忘了改；八十年以后的年份多半是多打、错打了数字。文中回顾往年、展望以后，日期不在这一个月里的不查；就是往年的事的，不必改。",
		Wrong:  []string{"2019年9月17日，督察组开展下沉督察。", "到2205年基本完成。"},
		Right:  []string{"2020年9月17日，督察组开展下沉督察。", "2016年11月24日，中央督察组进驻。", "到2035年基本完成。", "2060年前实现碳中和。"},
		prose:  strayYears,
	},
	{
		Code: "文内日期", Group: "期号与日期", Severity: diag.Info, Strength: Conventional, Source: "前后一致",
		Title:  "文内已发生的事，日期不晚于印发日期",
		Reason: "句首“9月25日，”“9月25日上午”写的是已经做了的事，却晚于印发日期，两个日期总有一个写错了。句里有将、拟、计划、截止等字的是以后的安排，不查；早于印发日期的不查；跨年的（1月的简报写去年12月）不查。",
		Wrong:  []string{"9月25日，督察组开展下沉督察。", "2020年10月2日上午，市长主持会议。"},
		Right:  []string{"9月17日，督察组开展下沉督察。", "9月25日，督察组将开展下沉督察。", "---\n期号: 1\ndate: 2020-01-05\n---\n\n12月28日，年度会议召开。", "各地于9月25日前上报。"},
		prose:  laterDates,
	},
}

var (
	fullDate  = regexp.MustCompile(`([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日`)
	farYear   = regexp.MustCompile(`(?:^|[^0-9])([0-9]{4})年`)
	openDate  = regexp.MustCompile(`(?:^|[。！？；\n])[ 　]*(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日(?:，|上午|下午|晚|凌晨|中午)`)
	yetToCome = regexp.MustCompile(`将|拟|计划|预计|截至|截止|届时|定于|起|施行|实施|生效|通知|要求`)
)

const (
	recentDays = 31  // before the issue: of these it reports
	soonDays   = 180 // after it: farther off a date without a year is that of the year before
	farYears   = 80  // from the issue on: of these nobody plans
)

// day returns a date as days from the year 0; ok is false when there is no such
// day.
func day(year, month, day int) (int, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return int(t.Unix() / 86_400), t.Month() == time.Month(month) && t.Day() == day
}

// dayOf returns the day of an issue.
func dayOf(d bulletin.Date) int {
	n, _ := day(d.Year, d.Month, d.Day)
	return n
}

// group returns the number a group of a match has; 0 when it has none.
func group(text string, m []int, n int) int {
	if m[2*n] < 0 {
		return 0
	}
	v, _ := strconv.Atoi(text[m[2*n]:m[2*n+1]])
	return v
}

func strayYears(f *finder, p *prose) {
	issued := f.issue.Date
	for _, m := range fullDate.FindAllStringSubmatchIndex(p.text, -1) {
		year := group(p.text, m, 1)
		this, ok := day(issued.Year, group(p.text, m, 2), group(p.text, m, 3))
		if back := dayOf(issued) - this; ok && year != issued.Year && back >= 0 && back <= recentDays {
			f.add(p.pos(m[0]), "核对年份；是往年的事，不必改", "日期是%d年，印发日期是%s，年份像是没有改", year, issued)
		}
	}
	for _, m := range farYear.FindAllStringSubmatchIndex(p.text, -1) {
		if year := group(p.text, m, 1); year > issued.Year+farYears && year < 3000 {
			f.add(p.pos(m[2]), "核对年份", "%d年离印发日期太远", year)
		}
	}
}

func laterDates(f *finder, p *prose) {
	issued := f.issue.Date
	for _, m := range openDate.FindAllStringSubmatchIndex(p.text, -1) {
		year := group(p.text, m, 1)
		if year == 0 {
			year = issued.Year
		}
		then, ok := day(year, group(p.text, m, 2), group(p.text, m, 3))
		ahead := then - dayOf(issued)
		if !ok || ahead <= 0 || ahead > soonDays {
			continue
		}
		sentence, _, _ := strings.Cut(p.text[m[1]:], "。")
		if yetToCome.MatchString(sentence) {
			continue
		}
		at := m[4]
		if m[2] >= 0 {
			at = m[2]
		}
		f.add(p.pos(at), "核对这个日期和文头的 date；是以后的安排，写明“将”", "句首的日期晚于印发日期%s", issued)
	}
}
