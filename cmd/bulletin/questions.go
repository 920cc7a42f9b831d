package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/start"
)

// A questionnaire is the questions of init, with what the flags say already.
type questionnaire struct {
	start.Answers
	number, date string
	today        bulletin.Date
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
	if strings.Trim(answer, " \t　;；,，、") == "" {
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
