package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// draftOn builds a draft on a day of September 2020, late in the evening of UTC,
// when the next day has begun in China.
func draftOn(t *testing.T, day int, args ...string) (errs string) {
	t.Helper()
	var o, e bytes.Buffer
	now := func() time.Time { return time.Date(2020, 9, day-1, 20, 0, 0, 0, time.UTC) }
	if code := run(append([]string{"build"}, args...), world{strings.NewReader(""), &o, &e, now}); code != exitDone {
		t.Fatalf("exit %d, %s", code, e.String())
	}
	return e.String()
}

const twoParagraphs = "---\n期号: 1\ndate: 2020-09-22\n---\n\n# 标题\n\n第一段。\n\n第二段。\n"

// TestDraft follows an issue through its drafts: what each is compared with, that
// the same text is the same draft, and that nothing goes to the outputs.
func TestDraft(t *testing.T) {
	folder(t, map[string]string{"s/bulletin.yaml": "刊名: 简报\n", "s/2020/1.md": twoParagraphs})
	if errs := draftOn(t, 20, "--draft", "s"); strings.Contains(errs, "上一稿") || !strings.Contains(errs, "→ proof/2020/1-送审稿.pdf\n") {
		t.Error("first draft:", errs)
	}
	first := tree(t, "proof")
	if got := names(first); got != "2020/1-送审稿.pdf 2020/_1.draft.md" {
		t.Errorf("proof holds %s", got)
	}
	if first["2020/_1.draft.md"] != twoParagraphs {
		t.Errorf("kept %q", first["2020/_1.draft.md"])
	}
	draftOn(t, 20, "--draft", "s")
	if again := tree(t, "proof"); again["2020/1-送审稿.pdf"] != first["2020/1-送审稿.pdf"] || len(again) != len(first) {
		t.Error("the first draft made again differs")
	}
	second := strings.Replace(twoParagraphs, "第二段", "第二二段", 1)
	put(t, "s/2020/1.md", "\uFEFF"+strings.ReplaceAll(second, "\n", "\r\n"))
	if errs := draftOn(t, 21, "--draft", "s"); !strings.Contains(errs, "比上一稿改动 1 段 →") {
		t.Error("second draft:", errs)
	}
	marked := tree(t, "proof")
	if marked["2020/_1.draft.md"] != second || marked["2020/_1.draft-before.md"] != twoParagraphs {
		t.Error("the drafts are not kept, or not in their canonical form")
	}
	put(t, "s/2020/1.md", strings.Replace(second, "第二二段", "<!-- 待核 -->\n第二二段", 1))
	if errs := draftOn(t, 21, "--draft", "s"); !strings.Contains(errs, "比上一稿改动 1 段 →") {
		t.Error("second draft with a comment:", errs)
	}
	again := tree(t, "proof")
	if again["2020/1-送审稿.pdf"] != marked["2020/1-送审稿.pdf"] || again["2020/_1.draft-before.md"] != twoParagraphs {
		t.Error("the same draft made again differs")
	}
	if draftOn(t, 22, "--draft", "s"); tree(t, "proof")["2020/1-送审稿.pdf"] == marked["2020/1-送审稿.pdf"] {
		t.Error("the draft does not show its day")
	}
	if _, _, errs := call("build", "s", "--only", "pdf"); strings.Contains(errs, "draft") || names(tree(t, "public")) == "" {
		t.Error("a draft is taken for an issue:", errs)
	}
}

// TestDraftAgain says that a draft nobody saw is replaced: the next is compared with
// the one before it.
func TestDraftAgain(t *testing.T) {
	folder(t, map[string]string{"s/bulletin.yaml": "刊名: 简报\n", "s/1.md": twoParagraphs})
	edit := func(old, new string) { put(t, "s/1.md", strings.Replace(tree(t, "s")["1.md"], old, new, 1)) }
	draftOn(t, 20, "--draft", "s")
	if errs := draftOn(t, 20, "--draft", "--again", "s"); strings.Contains(errs, "上一稿") {
		t.Error("the first draft again:", errs)
	}
	edit("第一段", "第一一段")
	if errs := draftOn(t, 20, "--draft", "s"); !strings.Contains(errs, "改动 1 段") {
		t.Error("the second draft:", errs)
	}
	edit("第二段", "第二二段")
	if errs := draftOn(t, 20, "--draft", "--again", "s"); !strings.Contains(errs, "改动 2 段") {
		t.Error("the second draft again:", errs)
	}
	edit("第二二段", "第三段")
	if errs := draftOn(t, 21, "--draft", "s"); !strings.Contains(errs, "改动 1 段") {
		t.Error("the third draft:", errs)
	}
	if code, _, _ := call("build", "--again", "s"); code != exitUsage {
		t.Errorf("exit %d", code)
	}
}

