package bulletin

import (
	"strings"

	"jianbao/bulletin/diag"
)

// matter returns the YAML text between the --- lines an issue begins with, the
// number of lines before it, and the offset of the body. Without front matter
// yaml is nil, a finding says why, and the body is what is left to read.
func matter(src *diag.Source, findings *diag.List) (yaml []byte, skip, body int) {
	first := 1
	for first < src.Lines() && strings.TrimSpace(src.Line(first)) == "" {
		first++
	}
	line := strings.TrimRight(src.Line(first), " \t")
	if strings.TrimSpace(line) == "" {
		findings.Add(src.At(0), diag.Error, "文头", "照 bulletin new 生成的样子写", "文件是空的")
		return nil, 0, len(src.Text)
	}
	if line != "---" {
		findings.Add(src.At(src.Offset(first, 1)), diag.Error, "文头",
			"第一行写 ---，下面写 刊名、期号、date 等，再写一行 ---", "缺少文头：%s", opening(line))
		return nil, 0, src.Offset(first, 1)
	}
	for n := first + 1; n <= src.Lines(); n++ {
		if strings.TrimRight(src.Line(n), " \t") == "---" {
			from, to := src.Offset(first+1, 1), src.Offset(n, 1)
			return []byte(src.Text[from:to]), first, min(to+len(src.Line(n))+1, len(src.Text))
		}
	}
	findings.Add(src.At(src.Offset(first, 1)), diag.Error, "文头", "在文头之后、正文之前另起一行写 ---", "文头没有结束")
	return nil, 0, len(src.Text)
}

// opening says what is wrong with the first line of an issue.
func opening(line string) string {
	if strings.Trim(line, "-—－–― \t") == "" {
		return "第一行应是三个半角减号 ---"
	}
	return "第一行不是 ---"
}

// masked returns a copy of a text in which all but the bytes from from on are
// blanks, so that offsets stay those of the source.
func masked(text string, from int) []byte {
	out := []byte(text)
	for i := range out[:from] {
		if out[i] != '\n' {
			out[i] = ' '
		}
	}
	return out
}
