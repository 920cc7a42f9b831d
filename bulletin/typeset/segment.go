package typeset

import "strings"

// A token is a word of a title, or a mark: the characters start to end-1.
type token struct {
	start, end int
	kind       kind
}

// What a token costs in the search for the likeliest words: few long words
// are likelier than many short ones.
const (
	segWord    = 160 // less the square of its length
	segMeasure = 280 // a measure word without a number
	segCount   = 120
	segName    = 172 // less its length: three characters rather than two
	segPlace   = 200 // a place by its last character
	segLetter  = 40  // a character of it
	segUnknown = 300
	segGuess   = 450 // two unknown characters, or one beside a known one: less than one by one
)

// A segmenter finds the words of a text.
type segmenter struct {
	text    []rune
	classes []Class
	bytes   string
	offset  []int // of each character in bytes
	list    *lexicon
	best    []int // cost of the rest from a character on
	first   []token
}

// segment returns the words of a text, none left out.
func segment(text []rune, classes []Class) []token {
	s := &segmenter{text: text, classes: classes, bytes: string(text), list: words()}
	s.offset = make([]int, len(text)+1)
	at := 0
	for i, r := range text {
		s.offset[i] = at
		at += len(string(r))
	}
	s.offset[len(text)] = at
	s.best, s.first = make([]int, len(text)+1), make([]token, len(text)+1)
	for i := len(text) - 1; i >= 0; i-- {
		s.best[i] = 1 << 40
		s.edges(i)
	}
	var tokens []token
	for i := 0; i < len(text); i = s.first[i].end {
		tokens = append(tokens, s.first[i])
	}
	return tokens
}

func (s *segmenter) word(i, j int) string { return s.bytes[s.offset[i]:s.offset[j]] }

func (s *segmenter) kind(i, j int) (kind, bool) {
	if j > len(s.text) || i < 0 {
		return 0, false
	}
	return s.list.lookup(s.word(i, j))
}

// offer takes a token when it is the cheapest so far.
func (s *segmenter) offer(i, j int, k kind, cost int) {
	if c := cost + s.best[j]; c < s.best[i] {
		s.best[i], s.first[i] = c, token{i, j, k}
	}
}

// edges offers every token that begins at character i.
func (s *segmenter) edges(i int) {
	switch s.classes[i] {
	case Han:
	case Western:
		j := i
		for j < len(s.text) && s.classes[j] == Western {
			j++
		}
		s.offer(i, j, kindLatin, segCount)
		s.number(i)
		return
	case Open:
		s.offer(i, i+1, kindOpening, 0)
		return
	case Close:
		s.offer(i, i+1, kindClosing, 0)
		return
	default:
		s.offer(i, i+1, kindMark, 0)
		return
	}
	for n := 1; n <= longestWord && i+n <= len(s.text) && s.classes[i+n-1] == Han; n++ {
		if k, ok := s.kind(i, i+n); ok {
			cost := segWord - min(n, 8)*min(n, 8)
			if k == kindMeasure {
				cost = segMeasure
			}
			s.offer(i, i+n, k, cost)
			if k == kindPlace && s.levelAt(i+n) {
				s.offer(i, i+n+1, k, cost-1) // 郴州市
			}
		}
	}
	s.number(i)
	s.name(i)
	s.place(i)
	s.guess(i)
	s.offer(i, i+1, kindUnknown, segUnknown)
}

// guess offers two characters as a word that the list lacks: most words have
// two. Words of one character that bind others are no part of one.
func (s *segmenter) guess(i int) {
	if i+2 > len(s.text) || s.classes[i+1] != Han {
		return
	}
	for j := i; j < i+2; j++ {
		if k, ok := s.kind(j, j+1); ok && !strings.ContainsRune("vjxq", rune(k)) || strings.ContainsRune("省市县区镇乡村", s.text[j]) {
			return
		}
	}
	s.offer(i, i+2, kindGuess, segGuess)
}

// number offers a number with its measure word, a date, a percentage: 3个,
// 第十五次, 2020年9月22日, 1至9月, 百分之五点三.
func (s *segmenter) number(i int) {
	j := i
	if s.text[j] == '第' {
		j++
	}
	for parts := 0; parts < 8; parts++ {
		end := s.numeral(j)
		if end == j {
			return
		}
		j = end
		if s.at(j, "分之") {
			j += 2
			continue
		}
		if n := s.measure(j); n > j {
			j = n
			s.offer(i, j, kindCount, segCount)
		} else if s.text[i] == '第' || s.has(i, j, "之") || s.classes[i] == Western {
			s.offer(i, j, kindCount, segCount+10)
		}
		if j < len(s.text) && strings.ContainsRune("至—～-到", s.text[j]) {
			j++
		}
	}
}

func (s *segmenter) at(i int, text string) bool {
	return i < len(s.text) && strings.HasPrefix(s.bytes[s.offset[i]:], text)
}

