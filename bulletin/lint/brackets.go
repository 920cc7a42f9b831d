package lint

import (
	"strings"
	"unicode/utf8"

	"jianbao/bulletin/diag"
)

// bracketRules is what GB/T 15834 asks of brackets and the marks of titles.
var bracketRules = []*Rule{
	{
		Code: "半角括号", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.9.2、5.1.3",
		Title:  "汉字里的括号用全角",
		Reason: "括住汉字的、跟在汉字后面的括号用（）。西文、公式、型号里的半角括号不查。",
		Wrong:  []string{"各区县(市)人民政府。", "（1)加强领导。", "同比增长(按可比价格计算）。", "(1)加强领导。"},
		Right:  []string{"各区县（市）人民政府。", "The plan (draft) is ready.", "f(x)的值。", "1)加强领导。"},
		prose: all(seek("(", `\(([^()（）\n]*)\)`, func(h *hit) {
			if strings.Trim(h.text(1), digits) == "" && len(h.text(1)) == 4 && (isDigit(h.next()) || h.next() == '第') {
				return // of a 发文字号: 文号括号 finds it
			}
			numbered := h.prev() == 0 && isHan(h.next())
			if hasHan(h.text(1)) || isHan(h.prev()) || numbered {
				h.mend(0, "（"+h.text(1)+"）", "汉字里用了半角括号")
			}
		}), seek("（", `（[^()（）\n]*(\))`, func(h *hit) {
			h.mend(1, "）", "括号一半全角、一半半角")
		}), seek("）", `(\()[^()（）\n]*）`, func(h *hit) {
			h.mend(1, "（", "括号一半全角、一半半角")
		})),
	},
	{
		Code: "括号配对", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.9.2、4.15.2",
		Title:  "括号、书名号要成对",
		Reason: "少了一半，读者不知括到哪里；几种括号交叉也算。1）、a）一类序号的后括号不查。",
		Wrong:  []string{"各区县（市人民政府。", "印发《规定的通知。", "各区县市）人民政府。", "印发《关于（草案》的）通知。"},
		Right:  []string{"各区县（市）人民政府。", "1）加强领导；2）压实责任。", "《关于印发〈规定〉的通知》（征求意见稿）"},
		prose: func(f *finder, p *prose) {
			_, alone := pairsOf(p)
			for _, i := range alone {
				r := p.after(i)
				f.add(p.pos(i), "补上另一半，或删去这一半", "“%c”没有成对", r)
			}
		},
	},
	{
		Code: "括号套用", Group: "标点", Severity: diag.Info, Strength: Recommended, Source: "GB/T 15834—2011 4.9.3.6",
		Title:  "避免括号套括号",
		Reason: "同一形式的括号应尽量避免套用，必须套用时用不同的形式，例如〔……（……）……〕。“（各区县（市）人民政府）”里两字以内的不查。",
		Wrong:  []string{"印发通知（见附件（共三份））。"},
		Right:  []string{"印发通知（见附件，共三份）。", "名单（含各区县（市）分管领导）附后。", "印发通知〔见附件（共三份）〕。"},
		prose: func(f *finder, p *prose) {
			pairs, alone := pairsOf(p)
			for _, b := range pairs {
				if b.mark == '（' && b.depth > 1 && len(alone) == 0 && utf8.RuneCountInString(p.text[b.from:b.to]) > 4 {
					f.add(p.pos(b.from), "改用逗号，或外面一层改用六角括号〔〕", "括号里又用括号")
				}
			}
		},
	},
	{
		Code: "书名套用", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.15.3.5",
		Title:  "书名号里面用单书名号",
		Reason: "标题里又有标题，例如转发文件的通知，里面一层用〈〉，再里面一层又用《》。",
		Wrong:  []string{"印发《关于转发《管理办法》的通知》。"},
		Right:  []string{"印发《关于转发〈管理办法〉的通知》。", "《办法》《规定》都已印发。"},
		prose: func(f *finder, p *prose) {
			pairs, alone := pairsOf(p)
			for _, b := range pairs {
				if b.mark == '《' && b.depth == 2 && b.inner == '《' && len(alone) == 0 {
					inner := p.text[b.from+len("《") : b.to-len("》")]
					f.mend(p, b.from, b.to, "〈"+inner+"〉", "书名号里又用双书名号")
				}
			}
		},
	},
	{
		Code: "书名写法", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.15.2",
		Title:  "书名号用《》",
		Reason: "<<规定>>、<规定>是用小于号凑成的。公式里的小于号、大于号不查。",
		Wrong:  []string{"印发<<规定>>。", "印发<管理办法>。", "印发＜管理办法＞。"},
		Right:  []string{"印发《规定》。", "浓度<5，温度>10。"},
		prose: seek("<＜", `<<([^<>\n]*)>>|[<＜]([^<>＜＞\n]*)[>＞]`, func(h *hit) {
			if s := h.text(1) + h.text(2); isHan(firstRune(s)) && isHan(lastRune(s)) {
				h.mend(0, "《"+s+"》", "书名号写成了小于号、大于号")
			}
		}),
	},
	{
		Code: "证照书名", Group: "标点", Severity: diag.Info, Strength: Standard, Source: "GB/T 15834—2011 附录A.13.1",
		Title:  "证照名称不用书名号",
		Reason: "证照、奖状、商标、会议、课程等不是作品，不用书名号，需要标出的用引号。只查以许可证、执照等结尾的，文件和书报不查。",
		Wrong:  []string{"依法吊销《营业执照》。", "未取得《排污许可证》。"},
		Right:  []string{"依法吊销营业执照。", "未取得“排污许可证”。", "《排污许可管理条例》", "《关于换发营业执照的通知》"},
		prose: seek("证照", `《([^《》\n]{1,24}(?:许可证|执照|资格证|合格证|资格证书|合格证书|身份证|居住证|工作证|上岗证|优待证|产权证|驾驶证|行驶证))》`, func(h *hit) {
			h.add(0, "写作"+h.text(1)+"，或用引号", "证照“%s”用了书名号", h.text(1))
		}),
	},
}

