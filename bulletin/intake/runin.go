package intake

import (
	"strings"
	"unicode"
)

// Lengths of the head of an item of a column, in characters.
const (
	shortestHead = 4
	longestHead  = 45
)

var (
	starred = pattern(`^\*\*([^*\s](?:[^*]*[^*\s])?)\*\*`)
	whenSet = pattern(`近日|近期|日前|连日来|今年以来|今年[，,]|今年\d|截至|截止|\d{4}年|\d{1,2}月\d{1,2}日|\d{1,2}月份|\d{1,2}月以来|\d{1,2}日[，,上下起]|(?:上|下)半年|本周|上周|昨日|今日`)
)

// readRunIn reads an item of a column: a mark, a head, and text. Where the head
// ends only bold type tells for sure.
func (g *guess) readRunIn(l line) block {
	text := plain(l.text)
	mark := columnMark().FindString(text)
	_, rest := cut(l.text, len(mark))
	rest = trim(rest)
	b := block{kind: runIn, mark: strings.TrimSpace(mark)}
	if head, body, ok := boldHead(l.text, rest); ok {
		b.head, b.text = head, body
		return b
	}
	p := plain(rest)
	n, why := headEnd(p)
	if n == 0 {
		b.kind, b.text = paragraph, l.text
		if length(rest) > 0 {
			b.doubt("把标题写作 **标题**，后面空一格接正文；没有标题的照这样", "没有看出标题到哪里为止")
		}
		return b
	}
	b.head, b.text = cut(rest, n)
	b.head, b.text = trim(b.head), trim(b.text)
	if length(b.text) > 0 {
		b.doubt("移动后一处 ** 到标题末尾", "标题当作到这里为止（"+why+"）")
	}
	return b
}

// boldHead returns the bold text at the start of an item, typed **so** or bold in
// Word; the mark may be bold too.
func boldHead(whole, rest string) (head, body string, ok bool) {
	if m := starred().FindStringSubmatch(rest); m != nil {
		return m[1], trim(rest[len(m[0]):]), true
	}
	if !strings.HasPrefix(rest, string(boldOn)) {
		return "", "", false
	}
	end := strings.IndexRune(rest, boldOff)
	if end < 0 || strings.ContainsRune(rest[:end], '\n') {
		return "", "", false
	}
	head = trim(rest[len(string(boldOn)):end])
	body = trim(rest[end+len(string(boldOff)):])
	if length(head) == 0 || length(head) > longestTitle && length(body) > 0 {
		return "", "", false
	}
	return head, body, true
}

// headEnd returns how many bytes of an item are its head, and what shows it; 0
// when nothing does.
func headEnd(p string) (int, string) {
	r := []rune(p)
	stop := strings.IndexAny(p, "。！？；\n")
	if stop < 0 && len(r) <= longestHead {
		return len(p), "只有一行"
	}
	for i := shortestHead; i < min(len(r), longestHead+1); i++ {
		if n := len(string(r[:i])); unicode.IsSpace(r[i]) && !latinBlank(r, i) && (stop < 0 || n < stop) {
			return n, "后面有空格"
		}
	}
	if m := whenSet().FindStringIndex(p); m != nil && (stop < 0 || m[0] < stop) {
		before := []rune(p[:m[0]])
		if n := len(before); n >= shortestHead+2 && n <= longestHead && !strings.ContainsRune("，、：；（“《在自从于至到的", before[n-1]) {
			return m[0], "后面是时间"
		}
	}
	if stop > 0 && strings.HasPrefix(p[stop:], "。") {
		if n := len([]rune(p[:stop])); n >= shortestHead && n <= 36 && strings.TrimSpace(p[stop+len("。"):]) != "" && strings.Count(p[:stop], "，") <= 1 {
			return stop + len("。"), "第一句"
		}
	}
	return 0, ""
}

// latinBlank tells whether a blank stands between words of Latin letters.
func latinBlank(r []rune, i int) bool {
	return i > 0 && i+1 < len(r) && r[i-1] < 0x80 && r[i+1] < 0x80
}
