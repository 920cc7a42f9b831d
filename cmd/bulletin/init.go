package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/term"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/start"
)

const initHelp = `新建一个刊物文件夹：问六个问题，写好 bulletin.yaml（各期共用的设置）、
recipients.yaml（收文单位名册）和第一期的稿件，里面都有说明。写明了 --刊名 和
--编发单位 的，不再问。已有的文件不覆盖；在别的刊物文件夹里面不能再建。

文件夹不写则为 issues。

  --刊名 文字       如 工作简报
  --编发单位 文字   几个单位用分号分开
  --报 名单         单位用顿号或逗号分开，一类与一类之间用分号
  --送 名单         同上
  --发 名单         同上
  --责任编辑 姓名   印在报尾最后一行
  --电话 号码       同上
  --number N        第一期的期号，不写则为 1
  --date 日期       第一期的日期，如 2020-09-22；不写则为今天

退出码：0 做成；2 用法不对，或已有这些文件；3 电脑出了问题。
`

// A questionnaire is the questions of init, with what the flags say already.
type questionnaire struct {
	start.Answers
	number, date string
	today        bulletin.Date
}

func runInit(args []string, w world) int {
	set := flag.NewFlagSet("init", flag.ContinueOnError)
	q := &questionnaire{today: w.today()}
	for _, f := range q.flags() {
		set.StringVar(f.to, f.name, "", "")
	}
	paths, err := parse(set, args)
	if err != nil {
		return helpOrUsage(err, "init", w)
	}
	if len(paths) > 1 {
		return w.usage("一次新建一个刊物文件夹")
	}
	folder := "issues"
	if len(paths) == 1 {
		folder = paths[0]
	}
	if err := vacant(folder); err != nil {
		return w.locateError(err)
	}
	for _, f := range q.flags() {
		if fault := f.check(*f.to); given(set, f.name) && fault != "" {
			return w.usage("--%s：%s", f.name, fault)
		}
	}
	if q.Name == "" || q.Issuer == "" {
		in, ok := w.in.(*os.File)
		if !ok || !term.IsTerminal(int(in.Fd())) {
			return w.usage("这里不能提问（不是终端），请写明%s，如 bulletin init %s --刊名 工作简报 --编发单位 某某办公室", q.missing(), folder)
		}
		if !q.ask(bufio.NewReader(in), w.err, func(name string) bool { return given(set, name) }) {
			fmt.Fprintln(w.err)
			return w.usage("没有答完，什么也没有建")
		}
	}
	return w.initSeries(folder, q)
}

// A question is a flag of init.
type question struct {
	name  string
	to    *string
	check func(answer string) string // what is wrong with it; "" for nothing
}

// flags are the flags of init.
func (q *questionnaire) flags() []question {
	out := []question{{"刊名", &q.Name, needed}, {"编发单位", &q.Issuer, needed}}
	for i, key := range start.ListKeys {
		out = append(out, question{key, &q.Lists[i], oneLine})
	}
	return append(out, question{"责任编辑", &q.Editor, oneLine}, question{"电话", &q.Phone, oneLine},
		question{"number", &q.number, q.readNumber}, question{"date", &q.date, q.readDate})
}

// missing names the flags without which one must ask.
func (q *questionnaire) missing() string {
	var out []string
	for _, f := range q.flags()[:2] {
		if *f.to == "" {
			out = append(out, "--"+f.name)
		}
	}
	return " " + strings.Join(out, "、")
}

func needed(answer string) string {
	if strings.TrimSpace(answer) == "" {
		return "不能空着"
	}
	return oneLine(answer)
}

// longestAnswer is how many bytes an answer may have; more was pasted by mistake.
const longestAnswer = 20_000

func oneLine(answer string) string {
	switch {
	case len(answer) > longestAnswer:
		return "太长了"
	case strings.ContainsFunc(answer, func(r rune) bool { return unicode.IsControl(r) || r == unicode.ReplacementChar }):
		return "有看不见的字符，请重新输入"
	}
	return ""
}

func (q *questionnaire) readNumber(answer string) string {
	n, err := strconv.Atoi(strings.TrimSpace(answer))
	if err != nil || n < 1 || n > 999_999 {
		return "期号是 1 以上的整数，如 5"
	}
	q.Number = n
	return ""
}

func (q *questionnaire) readDate(answer string) string {
	d, ok := bulletin.ParseDate(strings.TrimSpace(answer))
	if !ok {
		return "日期写作 " + q.today.ISO() + " 或 " + q.today.String()
	}
	q.Date = d
	return ""
}

