package main

import (
	"encoding/json"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// tasksFile is what the README tells users of VS Code to take over.
const tasksFile = "../../docs/vscode-tasks.json"

// matcher is a problem matcher of VS Code.
type matcher struct {
	Severity string `json:"severity"`
	Pattern  struct {
		Regexp                            string `json:"regexp"`
		File, Line, Column, Message, Code int
	} `json:"pattern"`
}

// TestProblemMatcher has the problem matchers read what check prints: they find
// every finding that --json has, and nothing else.
func TestProblemMatcher(t *testing.T) {
	text, err := os.ReadFile(tasksFile)
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Tasks []struct {
			Args           []string
			ProblemMatcher []matcher `json:"problemMatcher"`
		}
	}
	if err := json.Unmarshal(text, &file); err != nil || len(file.Tasks) != 1 || len(file.Tasks[0].ProblemMatcher) != 3 {
		t.Fatal(err, file)
	}
	folder(t, map[string]string{
		"稿 件/bulletin.yaml": "刊名: 简报\n未知: 1\n",
		"稿 件/2020/第1期.md":   "---\n期号: 一\ndate: 2020-09-22\n编发单位：甲\n---\n\n正文[^a]，“没有”。\n下一行: 3:5: 错误: 假的 [假]\n\n[^u]: 没有引用。\n",
		"稿 件/2020/第2期.md":   "---\n期号: 2\ndate: 2020-09-23\n---\n",
		"稿 件/2020/第3期.md":   "---\n期号: 3\ndate: 2020-09-24\n---\n\n第一句。\n第二句。\n",
	})
	_, out, _ := call("check", "稿 件")
	_, list, _ := call("check", "稿 件", "--json")
	var want []finding
	if err := json.Unmarshal([]byte(list), &want); err != nil {
		t.Fatal(err)
	}
	var got []finding
	severities := map[string]bool{}
	for line := range strings.Lines(out) {
		for _, m := range file.Tasks[0].ProblemMatcher {
			if g := regexp.MustCompile(m.Pattern.Regexp).FindStringSubmatch(strings.TrimRight(line, "\n")); g != nil {
				row, _ := strconv.Atoi(g[m.Pattern.Line])
				column, _ := strconv.Atoi(g[m.Pattern.Column])
				got = append(got, finding{g[m.Pattern.File], row, column, m.Severity, g[m.Pattern.Code], g[m.Pattern.Message], ""})
				severities[m.Severity] = true
			}
		}
	}
	for i := range want {
		want[i].Hint = ""
		if i >= len(got) || got[i] != want[i] {
			t.Fatalf("finding %d: %+v of\n%s", i, want[i], out)
		}
	}
	if len(got) != len(want) || len(severities) != 3 {
		t.Errorf("%d findings, want %d; severities %v\n%s", len(got), len(want), severities, out)
	}
}
