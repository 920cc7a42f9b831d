package bulletin

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"jianbao/bulletin/diag"
)

const sealsHead = `# 封存记录：哪几期已经印发，由什么稿件、图片、设置做成，PDF 是哪一个（SHA-256）。
# 由 bulletin seal 写成，只在末尾添加；每一条的“前文”是它之前全部内容的 SHA-256，改动任何一处都查得出来。
封存:
`

// Append returns the text of sealed.yaml with a seal added at its end. The
// settings it keeps are those the issue has been read with.
func (s *Seals) Append(seal *Seal, settings *Settings) string {
	text := sealsHead
	if s != nil {
		text = strings.TrimRight(s.Source.Text, "\n") + "\n"
	}
	return text + seal.text(settings, sumOf(text))
}

// text is a seal as an entry of sealed.yaml.
func (e *Seal) text(settings *Settings, before string) string {
	var b strings.Builder
	line := func(key, text string) {
		if text != "" {
			fmt.Fprintf(&b, "    %s: %s\n", key, text)
		}
	}
	fmt.Fprintf(&b, "  - 稿件: %s\n", flowText(e.Path))
	line("题名", flowText(e.Title))
	line("日期", e.Date.ISO())
	if e.Reason != "" {
		line("原因", flowText(e.Reason))
	}
	line("工具", flowText(e.Tool))
	line("源稿", e.Source)
	line("分发记录", e.Record)
	line("图片", flowSums(e.Pictures))
	line("字体", flowSums(e.Fonts))
	line("PDF", e.PDF)
	line("页数", fmt.Sprint(e.Pages))
	if e.Copies > 0 {
		line("印数", fmt.Sprint(e.Copies))
	}
	if settings != nil && settings.root != nil && len(settings.root.entries) > 0 {
		b.WriteString("    设置:\n")
		for _, entry := range settings.root.entries {
			fmt.Fprintf(&b, "      %s: %s\n", flowText(entry.key), entry.value.flow())
		}
	}
	line("前文", before)
	return b.String()
}

// flow is a value in one line, in the flow style of YAML.
func (v *value) flow() string {
	switch v.kind {
	case nullKind:
		return "null"
	case listKind:
		var out []string
		for _, item := range v.items {
			out = append(out, item.flow())
		}
		return "[" + strings.Join(out, ", ") + "]"
	case mapKind:
		var out []string
		for _, e := range v.entries {
			out = append(out, flowText(e.key)+": "+e.value.flow())
		}
		return "{" + strings.Join(out, ", ") + "}"
	}
	if v.plain { // without quotes a typed \n ends a line too
		return flowText(strings.ReplaceAll(v.text, `\n`, "\n"))
	}
	return flowText(v.text)
}

func flowSums(sums map[string]string) string {
	if len(sums) == 0 {
		return ""
	}
	var out []string
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		out = append(out, flowText(name)+": "+sums[name])
	}
	return "{" + strings.Join(out, ", ") + "}"
}

// bareText is what needs no quotes in YAML and is no number, date or truth value.
var bareText = regexp.MustCompile(`^(\p{Han}[\p{Han}0-9（）、·]*|[0-9]{1,9})$`)

// flowText is a text as YAML has it within a line.
func flowText(s string) string {
	if bareText.MatchString(s) {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r == 0x7F || r == 0x85 || r == 0xA0 || r == 0x2028 || r == 0x2029 || r == 0xFEFF:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// sealLine begins an entry of sealed.yaml, as Append writes it.
var sealLine = regexp.MustCompile(`(?m)^  - 稿件: (.*)$`)

// SealSums returns the hashes of the entries of a sealed.yaml by the paths of
// their issues, of several the last, without reading what they say.
func SealSums(data []byte) map[string]string {
	text := diag.NewSource("", data).Text
	out := map[string]string{}
	found := sealLine.FindAllStringSubmatchIndex(text, -1)
	for i, at := range found {
		end := len(text)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		path := strings.Trim(text[at[2]:at[3]], `"`)
		out[path] = sumOf(text[at[0]:end])
	}
	return out
}
