package bulletin

import (
	"bytes"

	"jianbao/bulletin/diag"
)

// Beyond these limits a text is no bulletin, and the Markdown parser needs
// time that grows with the square of its marks, or memory with its depth.
const (
	deepest      = 40            // lists and quotes within each other
	widestTable  = 60            // columns
	mostWork     = 400_000_000   // marks of a paragraph times its bytes
	mostWorkAll  = 2_000_000_000 // the sum of that
	mostEscapes  = 5_000         // \| in tables
	mostLines    = 20_000        // with anything on them: 400 pages and more
	mostNotes    = 500           // footnotes: where each page has several, layout tries many ways to place them
	mostHeadings = 10_000        // lines that begin with #
	indentOfList = 2             // the least indent of an inner list
)

// bearable tells whether a Markdown text from a place on is within the limits;
// if not, a finding says where.
func bearable(text []byte, from int, at func(int) diag.Pos, findings *diag.List) bool {
	marks, size, work, escapes, lines, notes, headings := 0, 0, 0, 0, 0, 0, 0
	refuse := func(i int, what string) bool {
		findings.Add(at(i), diag.Error, "过大", "检查这里是否误贴了别的内容", "%s", what)
		return false
	}
	for i := from; i < len(text); {
		line := text[i:]
		if n := bytes.IndexByte(line, '\n'); n >= 0 {
			line = line[:n+1]
		}
		if len(bytes.TrimSpace(line)) == 0 {
			marks, size = 0, 0
			lines--
		}
		lines++
		if bytes.HasPrefix(line, []byte("[^")) {
			notes++
		}
		if bytes.HasPrefix(line, []byte("#")) {
			headings++
		}
		marks, size = marks+specials(line), size+len(line)
		escapes += bytes.Count(line, []byte(`\|`))
		switch {
		case lines > mostLines:
			return refuse(i, "正文超过20000行")
		case notes > mostNotes:
			return refuse(i, "脚注超过500条")
		case headings > mostHeadings:
			return refuse(i, "标题超过10000个")
		case depth(line) > deepest:
			return refuse(i, "列表或引用的层次太深")
		case bytes.Count(line, []byte("|")) > widestTable && len(bytes.Trim(line, "|:- \t\n")) == 0:
			return refuse(i, "表格的列太多")
		case marks > 0 && (size > mostWork/marks || work > mostWorkAll), escapes > mostEscapes:
			return refuse(i, "这一段的标记符号太多")
		}
		work += specials(line) * size
		i += len(line)
	}
	return true
}

// specials counts the characters that may open or close an inline.
func specials(line []byte) int {
	n := 0
	for _, c := range line {
		switch c {
		case '*', '_', '[', ']', '<', '`', '!':
			n++
		}
	}
	return n
}

// depth returns how many lists and quotes a line may stand in, judged by the
// marks it begins with and, for a list, its indent.
func depth(line []byte) int {
	marks, indent := 0, 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ' || c == '\t':
			if marks == 0 {
				indent++
			}
		case c == '>':
			marks++
		case (c == '-' || c == '*' || c == '+') && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			marks++
		case c >= '0' && c <= '9':
		case (c == '.' || c == ')') && i > 0 && line[i-1] >= '0' && line[i-1] <= '9':
			marks++
		default:
			i = len(line)
		}
	}
	if len(bytes.Trim(line, "*- \t\n")) == 0 {
		return 0 // a line of --- or ***
	}
	if marks > 0 {
		marks += indent / (2 * indentOfList)
	}
	return marks
}