// A bracket is a pair: the bytes [from, to) with both marks, the mark that opens
// it, how many of its kind are open with it, and the innermost pair it stands in.
type bracket struct {
	mark     rune
	from, to int
	depth    int
	inner    rune
}

const deepest = 20 // brackets in each other

var closing = map[rune]rune{'（': '）', '《': '》', '〈': '〉', '【': '】', '〔': '〕', '［': '］', '｛': '｝', '(': ')'}

// pairsOf returns the pairs of brackets of a text, and where marks without their
// other half stand.
func pairsOf(p *prose) (pairs []bracket, alone []int) {
	if !p.hasAny("（）《》〈〉【】〔〕［］｛｝()") {
		return nil, nil
	}
	var open []bracket
	for i, r := range p.text {
		if _, ok := closing[r]; ok && len(open) < deepest {
			b := bracket{mark: r, from: i, depth: 1}
			for _, o := range open {
				b.inner = o.mark
				if o.mark == r {
					b.depth++
				}
			}
			open = append(open, b)
			continue
		}
		if !strings.ContainsRune("）》〉】〕］｝)", r) {
			continue
		}
		n := len(open) - 1
		for n >= 0 && !closes(open[n].mark, r) {
			n--
		}
		if n < 0 {
			if !enumerates(p.text[:i], r) {
				alone = append(alone, i)
			}
			continue
		}
		for _, o := range open[n+1:] {
			alone = append(alone, o.from)
		}
		b := open[n]
		b.to = i + utf8.RuneLen(r)
		pairs, open = append(pairs, b), open[:n]
	}
	for _, o := range open {
		alone = append(alone, o.from)
	}
	return pairs, alone
}

// closes tells whether a mark closes another, half width or full.
func closes(open, r rune) bool {
	return closing[open] == r || open == '（' && r == ')' || open == '(' && r == '）'
}

// enumerates tells whether a closing bracket after a text ends an ordinal: 1）, a).
func enumerates(before string, r rune) bool {
	if r != '）' && r != ')' {
		return false
	}
	head := strings.TrimRight(before, digits+"一二三四五六七八九十abcdefghijABCDEFGHIJⅠⅡⅢⅣⅤ")
	if head == before {
		return false
	}
	return head == "" || strings.ContainsRune(pauses+" 　\n", lastRune(head))
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }
