package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// contentsRules hold the 导读 against the titles. Its words are the editor's own
// and may be others than those of the title, so only what can be no other title
// is found.
var contentsRules = []*Rule{
	{
		Code: "导读无题", Group: "导读", Severity: diag.Warning, Strength: Conventional, Source: practice,
		Title:  "导读的每一条，正文里都有这一篇",
		Reason: "导读里列了而正文没有，多半是撤了稿、改了题，导读忘了改。比较时不看空格、标点、【】和序号；一方含着另一方的、段落以它开头的也算；导读可以另写一句话，条数与标题一样多的，按先后一一对应，不查。",
		Wrong:  []string{withContents("[甲地开展督察, 乙地召开会议, 丙地座谈]", "甲地开展督察", "乙地召开会议")},
		Right:  []string{withContents("[甲地开展督察, 乙地召开会议]", "甲地 开展督察", "【乙地召开会议】"), withContents("[督察组来了, 会开过了]", "甲地开展督察", "乙地召开会议"), "---\n期号: 1\ndate: 2020-09-22\n导读: {社会民生: [1.南浦西站公交接驳线路调整, 2.小区二次供水改造]}\n---\n\n# 【社会民生】\n\n**1.南浦西站公交接驳线路调整。**正文。\n\n**2.小区二次供水改造。**正文。"},
		issue:  contentsWithoutTitle,
	},
	{
		Code: "导读字差", Group: "导读", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "导读与标题只差一两个字的，核对哪个写错了",
		Reason: "导读与标题几乎一样，只差一两个字，往往是其中一处打错了人名、数字。有意改写的差得多，不查；只差空格、标点、【】、序号的不查。",
		Wrong:  []string{withContents("[副市长胡安帮约谈相关责任人, 乙地召开会议]", "副市长胡安邦约谈相关责任人", "乙地召开会议")},
		Right:  []string{withContents("[副市长胡安邦约谈相关责任人, 乙地召开会议]", "副市长胡安邦 约谈相关责任人", "乙地召开会议"), withContents("[约谈相关责任人, 乙地召开会议]", "副市长胡安邦就省督察组督办问题约谈相关责任人", "乙地召开会议")},
		issue:  contentsNearTitle,
	},
	{
		Code: "标题未列", Group: "导读", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "每一篇的标题都列进导读",
		Reason: "自己写了导读，却少列一篇，读者以为没有。列了一篇里的小标题、栏目里的条目的，这一篇算列了；导读由标题生成（不写 导读）的不查。",
		Wrong:  []string{withContents("[甲地开展督察, 乙地召开会议]", "甲地开展督察", "乙地召开会议", "丙地座谈")},
		Right:  []string{withContents("[甲地开展督察, 乙地召开会议]", "甲地开展督察", "乙地召开会议"), "# 甲地开展督察\n\n正文。\n\n# 乙地召开会议\n\n正文。"},
		issue:  titlesNotListed,
	},
	{
		Code: "导读次序", Group: "导读", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "导读各条的先后与正文一致",
		Reason: "导读的先后与正文不同，读者往下找不到。只比能认出标题的各条。",
		Wrong:  []string{withContents("[乙地召开会议, 甲地开展督察]", "甲地开展督察", "乙地召开会议")},
		Right:  []string{withContents("[甲地开展督察, 乙地召开会议]", "甲地开展督察", "乙地召开会议")},
		issue:  contentsOrder,
	},
	{
		Code: "导读重复", Group: "导读", Severity: diag.Warning, Strength: Conventional, Source: practice,
		Title:  "导读里不写两条一样的",
		Reason: "同一条写了两遍，多半是粘贴时忘了改。比较时不看空格和【】。",
		Wrong:  []string{withContents("[甲地开展督察, 甲地开展督察]", "甲地开展督察", "乙地召开会议")},
		Right:  []string{withContents("[甲地开展督察, 乙地召开会议]", "甲地开展督察", "乙地召开会议")},
		issue: func(f *finder) {
			seen := map[string]bool{}
			for _, v := range typedItems(f.issue) {
				if words := plainWords(v.Text); seen[words] {
					f.add(v.At, "删去一条，或改成另一篇的", "导读里“%s”写了两遍", v.Text)
				} else {
					seen[words] = true
				}
			}
		},
	},
	{
		Code: "导读标点", Group: "导读", Severity: diag.Info, Strength: Usual, Source: "GB/T 15834—2011 附录B.4",
		Title:  "导读各条末尾不加标点",
		Reason: "导读各条是标题，末尾通常不用标点。问号、叹号、省略号有时需要，不查。",
		Wrong:  []string{withContents("[甲地开展督察。, 乙地召开会议；]", "甲地开展督察", "乙地召开会议")},
		Right:  []string{withContents("[甲地开展督察, 谁来整改？]", "甲地开展督察", "谁来整改？")},
		prose: func(f *finder, p *prose) {
			if p.kind == front && p.key == "导读" {
				endMark(f, p, "。；，、", "导读这一条末尾有“%s”")
			}
		},
	},
	{
		Code: "导读一条", Group: "导读", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "只有一篇的不用导读",
		Reason: "导读是两篇以上才用的；只有一条，与标题重复，白占版面。",
		Wrong:  []string{withContents("[甲地开展督察]", "甲地开展督察")},
		Right:  []string{withContents("[甲地开展督察, 乙地召开会议]", "甲地开展督察", "乙地召开会议"), withContents("false", "甲地开展督察")},
		issue: func(f *finder) {
			if items := typedItems(f.issue); len(items) == 1 {
				f.add(items[0].At, "删去 导读", "导读只有一条")
			}
		},
	},
}

