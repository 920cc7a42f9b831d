package start

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"jianbao/bulletin"
)

// values are what the name of a file may say of an issue.
type values struct {
	date          bulletin.Date
	number, total int
}

// nameFor returns the path of an issue named as those before it: what in their
// names is a year, a day or a number is that of the new one, and the title of an
// article is left out. "" when nothing in the name would tell it from others.
func nameFor(all []member, v values, series string) string {
	if len(all) == 0 {
		return ""
	}
	last := &all[len(all)-1]
	dir, base := path.Split(last.Path)
	r := renamer{old: values{last.Date, last.number, last.Total}, new: v}
	if r.old.date == (bulletin.Date{}) {
		r.old.date.Year = last.year
	}
	kept := map[string]bool{}
	if len(all) > 1 {
		before := &all[len(all)-2]
		b := renamer{old: values{before.Date, before.number, before.Total}, new: v}
		for _, p := range b.parts(path.Base(before.Path), false) {
			kept[p.text] = !p.told
		}
	}
	var name strings.Builder
	told := false
	for _, p := range r.parts(base, false) {
		told = told || p.told
		if !p.told && !kept[p.text] && (series == "" || !strings.Contains(series, strings.Trim(p.text, joiners))) {
			p.text = withoutTitle(p.text)
		}
		name.WriteString(p.text)
	}
	out := strings.Trim(name.String(), joiners)
	if !told || out == "" {
		return ""
	}
	var folder strings.Builder
	for _, p := range r.parts(dir, true) {
		folder.WriteString(p.text)
	}
	return folder.String() + out
}

// usualName is the path of an issue where nothing before it shows another way.
func usualName(v values, supplement bool) string {
	switch {
	case supplement && v.number > 0:
		return fmt.Sprintf("%04d/增刊%03d", v.date.Year, v.number)
	case supplement:
		return fmt.Sprintf("%04d/增刊%02d%02d", v.date.Year, v.date.Month, v.date.Day)
	case v.number > 0:
		return fmt.Sprintf("%04d/%03d", v.date.Year, v.number)
	}
	return fmt.Sprintf("%04d/%02d%02d", v.date.Year, v.date.Month, v.date.Day)
}

// joiners stand between the parts of a name and not at its ends.
const joiners = " 　-_.·、—"

// fixedWords may stand in the name of every issue, those of the second list also
// before a number.
var (
	fixedWords  = []string{"第", "总", "增刊", "工作", "简报", "快报", "专报", "动态", "（", "(", "〔", "["}
	behindWords = []string{"期", "号", "年", "月", "日", "）", ")", "〕", "]"}
)

// withoutTitle returns a part of a name without words of one issue alone.
func withoutTitle(s string) string {
	start, end := s, s
	for cut := true; cut; {
		start = strings.TrimLeft(start, joiners)
		cut = cutWord(&start, strings.TrimPrefix, fixedWords, behindWords)
	}
	if start == "" {
		return s
	}
	for cut := true; cut; {
		end = strings.TrimRight(end, joiners)
		cut = cutWord(&end, strings.TrimSuffix, fixedWords)
	}
	return strings.TrimRight(s[:len(s)-len(start)], joiners) + strings.TrimLeft(s[len(end):], joiners)
}

// cutWord cuts one of the words of lists off a text.
func cutWord(s *string, trim func(s, word string) string, lists ...[]string) bool {
	for _, list := range lists {
		for _, word := range list {
			if rest := trim(*s, word); rest != *s {
				*s = rest
				return true
			}
		}
	}
	return false
}

// A part of a name is told when it is a year, a day or a number.
type part struct {
	text string
	told bool
}

// A renamer replaces what a name says of one issue by what it says of another.
type renamer struct{ old, new values }

// parts takes a name apart. In the names of folders a month is looked for before a
// number.
func (r renamer) parts(name string, folder bool) []part {
	var out []part
	literal := func(s string) {
		if n := len(out); n > 0 && !out[n-1].told {
			out[n-1].text += s
			return
		}
		out = append(out, part{text: s})
	}
	forms := r.forms(folder)
	for i := 0; i < len(name); {
		found := false
		for _, f := range forms {
			if f.old == "" || !strings.HasPrefix(name[i:], f.old) || i > 0 && isDigit(name[i-1]) && isDigit(f.old[0]) {
				continue
			}
			if end := i + len(f.old); end < len(name) && isDigit(name[end]) && isDigit(f.old[len(f.old)-1]) {
				continue
			}
			out = append(out, part{f.new, true})
			i, found = i+len(f.old), true
			break
		}
		if !found {
			n := 1
			for i+n < len(name) && name[i+n]&0xC0 == 0x80 {
				n++
			}
			literal(name[i : i+n])
			i += n
		}
	}
	return out
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// A form is a way to write something of the old issue, and the same of the new.
type form struct{ old, new string }

// forms are the ways a name may say what is to be replaced, the longest first.
func (r renamer) forms(folder bool) []form {
	var out []form
	add := func(format func(values) string) { out = append(out, form{format(r.old), format(r.new)}) }
	if o := r.old.date; o.Month > 0 {
		for _, layout := range []string{"%04d%02d%02d", "%04d-%02d-%02d", "%04d.%02d.%02d", "%04d_%02d_%02d", "%04d年%d月%d日", "%04d年%02d月%02d日", "%04d-%d-%d", "%04d.%d.%d"} {
			add(func(v values) string { return fmt.Sprintf(layout, v.date.Year, v.date.Month, v.date.Day) })
		}
		for _, layout := range []string{"%02d%02d", "%02d-%02d", "%02d.%02d", "%d月%d日", "%02d月%02d日", "%d-%d", "%d.%d"} {
			add(func(v values) string { return fmt.Sprintf(layout, v.date.Month, v.date.Day) })
		}
		for _, layout := range []string{"%04d%02d", "%04d-%02d", "%04d年%d月", "%04d年%02d月"} {
			add(func(v values) string { return fmt.Sprintf(layout, v.date.Year, v.date.Month) })
		}
		if folder {
			for _, layout := range []string{"%02d月", "%d月", "%02d"} {
				add(func(v values) string { return fmt.Sprintf(layout, v.date.Month) })
			}
		}
	}
	if r.old.date.Year > 0 {
		add(func(v values) string { return strconv.Itoa(v.date.Year) })
	}
	return append(append(out, counted(r.old.number, r.new.number)...), counted(r.old.total, r.new.total)...)
}

// counted are the ways a number may be written, with or without leading zeros or
// in Chinese.
func counted(old, now int) []form {
	if old == 0 || now == 0 {
		return nil
	}
	var out []form
	for width := 5; width > 0; width-- {
		o := fmt.Sprintf("%0*d", width, old)
		if len(o) == width {
			out = append(out, form{o, fmt.Sprintf("%0*d", width, now)})
		}
	}
	if o, n := bulletin.HanNumber(old), bulletin.HanNumber(now); o != "" && n != "" {
		out = append(out, form{"第" + o + "期", "第" + n + "期"})
	}
	return out
}
