package intake

import (
	"regexp"
	"strings"
)

// A blockKind is what a piece of the text is.
type blockKind int

const (
	paragraph blockKind = iota
	heading             // of a level
	runIn               // mark, head and text
	bullet              // an item of a list
	table
	articleBreak
	remarkOnly // nothing but a doubt: where a picture stood
)

// A block is one piece of the text of a draft, with what is doubted about it.
type block struct {
	kind   blockKind
	level  int    // of a heading, 1–5
	mark   string // of a runIn or a bullet
	head   string // of a runIn, marked text
	text   string // marked text; "\n" is a line break
	grid   *grid
	doubts []doubt
}

func (b *block) doubt(hint, what string) { b.doubts = append(b.doubts, doubt{what, hint}) }

var (
	bannerForm = pattern(`^【[^【】]+】$`)
	levelForms = [...]func() *regexp.Regexp{
		2: pattern(`^[〇一二三四五六七八九十百]{1,4}、`),
		3: pattern(`^[（(][〇一二三四五六七八九十百]{1,4}[）)]`),
		4: pattern(`^[0-9]{1,2}[.．、]`),
		5: pattern(`^[（(][0-9]{1,2}[）)]`),
	}
	leadForm   = pattern(`^((?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。：；！？]{2,28}。)[^。]{6,}`)
	columnMark = pattern(`^[▲◆★■●※][\s　]*`)
)

// Greatest lengths, in characters.
const (
	longestHeading = 50
	longestTitle   = 70
)

// bannerOf returns the words of a 栏目 that a line is; "" for any other line.
func bannerOf(s string) string {
	if t := strings.TrimSpace(plain(s)); bannerForm().MatchString(t) && length(t) <= longestHeading {
		return strings.TrimSuffix(strings.TrimPrefix(t, "【"), "】")
	}
	return ""
}

// levelOf returns the level of the enumerator a text begins with; 0 for none.
func levelOf(s string) int {
	s = strings.TrimSpace(plain(s))
	for level := 2; level < len(levelForms); level++ {
		if levelForms[level]().MatchString(s) {
			return level
		}
	}
	return 0
}

// readBody reads the lines of the text into blocks.
func (g *guess) readBody(lines []line) {
	for i := 0; i < len(lines); {
		if lines[i].blank() {
			i++
			continue
		}
		i += g.readBlock(lines, i)
	}
	for i, l := range g.tail.left {
		b := block{text: l.text}
		if i == 0 {
			b.doubt("移到该在的地方，不要的删去", "原来在报尾里或报尾之后，放在了文末")
		}
		g.body = append(g.body, b)
	}
}

// readBlock reads the block that begins at a line and returns its lines.
func (g *guess) readBlock(lines []line, i int) int {
	l := lines[i]
	text := plain(l.text)
	b := block{text: l.text}
	n := 1
	switch {
	case l.picture:
		b.kind = remarkOnly
		b.doubt("把图片另存到稿件旁边，在这里写作 ![说明](文件名.jpg)", "这里原有一幅图片，没有导入")
	case l.grid != nil:
		b.kind, b.grid = table, l.grid
		if l.grid.guessed {
			b.doubt("不是表的，改成段落", "原文对齐的几行当作表，第一行当作表头")
		}
		if l.grid.merged {
			b.doubt("对照原件改正；合并的格分开写，内容在第一格", "原来的表有合并的格，或一格里有几段")
		}
	case isRule(text):
		g.drop("横线", text)
		if next := nextText(lines, i+1); len(g.body) == 0 || next >= len(lines) || g.startsArticle(lines, next) {
			return n
		}
		b.kind = articleBreak
	case bannerOf(text) != "":
		b.kind, b.level, b.text = heading, 1, "【"+strings.TrimSpace(bannerOf(text))+"】"
	case framed().MatchString(strings.TrimSpace(text)) && length(text) <= longestHeading:
		b.kind, b.level, b.text = heading, 1, strings.TrimSpace(text)
		b.doubt("作栏目的写作 # 【"+strings.Trim(strings.TrimSpace(text), "※◆★☆■●◇≡ 　")+"】；不要的删去", "这一行当作标题")
	case columnMark().MatchString(text):
		b = g.readRunIn(l)
	case dashed().MatchString(text):
		m := dashed().FindStringSubmatchIndex(text)
		b.kind, b.mark = bullet, "-"
		_, b.text = cut(l.text, m[2])
	default:
		if t, lines, ok := g.title(lines, i); ok {
			b, n = t, lines
			break
		}
		if b = g.readLevel(lines, i); b.kind == paragraph && len(b.doubts) == 0 && g.standsAlone(lines, i) {
			b.doubt("是标题的，行首加 # 和空格", "这一行独占一行，没有句号，当作正文")
		}
	}
	if l.joined {
		b.doubt("原来是两段的，在中间空一行", "原文一行到头又以句号结束，下一行并入了这一段")
	}
	g.body = append(g.body, b)
	return n
}

// readLevel reads a heading with an enumerator, or a paragraph.
func (g *guess) readLevel(lines []line, i int) block {
	l := lines[i]
	text := plain(l.text)
	b := block{text: l.text}
	level := levelOf(text)
	switch {
	case level > 0 && (g.contents.has(text) || g.isHeading(lines, i, level)):
		b.kind, b.level, b.text = heading, level, text
		if level > 3 && l.style.heading == 0 && !g.contents.has(text) {
			b.doubt("不是标题的，删去行首的 #", "这一行当作标题")
		}
	case level == 0 && l.style.heading > 1 && length(text) <= longestTitle:
		b.kind, b.level, b.text = heading, min(l.style.heading, 5), text
	case l.style.bold:
		b.text = string(boldOn) + strings.ReplaceAll(l.text, "\n", string(boldOff)+"\n"+string(boldOn)) + string(boldOff)
	case strings.ContainsRune(l.text, boldOn):
	default:
		if m := leadForm().FindStringSubmatchIndex(text); m != nil && !strings.Contains(text, "\n") {
			head, rest := cut(l.text, m[3])
			b.text = string(boldOn) + head + string(boldOff) + rest
			b.doubt("不是标题的，删去两处 **", "段首第一句当作标题加粗")
		}
	}
	return b
}

// isHeading tells whether a line with an enumerator is a heading, not a point of
// a list or a paragraph.
func (g *guess) isHeading(lines []line, i, level int) bool {
	text := strings.TrimSpace(plain(lines[i].text))
	body := strings.TrimSuffix(text, "。")
	if length(text) > longestHeading || strings.ContainsAny(body, "。；！？\n") || strings.HasSuffix(body, "：") || strings.HasSuffix(body, "，") || strings.HasSuffix(body, "、") {
		return false
	}
	next := nextText(lines, i+1)
	switch {
	case lines[i].style.heading > 0:
		return true
	case next >= len(lines):
		return false
	case level < 4 && g.contents.has(lines[next].text):
		return true
	}
	following := levelOf(lines[next].text)
	return following != level && (following == 0 || following > level || level == 3 && following == 2) &&
		(len(body) == len(text) || length(text) <= 25) && (following > 0 || length(lines[next].text) > length(text) || lines[next].grid != nil || len(body) == len(text) && level < 4 && endsSentence(lines[next].text))
}
