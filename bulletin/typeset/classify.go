package typeset

import "strings"

// Classify returns the class of each character of a paragraph. Characters that
// Chinese and Latin share (quotes, ·, —, …, - and /) are classed by their
// neighbours (clreq §1): Latin only inside a Latin run. Characters that take
// no room are nobody's neighbours.
func Classify(text []rune) []Class {
	classes := make([]Class, len(text))
	unseen := 0
	for i, r := range text {
		if c, ok := marks[r]; ok {
			classes[i] = c
		} else if isWestern(r) {
			classes[i] = Western
		}
		if isUnseen(classes[i]) {
			unseen++
		}
	}
	if unseen == 0 {
		byContext(text, classes)
		return classes
	}
	seen, some, index := make([]rune, 0, len(text)), make([]Class, 0, len(text)), make([]int, 0, len(text))
	for i, c := range classes {
		if !isUnseen(c) {
			seen, some, index = append(seen, text[i]), append(some, c), append(index, i)
		}
	}
	byContext(seen, some)
	for k, i := range index {
		classes[i] = some[k]
	}
	return classes
}

// byContext classes what depends on the neighbours.
func byContext(text []rune, classes []Class) {
	quotes(text, classes)
	names := nameBlanks{text: text, last: -3}
	for i, r := range text {
		switch r {
		case '—':
			classes[i] = dash(text, classes, i)
		case '―': // what some conversions from GBK make of —
			if i > 0 && text[i-1] == '―' || i+1 < len(text) && text[i+1] == '―' {
				classes[i] = Dash
			}
		case '…':
			classes[i] = dots(text, classes, i)
		case '·':
			classes[i] = Half
			if isLatin(classes, i-1, -1) && isLatin(classes, i+1, 1) {
				classes[i] = Western
			}
		case '–', '-', '/':
			if besideHan(classes, i) {
				classes[i] = Half
			}
		case '\u3000':
			classes[i] = names.class(i)
		}
	}
}

// dash classes —: two make a dash; the single one is Latin between Latin
// words, and a Chinese connector between digits too (2019—2021).
func dash(text []rune, classes []Class, i int) Class {
	before, after := i > 0, i+1 < len(text)
	switch {
	case before && text[i-1] == '—', after && text[i+1] == '—':
		return Dash
	case before && after && isDigit(text[i-1]) && isDigit(text[i+1]):
		return Connector
	case isLatin(classes, i-1, -1) && isLatin(classes, i+1, 1):
		return Western
	}
	return Connector
}

// dots classes …: Chinese writes two of them; a single one behind Latin is
// Latin when Latin or nothing follows.
func dots(text []rune, classes []Class, i int) Class {
	pair := i > 0 && text[i-1] == '…' || i+1 < len(text) && text[i+1] == '…'
	if !pair && isLatin(classes, i-1, -1) && (isLatin(classes, i+1, 1) || edge(classes, i+1, 1)) {
		return Western
	}
	return Ellipsis
}

// beyond returns the next character in a direction that is no blank.
func beyond(classes []Class, i, step int) int {
	for i >= 0 && i < len(classes) && classes[i] == Space {
		i += step
	}
	return i
}

// isLatin reports whether Latin stands at i, or beyond blanks.
func isLatin(classes []Class, i, step int) bool {
	i = beyond(classes, i, step)
	return i >= 0 && i < len(classes) && classes[i] == Western
}

// edge reports whether the text, or the editor's line, ends at i.
func edge(classes []Class, i, step int) bool {
	i = beyond(classes, i, step)
	return i < 0 || i >= len(classes) || classes[i] == LineEnd
}

// besideHan reports whether a character touches Han or a Chinese mark.
func besideHan(classes []Class, i int) bool {
	return i > 0 && isCell(classes[i-1]) || i+1 < len(classes) && isCell(classes[i+1])
}

// A quoted is a pair of quotation marks: the places of both.
type quoted struct{ open, close int }

// quotes classes “ ” ‘ ’. A pair is Latin when nothing between is Chinese and
// Latin stands outside: on both sides, or on one while the text ends at the
// other. A pair within a Latin pair is Latin. A ’ between two letters is an
// apostrophe, and so is one without its ‘ amid Latin.
func quotes(text []rune, classes []Class) {
	var pairs []quoted
	var open []int
	for i, r := range text {
		switch r {
		case '“', '‘':
			classes[i] = Open
			open = append(open, i)
		case '”', '’':
			classes[i] = Close
			if r == '’' && i > 0 && i+1 < len(text) && isLetter(text[i-1]) && isLetter(text[i+1]) {
				classes[i] = Western
				continue
			}
			if k := matching(text, open, r); k >= 0 {
				pairs = append(pairs, quoted{open[k], i})
				open = open[:k]
			} else if isLatin(classes, i-1, -1) && isLatin(classes, i+1, 1) {
				classes[i] = Western
			}
		}
	}
	han := hanBefore(text, classes)
	for k := len(pairs) - 1; k >= 0; k-- { // an outer pair closes after its inner ones
		if p := pairs[k]; han[p.close] == han[p.open] && p.close-p.open > 1 && latinOutside(classes, p) {
			classes[p.open], classes[p.close] = Western, Western
		}
	}
}

// matching returns which of the open marks a closing one belongs to, or -1.
func matching(text []rune, open []int, r rune) int {
	for k := len(open) - 1; k >= 0; k-- {
		if text[open[k]] == r-1 { // U+2018 opens what U+2019 closes, U+201C what U+201D
			return k
		}
	}
	return -1
}

// hanBefore counts the Chinese characters before each one; quotation marks and
// what Latin and Chinese share count for neither.
func hanBefore(text []rune, classes []Class) []int {
	n := make([]int, len(text)+1)
	for i, r := range text {
		n[i+1] = n[i]
		if isCell(classes[i]) && !strings.ContainsRune("“”‘’·—…", r) {
			n[i+1]++
		}
	}
	return n
}

// latinOutside reports whether a pair of quotation marks stands amid Latin.
func latinOutside(classes []Class, p quoted) bool {
	left, right := isLatin(classes, p.open-1, -1), isLatin(classes, p.close+1, 1)
	return left && (right || edge(classes, p.close+1, 1)) || right && edge(classes, p.open-1, -1)
}

// blankSurnames are the usual ones a blank may follow (叶　飞), without those
// that often end a word.
const blankSurnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范石廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"

// nameBlanks tells the full-width blank within a name of two characters
// (叶　飞), where no line ends, from the one between two names or phrases.
type nameBlanks struct {
	text []rune
	last int // the last blank within a name
}

// class returns Blank within a name: behind a surname, or between two Han that
// both stand alone (姓　名). Two names in a row share no blank.
func (n *nameBlanks) class(i int) Class {
	han := func(i int) bool { return i >= 0 && i < len(n.text) && isIdeograph(n.text[i]) }
	if !han(i-1) || !han(i+1) || n.last == i-2 {
		return Space
	}
	if strings.ContainsRune(blankSurnames, n.text[i-1]) || !han(i-2) && !han(i+2) {
		n.last = i
		return Blank
	}
	return Space
}
