package lint

import (
	"strconv"
	"strings"
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// noteRules is about footnotes. Notes without a mark, and marks without a note,
// are found in reading.
var noteRules = []*Rule{
	{
		Code: "脚注次序", Group: "脚注", Severity: diag.Info, Strength: Conventional, Source: "脚注依次编号的惯例",
		Title:  "脚注的标号与印出的序号一致",
		Reason: "脚注照正文里出现的先后编号印出，标号写作 [^2] 的第一个脚注印出来是①，校对时容易看错。标号不是数字的不查。",
		Wrong:  []string{"甲[^2]，乙[^1]。\n\n[^1]: 注一。\n[^2]: 注二。"},
		Right:  []string{"甲[^1]，乙[^2]。\n\n[^1]: 注一。\n[^2]: 注二。", "甲[^来源]，乙[^人名]。\n\n[^人名]: 注一。\n[^来源]: 注二。"},
		issue: func(f *finder) {
			next := 1
			seen := map[*bulletin.Note]bool{}
			for _, m := range noteMarks(f.issue.Body) {
				if m.Note == nil || seen[m.Note] {
					continue
				}
				seen[m.Note] = true
				if n, err := strconv.Atoi(m.Label); err == nil && n != next {
					f.add(m.At, "照出现的先后写标号", "标号是[^%s]，印出来是第%d个脚注", m.Label, next)
					return
				}
				next++
			}
		},
	},
	{
		Code: "脚注句号", Group: "脚注", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "脚注末尾用句号",
		Reason: "脚注是一句话的，末尾用句号；有的有，有的没有，印在一起不齐。全期的脚注都不用句号的不查。",
		Wrong:  []string{"甲[^1]，乙[^2]。\n\n[^1]: 见督察反馈意见。\n[^2]: 见整改方案"},
		Right:  []string{"甲[^1]，乙[^2]。\n\n[^1]: 见督察反馈意见。\n[^2]: 见整改方案。", "甲[^1]，乙[^2]。\n\n[^1]: 督察反馈意见\n[^2]: 整改方案"},
		issue:  unevenNotes,
	},
}

// noteMarks returns the marks of notes in the order of reading, those of the notes
// themselves left out.
func noteMarks(blocks []bulletin.Block) []*bulletin.NoteMark {
	var out []*bulletin.NoteMark
	for _, b := range blocks {
		for _, run := range textOf(b) {
			out = append(out, marksIn(run)...)
		}
		switch b := b.(type) {
		case *bulletin.List:
			for _, item := range b.Items {
				out = append(out, noteMarks(item.Blocks)...)
			}
		case *bulletin.Quote:
			out = append(out, noteMarks(b.Blocks)...)
		}
	}
	return out
}

// textOf returns the runs of text a block has itself.
func textOf(b bulletin.Block) [][]bulletin.Inline {
	switch b := b.(type) {
	case *bulletin.Heading:
		return [][]bulletin.Inline{b.Text}
	case *bulletin.Banner:
		return [][]bulletin.Inline{b.Text}
	case *bulletin.Paragraph:
		return [][]bulletin.Inline{b.Text}
	case *bulletin.RunIn:
		return [][]bulletin.Inline{b.Head, b.Text}
	case *bulletin.Table:
		var out [][]bulletin.Inline
		for _, row := range append([][]bulletin.Cell{b.Head}, b.Rows...) {
			for _, c := range row {
				out = append(out, c)
			}
		}
		return out
	}
	return nil
}

func marksIn(text []bulletin.Inline) []*bulletin.NoteMark {
	var out []*bulletin.NoteMark
	for _, in := range text {
		switch in := in.(type) {
		case *bulletin.NoteMark:
			out = append(out, in)
		case *bulletin.Strong:
			out = append(out, marksIn(in.Text)...)
		case *bulletin.Emphasis:
			out = append(out, marksIn(in.Text)...)
		case *bulletin.Link:
			out = append(out, marksIn(in.Text)...)
		}
	}
	return out
}

func unevenNotes(f *finder) {
	var bare []*bulletin.Note
	stopped := 0
	for _, b := range f.issue.Body {
		n, ok := b.(*bulletin.Note)
		if !ok || len(n.Blocks) == 0 {
			continue
		}
		p, ok := n.Blocks[len(n.Blocks)-1].(*bulletin.Paragraph)
		if !ok {
			continue
		}
		switch text := []rune(bulletin.Plain(p.Text)); {
		case len(text) == 0:
		case strings.ContainsRune("。！？…", text[len(text)-1]):
			stopped++
		case unicode.Is(unicode.Han, text[len(text)-1]) && endsInText(p.Text): // no address, no closing mark
			bare = append(bare, n)
		}
	}
	for _, n := range bare {
		if stopped > 0 {
			f.add(n.At, "末尾加“。”", "别的脚注末尾有句号，[^%s]没有", n.Label)
		}
	}
}

func endsInText(text []bulletin.Inline) bool {
	_, ok := text[len(text)-1].(*bulletin.Text)
	return ok
}