// withContents is an example of an issue with a 导读 and articles of some titles.
func withContents(contents string, titles ...string) string {
	text := "---\n期号: 1\ndate: 2020-09-22\n导读: " + contents + "\n---\n"
	for _, t := range titles {
		text += "\n# " + t + "\n\n正文。\n"
	}
	return text
}

// typedItems returns the items of a 导读 the editor wrote.
func typedItems(issue *bulletin.Issue) []bulletin.Phrase {
	var out []bulletin.Phrase
	if _, typed := issue.Keys["导读"]; typed && !issue.Contents.Off {
		for _, g := range issue.Contents.Groups {
			out = append(out, g.Items...)
		}
	}
	return out
}

// plainWords returns the letters, Han and digits of a text without the number
// before it: blanks, 【】 and other marks do not count.
func plainWords(s string) string {
	s = strings.TrimSpace(s)
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			return -1
		}
		return r
	}, strings.TrimPrefix(s, bulletin.LeadNumber(s)))
}

// A lead is an item of the 导读 with what it leads to.
type lead struct {
	item  bulletin.Phrase
	block bulletin.Block // nil when it cannot be told
	same  bool           // in the same words
	near  string         // words of the title it differs from in a character or two; "" when it does not
}

// A target is a block of the body an item may lead to, with its plain words.
type target struct {
	block bulletin.Block
	text  []bulletin.Inline
	words string
	own   bool // a title or an item of a column; else a paragraph, which begins with the words
}

// mostPairs is how many items times blocks are compared: no bulletin has so many.
const mostPairs = 50_000

// leadsOf returns where the items of a typed 导读 lead.
func leadsOf(issue *bulletin.Issue) []lead {
	if n := len(typedItems(issue)); n == 0 || n*len(issue.Body) > mostPairs {
		return nil
	}
	var targets []target
	for _, b := range issue.Body {
		text, own := bulletin.Words(b)
		if p, ok := b.(*bulletin.Paragraph); ok {
			text = p.Text
		}
		if len(text) > 0 {
			targets = append(targets, target{b, text, plainWords(bulletin.Plain(text)), own})
		}
	}
	found := bulletin.Leads(issue.Contents, issue.Body)
	var out []lead
	n := 0
	for _, g := range issue.Contents.Groups {
		n++ // its title
		for _, item := range g.Items {
			l := lead{item: item, block: found[n]}
			l.match(targets)
			out = append(out, l)
			n++
		}
	}
	return out
}