// TestDraftWithin says that drafts within the folder of a series are no issues.
func TestDraftWithin(t *testing.T) {
	folder(t, map[string]string{"bulletin.yaml": "刊名: 简报\n", "1.md": twoParagraphs})
	draftOn(t, 20, "--draft")
	if code, _, errs := call("check"); code != exitDone || !strings.Contains(errs, "检查了 1 期") {
		t.Errorf("exit %d, %s", code, errs)
	}
}

// TestDraftWord says what the word behind --draft may be.
func TestDraftWord(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"--draft s", "1-送审稿.pdf"}, {"s --draft", "1-送审稿.pdf"}, {"--draft=征求意见稿 s", "1-征求意见稿.pdf"},
		{"--draft 征求意见稿 s", "1-征求意见稿.pdf"}, {"s --draft 二稿", "1-二稿.pdf"}, {"--draft s/1.md", "1-送审稿.pdf"},
		{"--draft 送审（二稿） s", "1-送审稿.pdf"}, {"--draft -j 1 s", "1-送审稿.pdf"},
	} {
		folder(t, map[string]string{"s/bulletin.yaml": "刊名: 简报\n", "s/1.md": twoParagraphs})
		draftOn(t, 20, strings.Fields(c.args)...)
		if got := names(tree(t, "proof")); got != c.want+" _1.draft.md" {
			t.Errorf("%s: %s", c.args, got)
		}
	}
	for _, args := range []string{"--draft --grid s", "--draft --numbered s", "--draft --only html s", "--draft=一二三四五六七八九十一二三四五六七 s", "--draft= s", "--draft 没有这个文件.md"} {
		if code, _, errs := call(append([]string{"build"}, strings.Fields(args)...)...); code != exitUsage {
			t.Errorf("%s: exit %d, %s", args, code, errs)
		}
	}
	if code, _, errs := call("build", "--draft=\U0001F600", "s"); code != exitSources || !strings.Contains(errs, "[送审稿]") {
		t.Errorf("a word without glyphs: exit %d, %s", code, errs)
	}
}

// TestDraftOfFaultyIssue says that an issue with errors has no draft, and the one
// before stays what the next is compared with; and that one whose draft before
// cannot be set has no bars.
func TestDraftOfFaultyIssue(t *testing.T) {
	folder(t, map[string]string{"s/bulletin.yaml": "刊名: 简报\n", "s/1.md": twoParagraphs})
	draftOn(t, 20, "--draft", "s")
	before := tree(t, "proof")
	put(t, "s/1.md", strings.Replace(twoParagraphs, "date", "data", 1))
	if code, _, errs := call("build", "--draft", "s"); code != exitSources || !strings.Contains(errs, "旧的输出保留：proof/1-送审稿.pdf") {
		t.Errorf("exit %d, %s", code, errs)
	}
	if after := tree(t, "proof"); names(after) != names(before) || after["1-送审稿.pdf"] != before["1-送审稿.pdf"] {
		t.Error("a faulty issue changed its draft")
	}
	put(t, "s/1.md", twoParagraphs+"\n第三段。\n")
	put(t, "proof/_1.draft.md", "不是稿件")
	if errs := draftOn(t, 21, "--draft", "s"); !strings.Contains(errs, "上一稿不能比较，没有标改动") {
		t.Error(errs)
	}
	put(t, "s/1.md", "---\n期号: 1\ndate: 2020-09-22\n版式: {天头: 3mm}\n---\n\n正文。\n")
	if code, _, errs := call("build", "--draft", "s"); code != exitSources || !strings.Contains(errs, "天头太窄") {
		t.Errorf("no room: exit %d, %s", code, errs)
	}
}

// TestDraftReadsAsFinal says that by its structure tree a draft reads as the final
// pages do: its marks are no part of the text.
func TestDraftReadsAsFinal(t *testing.T) {
	issue := fourthIssue(t, 1)
	final, draft := readTagged(t, written(t, plainly(t, issue))), readTagged(t, written(t, drafted(t, issue)))
	if final.order.String() == "" || draft.order.String() != final.order.String() {
		t.Error("the draft reads otherwise than the final pages")
	}
}
