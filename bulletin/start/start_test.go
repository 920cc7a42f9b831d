package start

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

var september = bulletin.Date{Year: 2020, Month: 9, Day: 29}

// series reads a series of files.
func series(t *testing.T, files map[string]string) *bulletin.Series {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := bulletin.ReadSeries(fsys, func(p string) string { return p })
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// front is an issue of front matter.
func front(lines ...string) string {
	return "---\n" + strings.Join(lines, "\n") + "\n---\n\n正文。\n"
}

const settings = "刊名: 工作简报\n编发单位: 某办公室\n"

// TestNumbersAndNames says which number and which file follow.
func TestNumbersAndNames(t *testing.T) {
	for _, c := range []struct {
		name   string
		issues string // path, then 期号 or 增刊, then date; parted by ;
		date   string
		extra  bool
		want   string // path and heading
	}{
		{"nothing before", "", "2020-09-29", false, "2020/001 第1期"},
		{"nothing before, 增刊", "2020/004 4 2020-09-22", "2020-09-29", true, "2020/增刊001 增刊第1期"},
		{"the next", "2020/003 3 2020-09-15; 2020/004 4 2020-09-22", "2020-09-29", false, "2020/005 第5期"},
		{"a new year", "2020/004 4 2020-09-22", "2021-01-05", false, "2021/001 第1期"},
		{"a gap", "2020/001 1 2020-01-03; 2020/004 4 2020-09-22", "2020-09-29", false, "2020/005 第5期"},
		{"twice", "2020/004 4 2020-09-22; 2020/004b 4 2020-09-23", "2020-09-29", false, "2020/005 第5期"},
		{"running on", "2019/101 101 2019-12-30; 2020/102 102 2020-01-03", "2021-01-05", false, "2021/103 第103期"},
		{"running on from 1", "2019/1 1 2019-12-30; 2020/2 2 2020-01-03", "2020-09-29", false, "2020/3 第3期"},
		{"an earlier year", "2019/007 7 2019-12-20; 2020/001 1 2020-01-03", "2019-12-30", false, "2019/008 第8期"},
		{"增刊 apart", "2020/004 4 2020-09-22; 2020/增刊001 增刊1 2020-09-25", "2020-09-29", false, "2020/005 第5期"},
		{"the next 增刊", "2020/004 4 2020-09-22; 2020/增刊001 增刊1 2020-09-25", "2020-09-29", true, "2020/增刊002 增刊第2期"},
		{"增刊 without numbers", "2020/增刊0925 增刊true 2020-09-25", "2020-09-29", true, "2020/增刊0929 增刊"},
		{"without numbers", "2020/0922 无 2020-09-22", "2020-09-29", false, "2020/0929 （没有期号）"},
		{"第5期", "第4期 4 2020-09-22", "2020-09-29", false, "第5期 第5期"},
		{"第十期", "2020年/第九期 9 2020-09-22", "2020-09-29", false, "2020年/第十期 第10期"},
		{"name and number", "工作简报第99期 99 2020-09-22", "2020-09-29", false, "工作简报第100期 第100期"},
		{"a title", "2020/004 下沉督察 直面问题 4 2020-09-22", "2020-09-29", false, "2020/005 第5期"},
		{"a title behind 期", "第3期 甲 3 2020-09-15; 第4期 乙丙 4 2020-09-22", "2020-09-29", false, "第5期 第5期"},
		{"a title before", "下沉督察-004 4 2020-09-22", "2020-09-29", false, "005 第5期"},
		{"the same words twice", "动员会-3 3 2020-09-15; 动员会-4 4 2020-09-22", "2020-09-29", false, "动员会-5 第5期"},
		{"days", "2020/20200922 4 2020-09-22", "2020-09-29", false, "2020/20200929 第5期"},
		{"days with dashes", "2020-09-22 第4期 4 2020-09-22", "2021-10-01", false, "2021-10-01 第1期 第1期"},
		{"Chinese days", "2020年9月22日 4 2020-09-22", "2020-10-01", false, "2020年10月1日 第5期"},
		{"folders of months", "2020/09/04 4 2020-09-04", "2020-10-09", false, "2020/10/05 第5期"},
		{"year and number in one", "2020-04 4 2020-09-22", "2021-01-05", false, "2021-01 第1期"},
		{"a name that says nothing", "督察快报 4 2020-09-22", "2020-09-29", false, "2020/005 第5期"},
		{"the number grows longer", "2020/9 9 2020-09-22", "2020-09-29", false, "2020/10 第10期"},
		{"a number that is not read", "2020/004 4 2020-09-22; 2020/005 五 2020-09-25", "2020-09-29", false, "2020/006 第6期"},
		{"a day that is not read", "2020/004 4 2020-09-22; 2020/005 5 九月", "2020-09-29", false, "2020/006 第6期"},
	} {
		files := map[string]string{bulletin.SettingsName: settings}
		for _, line := range strings.Split(c.issues, "; ") {
			if f := strings.Fields(line); len(f) > 2 {
				key := "期号: " + f[len(f)-2]
				if rest, ok := strings.CutPrefix(f[len(f)-2], "增刊"); ok {
					key = "增刊: " + rest
				}
				files[strings.Join(f[:len(f)-2], " ")+".md"] = front(key, "date: "+f[len(f)-1])
			}
		}
		date, _ := bulletin.ParseDate(c.date)
		issue, refused := Next(series(t, files), Request{Date: date, Supplement: c.extra})
		if refused != "" {
			t.Errorf("%s: %s", c.name, refused)
			continue
		}
		heading, _, _ := strings.Cut(issue.Heading, "，")
		if got := issue.Path + " " + heading; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestCarried says what of the last issue stands in the next, as it was typed.
func TestCarried(t *testing.T) {
	last := front("# 说明", "期号: 4", "总期号: 104", "date: 2020-09-22", "密级: 内部资料", "导读: [甲, 乙]", "编者按: 按", "报:", "- [省委办公厅,   省政府办公厅] # 上级", "- 市委办公室",
		"", "送: [\"各县（市、区）\"]", "增发: [某局]", "责任编辑: 张三", "电话: '0737-42222'", "人员: {值班员: 李四}", "份数: 自动", "份号: 1", "更正: [{日期: 2020-09-25, 说明: 改}]",
		"版式:", "  分隔:", "    末尾: \"\"", "称谓: {报: 呈报}")
	issue, _ := Next(series(t, map[string]string{bulletin.SettingsName: settings, "2020/004.md": last}), Request{Date: september})
	want := "---\n期号: 5\n总期号: 105\ndate: 2020-09-29\n# 以下照 2020/004.md 抄来，有变动的请改\n密级: 内部资料\n报:\n- [省委办公厅,   省政府办公厅] # 上级\n- 市委办公室\n" +
		"送: [\"各县（市、区）\"]\n责任编辑: 张三\n电话: '0737-42222'\n人员: {值班员: 李四}\n份数: 自动\n份号: 1\n版式:\n  分隔:\n    末尾: \"\"\n称谓: {报: 呈报}\n# 导读"
	if !strings.HasPrefix(issue.Text, want) {
		t.Errorf("got %s", issue.Text)
	}
	if again, _ := Next(series(t, map[string]string{bulletin.SettingsName: settings, "2020/005.md": issue.Text}), Request{Date: september}); strings.Count(again.Text, "抄来") != 1 {
		t.Errorf("comments add up: %s", again.Text)
	}
}

// TestFaultyLast says that of an issue with errors what is right is carried on, and
// that it is said what is not.
func TestFaultyLast(t *testing.T) {
	for _, c := range []struct{ name, text, carried, notes string }{
		{"a value", front("期号: 4", "date: 2020-09-22", "报: [市委办公室]", "公开: 也许"), "报", "公开 写法有错"},
		{"a line of YAML", front("期号: 4", "date: 2020-09-22", "报: [市委办公室", "责任编辑: 张三"), "责任编辑", "报 写法有错"},
		{"a colon of full width", front("期号: 4", "date: 2020-09-22", "责任编辑：张三", "报: [市委办公室]"), "报", "责任编辑 写法有错"},
		{"an unknown key", front("期号: 4", "date: 2020-09-22", "责编: 张三", "报: [市委办公室]"), "报", "有错误"},
		{"no end", "---\n期号: 4\ndate: 2020-09-22\n报: [市委办公室]\n", "", "有错误"},
		{"no front matter", "# 标题\n\n正文。\n", "", "照文件名当作第4期"},
		{"braces", front("{期号: 4, date: 2020-09-22, 报: [[甲局, 乙局], [丙局]]}"), "报", ""},
		{"an empty file", "", "", "照文件名当作第4期"},
		{"no text", "\xff\xfe\x00", "", "照文件名当作第4期"},
	} {
		s := series(t, map[string]string{bulletin.SettingsName: settings, "2020/004.md": c.text})
		issue, refused := Next(s, Request{Date: september})
		if refused != "" || issue.Path != "2020/005" {
			t.Errorf("%s: %q %s", c.name, refused, issue.Path)
		}
		if got := strings.Join(issue.Carried, " "); got != c.carried || !strings.Contains(strings.Join(issue.Notes, "\n"), c.notes) {
			t.Errorf("%s: carried %s, said %q", c.name, got, issue.Notes)
		}
		if now := bulletin.Read(diag.NewSource("n.md", []byte(issue.Text)), issue.Path, s.Settings); now.Findings.Errors() > 0 {
			t.Errorf("%s: %v\n%s", c.name, now.Findings, issue.Text)
		}
	}
}

// TestHostileLast begins an issue after files that are no issues, in little time.
func TestHostileLast(t *testing.T) {
	for name, text := range map[string]string{
		"one key many times": "---\n" + strings.Repeat("报: [\n", 400_000) + "---\n",
		"one long value":     "---\n期号: 4\n报:\n" + strings.Repeat("- 甲\n", 400_000) + "---\n",
		"deep":               "---\n报: " + strings.Repeat("[", 100_000) + "\n---\n",
		"too large":          strings.Repeat("期号: 4\n", 600_000),
	} {
		start := time.Now()
		if issue, refused := Next(series(t, map[string]string{"2020/004.md": text}), Request{Date: september}); refused != "" || issue.Path != "2020/005" {
			t.Errorf("%s: %s %v", name, refused, issue)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}

// TestNumberGiven says that a number that is taken is refused.
func TestNumberGiven(t *testing.T) {
	s := series(t, map[string]string{bulletin.SettingsName: settings, "2020/004.md": front("期号: 4", "date: 2020-09-22")})
	if _, refused := Next(s, Request{Date: september, Number: 4}); !strings.Contains(refused, "2020/004.md") {
		t.Error(refused)
	}
	if issue, refused := Next(s, Request{Date: september, Number: 3}); refused != "" || issue.Path != "2020/003" {
		t.Error(refused, issue)
	}
	if issue, refused := Next(s, Request{Date: bulletin.Date{Year: 2021, Month: 1, Day: 2}, Number: 4}); refused != "" || issue.Path != "2021/004" {
		t.Error(refused, issue)
	}
}

// TestReadsBack begins an issue after each of our test issues: what is written
// reads without an error, prints nothing of its notes, and has the lists, staff
// and style of the issue before.
func TestReadsBack(t *testing.T) {
	var files []string
	for _, dir := range []string{"../testdata", "../layout/testdata", "../layout/testdata/tables", "../site/testdata", "../../issues/2020"} {
		found, _ := filepath.Glob(dir + "/*.md")
		files = append(files, found...)
	}
	read := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		last := bulletin.Read(diag.NewSource("2020/004.md", text), "2020/004", nil)
		issue, refused := Next(&bulletin.Series{Issues: []*bulletin.Issue{last}}, Request{Date: september, Supplement: last.Supplement})
		if refused != "" {
			t.Errorf("%s: %s", file, refused)
			continue
		}
		now := bulletin.Read(diag.NewSource("n.md", []byte(issue.Text)), issue.Path, nil)
		if last.Findings.Errors() > 0 {
			continue
		}
		read++
		if now.Findings.Errors() > 0 || len(now.Body) > 0 {
			t.Errorf("%s: %v, %d blocks\n%s", file, now.Findings, len(now.Body), issue.Text)
		}
		for what, pair := range map[string][2]any{
			"刊名": {last.FullName(), now.FullName()}, "编发单位": {texts(last.Issuer), texts(now.Issuer)}, "密级": {texts(last.Classification), texts(now.Classification)},
			"报尾": {colophon(last), colophon(now)}, "每页行数": {last.Style.Lines, now.Style.Lines}, "公开": {last.Public, now.Public},
		} {
			if !reflect.DeepEqual(pair[0], pair[1]) {
				t.Errorf("%s: %s is %v, was %v", file, what, pair[1], pair[0])
			}
		}
	}
	if read < 60 {
		t.Errorf("only %d issues read", read)
	}
}

func texts(list []bulletin.Phrase) (out []string) {
	for _, p := range list {
		out = append(out, p.Text)
	}
	return out
}

// colophon is lists and staff without places.
func colophon(issue *bulletin.Issue) string {
	var b strings.Builder
	for _, l := range issue.Lists {
		if l.Key != "增发" {
			for _, kind := range l.Kinds {
				fmt.Fprint(&b, l.Key, l.Label.Text, texts(kind), "\n")
			}
		}
	}
	for _, p := range issue.Staff {
		fmt.Fprintln(&b, p.Role.Text, p.Name.Text)
	}
	return b.String()
}

// TestSeries says that the files of a new series read back to what was answered.
func TestSeries(t *testing.T) {
	for _, a := range []Answers{
		{Name: "工作简报", Issuer: "某办公室", Number: 1, Date: september},
		{Name: `"引号": #井 \反斜杠`, Issuer: "甲：乙；丙 #1", Lists: [3]string{"省委办公厅、省政府办公厅；市委办公室（含机要局、督查室），市政府办公室。", "各县（市、区）", "null,true、1"}, Editor: "- 张三", Phone: "0737-1", Number: 7, Date: september},
	} {
		files := map[string]string{}
		for _, f := range Series(a) {
			files[f.Path] = f.Text
		}
		s := series(t, files)
		if found := s.Findings(); len(found) > 0 {
			t.Fatal(found)
		}
		issue := s.Issues[0]
		if issue.Path != fmt.Sprintf("2020/%03d", a.Number) || issue.FullName() != a.Name || issue.Number != a.Number || issue.Findings.Errors() > 0 {
			t.Errorf("%s %+v %v", issue.Path, issue.Front, issue.Findings)
		}
		if a.Editor == "" {
			if s.Register != nil || len(issue.Lists)+len(issue.Staff) > 0 {
				t.Error("something from nothing")
			}
			continue
		}
		want := "报报[省委办公厅 省政府办公厅]\n报报[市委办公室（含机要局、督查室） 市政府办公室]\n送送[各县（市、区）]\n发发[null true 1]\n责任编辑 - 张三\n电话 0737-1\n"
		if got := colophon(issue); got != want {
			t.Errorf("got %s", got)
		}
		if got := texts(issue.Issuer); !reflect.DeepEqual(got, []string{"甲：乙", "丙 #1"}) || len(s.Register.Units) != 8 {
			t.Error(got, len(s.Register.Units))
		}
	}
}

// TestHan says how numbers are written in Chinese.
func TestHan(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "一", 10: "十", 12: "十二", 20: "二十", 99: "九十九", 100: "一百", 105: "一百零五", 110: "一百一十", 999: "九百九十九", 1000: ""} {
		if got := bulletin.HanNumber(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}
