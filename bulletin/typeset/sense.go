package typeset

import (
	"slices"
	"strings"
)

// Costs of a break in a title, in squared ems of difference between lines:
// where two lines differ by 8 em, that costs 32. Ordinary breaks cost up to
// 250; from hardBreak on a title rather takes a line more.
const (
	Never = -1 // no line may end there

	costMark  = 2    // after ，； and before ——
	costColon = 16   // after ：
	costList  = 60   // after 、 and more
	costApart = 40   // between any two words, where no mark stands
	hardBreak = 1000 // breaks from here on part what belongs together
	costInner = 2000 // within a quotation, a book title or brackets
	costSplit = 3000 // within a word
	costLone  = 400  // beside a character that is no known word
	costHung  = 1500 // before 的, 了, 镇: the line would begin in mid-air

	costBodyName  = 90  // more, within the name of an organisation
	costWholeTail = 70  // at most, before 领导小组 and other whole words that end the name of an organisation
	costShort     = 50  // more, beside a verb or a head noun of one character
	costBrief     = 75  // more, after 、 beside a word of one or two characters
	costFramed    = 40  // more, before a verb that belongs to a phrase like 就…问题
	costObject    = 35  // more, after the first word of an object
	costLasting   = 60  // more, before a time that belongs to its verb: 成立100周年
	costAdverse   = 60  // more, between a short phrase like 向我市 and its verb
	costRegion    = 45  // more, after a region whose part or thing follows: 浙江省安吉县, 全国重点村
	costBracket   = 120 // before （, which explains what precedes
	costGuess     = 50  // more, beside a word that is only guessed
	costShare     = 90  // more, before a count that belongs to what precedes: 等18人, 投资10亿元
	adverse       = 5   // the longest such phrase, in characters
)

// Sense returns what a break before each character of a title costs by its
// sense, or Never: little before a predicate, at a typed blank and after a
// mark, much between words that belong together, most within a word, a
// quotation, a book title, a name, a number with its measure word
// (GB/T 9704-2012, 7.3.1: 词意完整).
func Sense(text []rune) []int64 {
	classes := Classify(text)
	costs := make([]int64, len(text))
	for i := range costs {
		costs[i] = costSplit
		if i == 0 || glued(text, classes, i) {
			costs[i] = Never
		}
	}
	tokens := segment(text, classes)
	levels(text, tokens)
	nominal(text, tokens)
	bodies := bodyNames(tokens)
	frames := frameCosts(text, tokens)
	for n := 1; n < len(tokens); n++ {
		i := tokens[n].start
		if costs[i] == Never {
			continue
		}
		costs[i] = between(text, tokens[n-1], tokens[n]) + frames[n]
		if text[tokens[n-1].start] == '、' && counted(tokens[:n-1]) {
			costs[i] += costFramed
		}
		if bodies[n] {
			costs[i] += costBodyName
		}
		if n > 1 {
			costs[i] += after(tokens[n-2].kind, tokens[n-1].kind, tokens[n].kind)
		}
	}
	for i, d := range depths(classes) {
		if d > 0 && costs[i] != Never {
			costs[i] += costInner
		}
	}
	return costs
}

// after is what a break between b and c costs more because of what stands
// before b: a verb within 五起违反…案例, the first word of an object 反馈巡视“回头看”.
func after(a, b, c kind) int64 {
	switch {
	case a == kindCount && b == kindVerb:
		return costFramed
	case a == kindPrep && b == kindVerb && (c == kindCount || c == kindTimeWord):
		return costObject // 关于做好/2024年…
	case a == kindVerb && b == kindTimeWord && strings.ContainsRune("nhwj(", rune(c)):
		return costObject / 2
	case a == kindVerb && b == kindVerb && strings.ContainsRune("nwj", rune(c)):
		return costObject / 2 // 出台支持/民营经济: rather between the verbs
	case a == kindVerb && strings.ContainsRune("nwj", rune(b)) && strings.ContainsRune("nhwj(", rune(c)):
		return costObject
	}
	return 0
}