// match looks for the words of an item among those of the body.
func (l *lead) match(targets []target) {
	words := plainWords(l.item.Text)
	long := utf8.RuneCountInString(words) >= fewestWords
	var near, part bulletin.Block
	for _, t := range targets {
		switch {
		case t.own && t.words == words:
			l.same = true
			if l.block == nil {
				l.block = t.block
			}
			return
		case bulletin.IsTitle(t.block) && almost(words, t.words):
			near, l.near = t.block, bulletin.Plain(t.text)
		case part == nil && (t.own && within(words, t.words) || !t.own && long && strings.HasPrefix(t.words, words)):
			part = t.block
		}
	}
	for _, b := range []bulletin.Block{near, part} {
		if l.block == nil && b != nil {
			l.block = b
		}
	}
}

// fewestWords is how many characters show that two texts are about one thing.
const fewestWords = 6

// within reports whether one of two texts holds the other.
func within(a, b string) bool {
	return min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) >= fewestWords && (strings.Contains(a, b) || strings.Contains(b, a))
}

// almost reports whether texts differ in one or two of many characters.
func almost(a, b string) bool {
	m, n := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	most := min(2, m/fewestWords, n/fewestWords)
	return most > 0 && m-n <= most && n-m <= most && bulletin.Distance([]rune(a), []rune(b)) <= most
}

func contentsWithoutTitle(f *finder) {
	for _, l := range f.leads() {
		if l.block == nil && l.item.Text != "" {
			f.add(l.item.At, "核对标题；这一篇撤了的，从导读里删去", "正文里没有导读的这一篇“%s”", l.item.Text)
		}
	}
}

func contentsNearTitle(f *finder) {
	for _, l := range f.leads() {
		if !l.same && l.near != "" {
			f.add(l.item.At, "核对哪一处写错了", "导读与标题“%s”只差一两个字", l.near)
		}
	}
}

func contentsOrder(f *finder) {
	place := map[bulletin.Block]int{}
	for i, b := range f.issue.Body {
		place[b] = i
	}
	last := -1
	for _, l := range f.leads() {
		if l.block == nil {
			continue
		}
		if place[l.block] < last {
			f.add(l.item.At, "照正文的先后排", "导读的这一条“%s”，正文里排在前一条之前", l.item.Text)
			return
		}
		last = place[l.block]
	}
}

func titlesNotListed(f *finder) {
	led := map[bulletin.Block]bool{}
	for _, l := range f.leads() {
		led[l.block] = true
	}
	if len(led) == 0 {
		return
	}
	for _, b := range bulletin.Leads(f.issue.Contents, f.issue.Body) {
		led[b] = true // those of 栏目
	}
	var title bulletin.Block
	listed, empty := true, true
	tell := func() {
		if !listed && !empty {
			text, _ := bulletin.Words(title)
			f.add(title.Pos(), "在 导读 里补上；有意不列的，写 不查: [标题未列]", "导读里没有“%s”这一篇", bulletin.Plain(text))
		}
	}
	for _, b := range f.issue.Body {
		if bulletin.IsTitle(b) {
			tell()
			title, listed, empty = b, led[b], true
			continue
		}
		listed, empty = listed || led[b], false
	}
	tell()
}

// endMark finds a mark at the end of a piece of prose, which may go.
func endMark(f *finder, p *prose, marks, format string) {
	text := strings.TrimRightFunc(p.text, unicode.IsSpace)
	r, size := utf8.DecodeLastRuneInString(text)
	if size < len(text) && strings.ContainsRune(marks, r) {
		f.mend(p, len(text)-size, len(text), "", format, string(r))
	}
}
