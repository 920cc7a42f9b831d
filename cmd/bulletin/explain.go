package main

import (
	"fmt"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/lint"
)

// explainFlag is --explain: alone, with codes behind it, or as --explain=CODE.
type explainFlag struct {
	asked bool
	codes []string
}

// String is what the flag package prints; nobody reads it.
func (f *explainFlag) String() string { return "" }

// IsBoolFlag tells the flag package that no value need follow.
func (f *explainFlag) IsBoolFlag() bool { return true }

// Set takes what stands behind =, "true" when nothing does.
func (f *explainFlag) Set(s string) error {
	f.asked = true
	if s != "true" && s != "" {
		f.codes = append(f.codes, s)
	}
	return nil
}

// ruleJSON is the JSON form of a rule.
type ruleJSON struct {
	Code     string   `json:"code"`
	Group    string   `json:"group"`
	Severity string   `json:"severity"`
	Strength string   `json:"strength"`
	Source   string   `json:"source"`
	Title    string   `json:"title"`
	Reason   string   `json:"reason"`
	Wrong    []string `json:"wrong"`
	Right    []string `json:"right"`
}

// explainRules explains the rules of codes; without any it lists all.
func (w world) explainRules(codes []string, asJSON bool) int {
	rules := lint.Rules()
	if len(codes) > 0 {
		rules = nil
	}
	for _, code := range codes {
		code = strings.Trim(code, "[]【】 ")
		r := lint.Find(code)
		if r == nil {
			return w.usage("没有“%s”这条规则%sbulletin check --explain 列出全部", code, nearRule(code))
		}
		rules = append(rules, r)
	}
	var err error
	switch {
	case asJSON:
		out := make([]ruleJSON, len(rules))
		for i, r := range rules {
			out[i] = ruleJSON{r.Code, r.Group, r.Severity.Name(), r.Strength.String(), r.Source, r.Title, r.Reason, r.Wrong, r.Right}
		}
		err = w.encode(out)
	case len(codes) == 0:
		_, err = fmt.Fprint(w.out, listRules(rules))
	default:
		for i, r := range rules {
			if i > 0 {
				fmt.Fprintln(w.out)
			}
			_, err = fmt.Fprint(w.out, explainRule(r))
		}
	}
	if err != nil {
		return w.machine(err)
	}
	return exitDone
}

// nearRule ends a sentence about a word with the rules whose codes are like it, or
// of which it is a part.
func nearRule(word string) string {
	var codes, near []string
	for _, r := range lint.Rules() {
		codes = append(codes, r.Code)
		if word != "" && strings.Contains(r.Code, word) {
			near = append(near, r.Code)
		}
	}
	if first := bulletin.Nearest(word, codes); first != "" && len(near) == 0 {
		near = append(near, first)
	}
	const most = 5
	if len(near) == 0 {
		return "。"
	}
	return "，是不是“" + strings.Join(near[:min(len(near), most)], "”“") + "”？"
}

// listRules lists rules by group, in columns.
func listRules(rules []*lint.Rule) string {
	width := 0
	for _, r := range rules {
		width = max(width, diag.Columns(r.Code))
	}
	groups := map[string][]*lint.Rule{}
	var order []string
	for _, r := range rules {
		if groups[r.Group] == nil {
			order = append(order, r.Group)
		}
		groups[r.Group] = append(groups[r.Group], r)
	}
	var b strings.Builder
	for i, g := range order {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "%s\n", g)
		for _, r := range groups[g] {
			fmt.Fprintf(&b, "  %s%s  %v  %v  %s\n", r.Code, strings.Repeat(" ", width-diag.Columns(r.Code)), r.Severity, r.Strength, r.Title)
		}
	}
	fmt.Fprintf(&b, "\n共 %d 条。第二列是级别，第三列是依据的强度；bulletin check --explain 代码 说明一条\n", len(rules))
	return b.String()
}

// explainRule says all there is to say of a rule.
func explainRule(r *lint.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s（%s）：%s\n", r.Code, r.Group, r.Title)
	fmt.Fprintf(&b, "  级别  %v\n  依据  %s\n  缘由  %s\n", r.Severity, r.Basis(), r.Reason)
	for _, list := range []struct {
		name  string
		texts []string
	}{{"错例", r.Wrong}, {"对例", r.Right}} {
		for _, text := range list.texts {
			fmt.Fprintf(&b, "  %s\n%s", list.name, indented(text))
		}
	}
	lead := ""
	if r.Severity == diag.Error {
		lead = "错误改正了才能生成，不能不查；同一代码的警告、提示可以。\n        "
	}
	fmt.Fprintf(&b, "  不查  "+lead+"这一处：在行末写 <!-- 不查 %s：原因 -->，文头里写 # 不查 %s\n", r.Code, r.Code)
	fmt.Fprintf(&b, "        这一期或各期：在文头或 %s 写 不查: [%s]\n", bulletin.SettingsName, r.Code)
	return b.String()
}

// indented returns an example with its lines set in.
func indented(text string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.ToValidUTF8(strings.TrimRight(text, "\n"), "\uFFFD")) {
		line = strings.TrimRight(line, "\n")
		if line == "" {
			b.WriteString("\n")
			continue
		}
		fmt.Fprintf(&b, "        %s\n", shownControls(line))
	}
	return b.String()
}

// shownControls returns a line with characters no terminal shows written out.
func shownControls(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t':
			b.WriteString("〈Tab〉")
		case r < ' ' || r >= 0xE000 && r < 0xF900:
			fmt.Fprintf(&b, "〈U+%04X〉", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