// nominal makes a verb the name of an action where what stands beside it says
// so: 形势分析及…, 拆除工作, 签约项目, 推进医共体建设打通…; and the other way
// where somebody is made to do it: 组织老干部参观重点项目.
func nominal(text []rune, tokens []token) {
	predicate, pivot := false, false // whether the clause has a predicate already, and one with 组织, 督促
	for n := range tokens {
		before, t := tokens[max(n-1, 0)], &tokens[n]
		next := tokens[min(n+1, len(tokens)-1)]
		noun := n > 0 && strings.ContainsRune("nwhj)~", rune(before.kind))
		switch {
		case t.kind == kindMark:
			predicate, pivot = false, false
		case t.kind == kindCount && text[before.start] == '等':
			t.kind = kindNoun // 张某某等18人 is complete
		case t.kind == kindCount && slices.Contains([]string{"联合", "会同"}, string(text[before.start:before.end])):
			t.kind = kindNoun // so is 联合六部门
		case t.kind == kindVerb && t.end-t.start == 1 && strings.ContainsRune("上中下", text[t.start]) && text[next.start] == '的':
			t.kind = kindParticle // 大会上的讲话
		case t.kind == kindVerbNoun && pivot && noun && strings.ContainsRune("njg(", rune(next.kind)):
			t.kind, pivot = kindVerb, false
		case t.kind != kindVerb:
		case strings.Contains(pivots, string(text[t.start:t.end])):
			pivot = true
		case noun && n+1 < len(tokens) && !pivot && named(text, before, *t, next, tokens[min(n+2, len(tokens)-1)], predicate):
			t.kind = kindVerbNoun
		default:
			predicate, pivot = true, false
		}
	}
}

// pivots are verbs that make somebody do something.
const pivots = "组织 督促 引导 帮助 带领 动员 鼓励 指导"

// named reports whether a verb between a noun and what follows is the name of
// an action. After a word that may be the subject, as 全市 and 我县, it is none.
func named(text []rune, before, verb, next, after token, predicate bool) bool {
	switch string(text[next.start:next.end]) {
	case "及", "和", "与":
		return after.kind != kindVerb // but 审查和批准
	case "暨", "等", "工作", "情况", "行动", "活动", "仪式", "方案", "办法":
		return true
	}
	word := string(text[verb.start:verb.end])
	if strings.ContainsRune("全我本各", text[before.start]) || !words().mayBe(word, kindVerbNoun) {
		return false
	}
	switch next.kind {
	case kindHeadNoun:
		return true
	case kindVerb, kindPhrase, kindAdverb:
		return predicate || strings.Contains(actions, word)
	}
	return false
}

// counted reports whether the words that end here belong to a count: 4起形式主义.
func counted(tokens []token) bool {
	for n := len(tokens) - 1; n >= 0 && strings.ContainsRune("nwhjm", rune(tokens[n].kind)); n-- {
		if tokens[n].kind == kindCount {
			return true
		}
	}
	return false
}

// actions are verbs that after a noun mostly name what is done: 机制改革惠及….
const actions = "建设 改革 发展 整治 治理 改造 保护 更新 管理 服务 创建"

// glued reports whether the rules of marks forbid a line to end before i.
func glued(text []rune, classes []Class, i int) bool {
	a, c := classes[i-1], classes[i]
	switch {
	case c == Space:
		return false
	case a == Space, a == Blank, c == Blank, a == Joiner, c == Joiner,
		a == Western && c == Western, a == Dash && c == Dash, a == Ellipsis && c == Ellipsis:
		return true
	}
	return !MayStart(text[i], c, GB) || !MayEnd(text[i-1], a)
}

// depths returns in how many brackets or quotations each boundary lies; a pair
// around the whole text, as of a 栏目, does not count.
func depths(classes []Class) []int {
	out := make([]int, len(classes))
	depth, whole := 0, len(classes) > 0 && classes[0] == Open
	for i, c := range classes {
		out[i] = depth
		switch c {
		case Open:
			depth++
		case Close:
			depth = max(depth-1, 0)
		}
		whole = whole && (depth > 0 || i == len(classes)-1 && c == Close)
	}
	for i := range out {
		if whole {
			out[i] = max(out[i]-1, 0)
		}
	}
	return out
}

// levels makes 省, 市, 县 … that no place precedes the beginning of an
// organisation: 就省督察组.
func levels(text []rune, tokens []token) {
	for n, t := range tokens {
		if t.kind != kindSuffix || t.end-t.start != 1 || !strings.ContainsRune("省市县区镇乡州", text[t.start]) {
			continue
		}
		if n == 0 || strings.ContainsRune("vpcu,(awot", rune(tokens[n-1].kind)) || strings.ContainsRune("年度月日", text[t.start-1]) {
			tokens[n].kind = kindLevel
		}
	}
}

// bodyNames reports for each token whether it continues the name of an
// organisation: 市住房和城乡建设局, 国务院安委会第三综合检查组.
func bodyNames(tokens []token) []bool {
	inside := make([]bool, len(tokens))
	start := -1
	for n, t := range tokens {
		switch {
		case t.kind == kindBodyTail && start >= 0:
			for k := start + 1; k <= n; k++ {
				inside[k] = true
			}
		case start < 0 && (t.kind == kindPlace || t.kind == kindLevel || t.kind == kindBody):
			start = n
		case t.kind == kindPlace, t.kind == kindLevel:
			if k := tokens[n-1].kind; k != kindPlace && k != kindLevel && k != kindBody {
				start = n
			}
		case !strings.ContainsRune("nwhjcfm~", rune(t.kind)):
			start = -1
		}
	}
	return inside
}

