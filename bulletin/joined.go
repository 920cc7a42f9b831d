package bulletin

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/bulletin/diag"
)

// checkJoined reports names of a register that hold several, as the comma of
// Chinese text in a list makes them: all together would count for one recipient.
// A member with 、 is one only where it has no entry of its own.
func (reg *Register) checkJoined() {
	add := func(p Phrase, parts []string, what, hint string) {
		if len(parts) > 1 {
			reg.Findings.Add(p.At, diag.Warning, "名册", hint, "“%s”像是%d个"+what, p.Text, len(parts))
		}
	}
	list := func(parts []string) string { return "例如 [" + strings.Join(parts, ", ") + "]" }
	for _, u := range reg.Units {
		parts := joinedByComma(u.Name.Text)
		add(u.Name, parts, "单位，只按一个计份数", "每个单位写一项，各写作 - 名称: 单位")
		for _, p := range u.Short {
			parts := joinedByComma(p.Text)
			add(p, parts, "简称", "一项写一个，"+list(parts))
		}
		for _, p := range u.Members {
			parts, hint := joinedByComma(p.Text), ""
			if own := reg.Find(p.Text); parts == nil && own != nil && own.Name == p {
				parts, hint = joinedByPause(p.Text), "；确是一个单位的，在 单位 里加一项 - 名称: "+p.Text
			}
			add(p, parts, "单位，只按一个计份数", "一项写一个单位，"+list(parts)+hint)
		}
	}
}

// joinedByComma returns the names that the comma or semicolon of Chinese text
// parts, which no name of an office has; nil for one.
func joinedByComma(name string) []string {
	if Parted(name, "，；") == nil { // none, or in brackets
		return nil
	}
	return Parted(name, "，；、")
}

// joinedByPause returns the names that 、 parts, where each could be one; nil for
// one. 市委、市政府领导 is one.
func joinedByPause(name string) []string {
	parts := Parted(name, "、")
	if slices.ContainsFunc(parts, func(s string) bool { return utf8.RuneCountInString(s) < 3 }) {
		return nil
	}
	return parts
}

// Parted returns the parts of a name between marks, those in brackets left alone;
// nil for one part.
func Parted(name, marks string) []string {
	var parts []string
	depth, start := 0, 0
	part := func(end int) {
		if end > start {
			parts = append(parts, name[start:end])
		}
	}
	for i, r := range name {
		switch {
		case r == '（' || r == '(':
			depth++
		case r == '）' || r == ')':
			depth = max(depth-1, 0) // one that closes nothing is no bracket
		case depth == 0 && strings.ContainsRune(marks, r):
			part(i)
			start = i + utf8.RuneLen(r)
		}
	}
	if part(len(name)); len(parts) < 2 {
		return nil
	}
	return parts
}
