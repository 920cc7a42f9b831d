package intake

import (
	"strings"
	"testing"
)

// TestStandsAlone imports short lines between blank lines: a title too short to be
// known as one is doubted, a person, an office with its date and a sentence are not.
func TestStandsAlone(t *testing.T) {
	const head, text = "某某简报\n第1期\n某局　　2020年1月2日\n\n", "1月1日，会议在市政府召开，全体同志参加会议，会议研究了有关工作。\n"
	for line, doubts := range map[string]int{
		"标题一": 1, "工作动态": 1, "会后落实。": 0, "各位领导：": 0, "（张三）": 0, "张三，某局局长、某办主任，": 0,
	} {
		drafts, findings := Import("a.txt", []byte(head+text+"\n"+line+"\n\n短短一段。\n"), nil)
		if len(drafts) != 1 || len(findings) > 0 {
			t.Fatal(line, findings)
		}
		if n := strings.Count(drafts[0].Text, "这一行独占一行"); n != doubts {
			t.Errorf("%s: %d doubts:\n%s", line, n, drafts[0].Text)
		}
	}
	drafts, _ := Import("a.txt", []byte(head+text+"\n某局办公室\n\n2020年1月1日\n"), nil)
	if strings.Contains(drafts[0].Text, "独占一行") {
		t.Error(drafts[0].Text)
	}
}