// between returns the cost of a break between two tokens.
func between(text []rune, a, b token) int64 {
	if a.kind == kindMark || b.kind == kindMark {
		return besideMark(text, a, b)
	}
	left, right := a.kind, b.kind
	if left == kindCount && strings.ContainsRune("年月日号期届度", text[a.end-1]) && text[a.end-2] != '周' {
		left = kindTimeWord
	}
	if left == kindCount && text[a.start] == '第' {
		left = kindAdjective // 第七次全国人口普查
	}
	row, ok := senseTable[left]
	if !ok {
		row = senseTable[kindNoun]
	}
	cost, ok := row[right]
	if !ok {
		cost = row[kindNoun]
	}
	if right == kindBodyTail && b.end-b.start > 2 {
		cost = min(cost, costWholeTail)
	}
	if right == kindHeadNoun && b.end-b.start > 3 && left != kindBody && left != kindClosing {
		cost = min(cost, row[kindNoun])
	}
	return beside(text, a, b, left, right, cost) + costApart
}

// beside is the cost of a break between two tokens, from that of their kinds,
// where the words themselves make it more or less.
func beside(text []rune, a, b token, left, right kind, cost int64) int64 {
	switch {
	case left == kindUnknown && right == kindUnknown:
		cost = hardBreak
	case text[b.start] == '到' && b.end-b.start == 1 && (left == kindVerb || left == kindVerbNoun):
		cost = costHung // 监测到
	case text[b.start] == '第' && (left == kindBody || left == kindBodyTail):
		cost += costRegion // 县政府第三十七次常务会议
	case left == kindPlace && right == kindPlace:
		cost += costRegion
	case left == kindNoun && a.end-a.start == 2 && strings.ContainsRune("全我本各", text[a.start]) && strings.ContainsRune("nhwj", rune(right)):
		cost += costRegion
	case left == kindVerb && right == kindCount && strings.ContainsRune("年天倍成", text[b.end-1]) && (text[b.end-1] != '年' || text[b.end-2] == '周'):
		cost += costLasting
	case left == kindParticle && text[a.end-1] == '等' && counts(text[b.start]):
		cost = costHung
	case left == kindParticle && text[a.end-1] == '等' && strings.ContainsRune("nhw", rune(right)):
		cost += costShare
	case right == kindOpening && text[b.start] == '（':
		cost = costBracket
	case left == kindVerbNoun && right == kindCount:
		cost += costShare
	case left == kindGuess || right == kindGuess:
		cost += costGuess
	case left == kindParticle && text[a.end-1] == '的':
		cost += 25
	case left == kindVerb && a.end-a.start == 1, (right == kindHeadNoun || right == kindBodyTail) && b.end-b.start == 1:
		cost += costShort
	case right == kindOpening && text[b.start] == '《':
		cost = min(cost, max(cost-12, 14))
	}
	return cost
}

// frameCosts returns what the words between a preposition and its predicate
// add: 就省督察组督办问题约谈… has its predicate at the last verb, and 向我市
// stays with 反馈.
func frameCosts(text []rune, tokens []token) []int64 {
	costs := make([]int64, len(tokens))
	for n, t := range tokens {
		if t.kind != kindPrep {
			continue
		}
		verb := -1 // the last that may be the predicate
		for k := n + 1; k < len(tokens) && tokens[k].kind != kindMark && tokens[k].kind != kindPrep; k++ {
			if tokens[k].kind != kindVerb {
				continue
			}
			if tokens[k].start-t.start <= adverse {
				costs[k] = max(costs[k], costAdverse)
			}
			if verb >= 0 && strings.ContainsRune("就对", text[t.start]) {
				costs[verb] = max(costs[verb], costFramed)
			}
			verb = k
		}
	}
	return costs
}

func besideMark(text []rune, a, b token) int64 {
	if b.kind == kindMark {
		switch text[b.start] {
		case ' ', '\t':
			return 0
		case '—', '⸺', '\u200B':
			return costMark
		}
		return costLone
	}
	switch text[a.end-1] {
	case '：':
		return costColon
	case '、':
		if b.end-b.start <= 2 {
			return costList + costBrief
		}
		return costList
	case '，', '；', '。', '！', '？', '\u200B':
		return costMark
	}
	return costLone
}