func (s *segmenter) has(i, j int, text string) bool { return strings.Contains(s.word(i, j), text) }

// numeral returns the end of the digits or Chinese numerals at j.
func (s *segmenter) numeral(j int) int {
	start := j
	for j < len(s.text) && (isDigit(s.text[j]) || j > start && strings.ContainsRune(".,%", s.text[j])) {
		j++
	}
	for j < len(s.text) && s.classes[j] == Han && counts(s.text[j]) {
		if j == start && strings.ContainsRune("点余多", s.text[j]) {
			break
		}
		j++
	}
	return j
}

// counts reports whether a character may be part of a number.
func counts(r rune) bool {
	return isDigit(r) || strings.ContainsRune("〇零一二三四五六七八九十百千万亿两几数点余多", r)
}

// measure returns the end of the measure word at j.
func (s *segmenter) measure(j int) int {
	for n := 3; n > 0; n-- {
		if j+n > len(s.text) {
			continue
		}
		if s.list.mayBe(s.word(j, j+n), kindMeasure) {
			return j + n
		}
	}
	return j
}

// surnames are those of one character; those of two follow.
const (
	surnames = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊殷施翟倪安温关卜翁齐鲁米符单左柳欧骆毕耿詹管凌瞿游涂辛聂蓝喻危车柯阳时舒屈纪项祝鲍霍柴成应冉解牛尚兰甘童宁牟裴华盛涂鄢蒲麦丛岳晏冷桂"
	doubled  = "欧阳司马上官诸葛夏侯尉迟皇甫令狐慕容长孙"
	// unsure are surnames that begin other words as often.
	unsure = "向于时高方常严成万安应任关管解游武文白江宁华单左温马项纪"
)

// name offers a person's name: before or after an office, where alone it can
// be known from other words.
func (s *segmenter) name(i int) {
	given := i + 1
	if i+1 < len(s.text) && strings.Contains(doubled, s.word(i, i+2)) && strings.Index(doubled, s.word(i, i+2))%6 == 0 {
		given = i + 2
	} else if !strings.ContainsRune(surnames, s.text[i]) {
		return
	}
	for n := 1; n <= 2; n++ {
		end := given + n
		if end > len(s.text) || s.classes[end-1] != Han || given == i+1 && s.doubtful(i, end) {
			continue
		}
		cost := segName - (end - i)
		if strings.Trim(s.word(given, end), "某") == "" {
			s.offer(i, end, kindPerson, cost) // 张某某
		}
		if n == 2 && strings.ContainsRune("到在向赴就对来与和率带出深参等同", s.text[end-1]) {
			cost += segWord + 8 // 瞿海到南县: rather two words
		}
		if s.officeEnds(i) || s.officeBegins(end) {
			s.offer(i, end, kindPerson, cost)
		}
	}
}

// doubtful reports whether a name is more likely other words: 向全市, 高度.
func (s *segmenter) doubtful(i, end int) bool {
	if !strings.ContainsRune(unsure, s.text[i]) {
		return false
	}
	_, given := s.kind(i+1, end)
	_, both := s.kind(i, i+2)
	return given && end-i > 2 || both
}

func (s *segmenter) officeEnds(i int) bool {
	for n := 2; n <= 6; n++ {
		if k, _ := s.kind(i-n, i); k == kindOffice {
			return true
		}
	}
	return false
}

func (s *segmenter) officeBegins(i int) bool {
	for n := 2; n <= 6; n++ {
		if k, _ := s.kind(i, i+n); k == kindOffice {
			return true
		}
	}
	return false
}

// place offers a place that only its last characters show: 沧水铺镇.
func (s *segmenter) place(i int) {
	if s.levelAt(i) {
		return
	}
	for n := 1; n <= 4; n++ {
		j := i + n
		if j >= len(s.text) || s.classes[j-1] != Han || s.classes[j] != Han {
			return
		}
		if n > 1 && s.isVerbal(j-2, j) {
			return
		}
		if k, ok := s.kind(j-1, j); ok && k != kindSuffix && k != kindMeasure && k != kindHeadNoun {
			return // 在, 的, 和 … are no part of a name
		}
		if strings.ContainsRune("一二三四五六七八九十百千两几", s.text[i]) && n == 1 {
			continue
		}
		cost := segPlace + segLetter*(n+1)
		switch {
		case s.at(j, "街道"), s.at(j, "社区"):
			s.offer(i, j+2, kindPlace, cost)
		case s.levelAt(j):
			s.offer(i, j+1, kindPlace, cost)
		}
	}
}

// levelAt reports whether a character says what kind of place a place is.
func (s *segmenter) levelAt(i int) bool {
	return i < len(s.text) && strings.ContainsRune("省市县区镇乡村州旗", s.text[i])
}

// isVerbal reports whether two characters are a word that is no part of a
// name.
func (s *segmenter) isVerbal(i, j int) bool {
	k, ok := s.kind(i, j)
	return ok && strings.ContainsRune("vwapcu", rune(k))
}