// ask asks what the flags left open; false when the answers end too early.
func (q *questionnaire) ask(in *bufio.Reader, out io.Writer, known func(flag string) bool) bool {
	fmt.Fprintln(out, "新建刊物，六个问题，以后都能在 bulletin.yaml 里改；方括号里的可以直接回车。")
	for i, one := range []struct {
		flags []string
		text  string
		take  func(answer string) string
	}{
		{[]string{"刊名"}, "刊名（如 工作简报）", into(&q.Name, needed)},
		{[]string{"编发单位"}, "编发单位（几个单位用分号分开）", into(&q.Issuer, needed)},
		{[]string{"报"}, "报给哪些单位（用顿号分开，一类与一类之间用分号）[没有]", into(&q.Lists[0], oneLine)},
		{[]string{"送"}, "送给哪些单位（同上）[没有]", into(&q.Lists[1], oneLine)},
		{[]string{"责任编辑", "电话"}, "责任编辑和电话（如 张三，0737-4222222）[不印]", q.takeStaff},
		{[]string{"number", "date"}, fmt.Sprintf("第一期的期号和日期（如 5，%s）[1，%s]", q.today.ISO(), q.today.ISO()), q.takeFirst},
	} {
		if known(one.flags[0]) {
			continue
		}
		for {
			fmt.Fprintf(out, "%d. %s：", i+1, one.text)
			line, err := in.ReadString('\n')
			if err != nil && line == "" {
				return false
			}
			fault := one.take(strings.Trim(line, " 　\t\r\n"))
			if fault == "" {
				break
			}
			fmt.Fprintf(out, "   %s\n", fault)
			if err != nil {
				return false
			}
		}
	}
	return true
}

// into takes an answer that is right.
func into(to *string, check func(string) string) func(string) string {
	return func(answer string) string {
		fault := check(answer)
		if fault == "" {
			*to = answer
		}
		return fault
	}
}

// halves parts two answers on one line.
func halves(answer string) (first, second string) {
	i := strings.IndexFunc(answer, func(r rune) bool { return strings.ContainsRune("，,、；; 　", r) })
	if i < 0 {
		return answer, ""
	}
	return answer[:i], strings.Trim(answer[i:], "，,、；; 　")
}

func (q *questionnaire) takeStaff(answer string) string {
	if fault := oneLine(answer); fault != "" {
		return fault
	}
	name, phone := halves(answer)
	if phone == "" && strings.Trim(name, "0123456789-－") == "" {
		name, phone = "", name
	}
	q.Editor = name
	if q.Phone == "" {
		q.Phone = phone
	}
	return ""
}

func (q *questionnaire) takeFirst(answer string) string {
	number, date := halves(answer)
	if _, ok := bulletin.ParseDate(number); ok && date == "" {
		number, date = "", number
	}
	if number != "" {
		if fault := q.readNumber(strings.TrimSuffix(strings.TrimPrefix(number, "第"), "期")); fault != "" {
			return fault
		}
	}
	if date != "" {
		return q.readDate(date)
	}
	return ""
}

// vacant reports why a folder cannot become that of a series.
func vacant(folder string) error {
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return badUsage("“%s”已是一个文件，不能作刊物文件夹", folder)
	}
	root, err := seriesRoot(folder)
	if err != nil {
		return err
	}
	abs, err := filepath.Abs(folder)
	switch {
	case err != nil:
		return err
	case root == abs:
		return badUsage("%s 已是刊物文件夹；新建一期用 bulletin new %s", shown(folder), shown(folder))
	case root != "":
		return badUsage("%s 在刊物文件夹 %s 里面，不能再建一个刊物；换一个地方", shown(folder), shown(root))
	}
	inside, err := filepath.Glob(filepath.Join(escapeGlob(abs), "*", bulletin.SettingsName))
	if err == nil && len(inside) > 0 {
		return badUsage("%s 里面已有刊物文件夹 %s；换一个地方，或用它", shown(folder), shown(filepath.Dir(inside[0])))
	}
	return nil
}

// escapeGlob makes a path one that only means itself.
func escapeGlob(p string) string {
	if filepath.Separator == '\\' { // where \ escapes nothing
		return p
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(p)
}

// initSeries writes the files of a new series folder: all of them, or none.
func (w world) initSeries(folder string, q *questionnaire) int {
	if q.Number == 0 {
		q.Number = 1
	}
	if q.Date == (bulletin.Date{}) {
		q.Date = q.today
	}
	files := start.Series(q.Answers)
	var made []string
	for _, f := range files {
		name := filepath.Join(folder, filepath.FromSlash(f.Path))
		err := writeNew(name, f.Text)
		if err == nil {
			made = append(made, name)
			continue
		}
		for _, m := range made {
			os.Remove(m)
		}
		if errors.Is(err, fs.ErrExist) {
			return w.usage("已有 %s，不覆盖；先把它移走或改名，什么也没有建", shown(name))
		}
		return w.machine(err)
	}
	what := map[string]string{bulletin.SettingsName: "各期共用的设置", bulletin.RegisterName: "收文单位名册，请补上份数、路线"}
	for i, f := range files {
		text := what[f.Path]
		if text == "" {
			text = fmt.Sprintf("第%d期，%s，在这里写正文", q.Number, q.Date)
		}
		fmt.Fprintf(w.err, "新建 %s：%s\n", shown(made[i]), text)
	}
	settings := bulletin.ReadSettings(diag.NewSource(shown(made[0]), []byte(files[0].Text)))
	for _, d := range settings.Findings {
		fmt.Fprintln(w.err, d)
	}
	fmt.Fprintf(w.err, "写好正文以后：bulletin build %s\n", shown(folder))
	return exitDone
}
