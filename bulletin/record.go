package bulletin

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"syscall"

	"jianbao/bulletin/diag"
)

// RecordSuffix ends the name of the record of an issue, which stands beside it:
// 2020/004.recipients.yaml.
const RecordSuffix = ".recipients.yaml"

// A Record is the 分发记录 of an issue: who got which copies of each printing,
// written once they were printed, so that the issue stays as it was whatever
// becomes of the register. Where Findings has errors it is not to be used.
type Record struct {
	Source    *diag.Source
	Printings []Printing // units have names only
	Findings  diag.List

	first bool // 首印 was read
}

// ReadRecordFile returns the record of an issue, nil when it has none: also where
// its name would be longer than one can be. name is what findings print. One that
// cannot be read has a finding that says why.
func ReadRecordFile(fsys fs.FS, file, name string) *Record {
	text, err := readFile(fsys, file)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENAMETOOLONG) {
		return nil
	}
	if err != nil {
		message, hint := FileFault(err)
		if errors.Is(err, ErrNotFile) {
			message, hint = "应是文件，这里是文件夹或别的东西", "把它改名或移走"
		}
		rec := &Record{Source: diag.NewSource(name, nil)}
		rec.Findings.Add(rec.Source.At(0), diag.Error, "分发记录", hint, "分发记录%s", message)
		return rec
	}
	return ReadRecord(diag.NewSource(name, text))
}

// RecordName returns the name of the record of the issue in a file.
func RecordName(file string) string { return strings.TrimSuffix(file, path.Ext(file)) + RecordSuffix }

// recordFields is the keys of a record.
var recordFields = []field{
	{Key{"首印", nil, RegisterOnly, "映射", "首印", ""}, func(r *keyReader, v *value) { r.recordPrinting("首印", v) }},
	{Key{"加印", nil, RegisterOnly, "列表", "各次加印", ""}, func(r *keyReader, v *value) {
		for _, item := range r.maps(v, "加印", recordHint, "日期和分发") {
			r.recordPrinting("加印", item)
		}
	}},
}

// printingFields is the keys of a printing of a record.
var printingFields = []field{
	{Key{"日期", nil, RegisterOnly, "日期", "印发的日期", ""}, func(r *keyReader, v *value) { r.printing.Date = r.date("日期", v) }},
	{Key{"说明", nil, RegisterOnly, "文字", "为什么加印", ""}, func(r *keyReader, v *value) { r.printing.Remarks = r.phrase("说明", v) }},
	{Key{"分发", nil, RegisterOnly, "列表", "谁几份", ""}, func(r *keyReader, v *value) {
		for _, item := range r.maps(v, "分发", recordHint, "单位和份数") {
			r.recordShare(item)
		}
	}},
}

// shareFields is the keys of a share of a record.
var shareFields = []field{
	{Key{"单位", nil, RegisterOnly, "文字", "收文单位", ""}, func(r *keyReader, v *value) { r.recordUnit("单位", v) }},
	{Key{"留存", nil, RegisterOnly, "文字", "存档、领导、备用、余存", ""}, func(r *keyReader, v *value) { r.recordUnit("留存", v) }},
	{Key{"写作", nil, RegisterOnly, "文字", "稿件里的写法", ""}, func(r *keyReader, v *value) { r.share.Written = r.phrase("写作", v).Text }},
	{Key{"名单", nil, RegisterOnly, "文字", "报、送、发", ""}, func(r *keyReader, v *value) { r.share.List = r.phrase("名单", v).Text }},
	{Key{"统称", nil, RegisterOnly, "文字", "所属统称", ""}, func(r *keyReader, v *value) { r.share.Collective = r.phrase("统称", v).Text }},
	{Key{"份数", nil, RegisterOnly, "整数", "几份", ""}, func(r *keyReader, v *value) { r.share.Copies = r.kept("份数", v) }},
	{Key{"份号", nil, RegisterOnly, "正整数", "第一份的份号", ""}, func(r *keyReader, v *value) { r.share.First = r.positive("份号", v, 1) }},
	{Key{"封号", nil, RegisterOnly, "正整数", "信封的封号", ""}, func(r *keyReader, v *value) { r.share.Cover = r.positive("封号", v, 1) }},
}

const recordHint = "记录由 bulletin recipients 文件 --record 写成，一般不必改；改坏了的，删去这个文件再记"

// ReadRecord reads a record. It never fails: what is wrong is in Findings.
func ReadRecord(src *diag.Source) *Record {
	rec := &Record{Source: src}
	if !readable(src, &rec.Findings) {
		return rec
	}
	root := readYAML(src, []byte(src.Text), 0, "首印: {日期: 2020-09-22, 分发: []}", &rec.Findings)
	if root == nil {
		return rec
	}
	r := &keyReader{findings: &rec.Findings, record: rec}
	r.each("分发记录", recordFields, root)
	switch {
	case rec.Findings.Errors() > 0:
	case !rec.first:
		r.add(root.at, "分发记录", recordHint, "分发记录里没有首印")
	default:
		slices.SortStableFunc(rec.Printings, func(a, b Printing) int { return a.Reprint - b.Reprint })
		rec.checkNumbers(r)
	}
	rec.Findings = rec.Findings.Sorted()
	return rec
}

func (r *keyReader) recordPrinting(key string, v *value) {
	p := &Printing{}
	r.printing = p
	if key == "加印" {
		for _, other := range r.record.Printings {
			p.Reprint = max(p.Reprint, other.Reprint)
		}
		p.Reprint++
	} else {
		r.record.first = true
	}
	before := r.findings.Errors()
	r.each(key, printingFields, v)
	switch {
	case r.findings.Errors() > before:
	case p.Date == (Date{}):
		r.add(v.at, "分发记录", recordHint, "%s没有日期", key)
	case len(p.Shares) == 0:
		r.add(v.at, "分发记录", recordHint, "%s没有分发", key)
	}
	p.Total = Sum(p.Shares)
	r.record.Printings = append(r.record.Printings, *p)
}

func (r *keyReader) recordShare(item *value) {
	r.share = &Share{}
	before := r.findings.Errors()
	r.each("分发", shareFields, item)
	if r.findings.Errors() > before {
		return
	}
	if r.share.Unit == nil || fold(r.share.Unit.Name.Text) == "" || item.get("份数") == nil {
		r.add(item.at, "分发记录", recordHint, "分发的每一项都要有单位（或留存）和份数")
		return
	}
	if item.get("单位") != nil && item.get("留存") != nil {
		r.add(item.at, "分发记录", recordHint, "一项里不能既有单位又有留存")
		return
	}
	r.printing.Shares = append(r.printing.Shares, *r.share)
	if s := r.share; s.First > 0 && r.printing.First == 0 {
		r.printing.First = s.First
	}
}

func (r *keyReader) recordUnit(key string, v *value) {
	p := r.phrase(key, v)
	r.share.Unit, r.share.Kept = &Unit{Name: p, Copies: 1, At: p.At}, key == "留存"
	if r.share.Kept {
		r.share.List = key
	}
}

// checkNumbers makes sure that no number was given twice and none left out
// within a printing, that each recipient comes once and before what is kept, and
// that either all copies carry numbers or none.
func (rec *Record) checkNumbers(r *keyReader) {
	used := 0 // by the printings before
	numbered := rec.Printings[0].First > 0
	for _, p := range rec.Printings {
		next, kept, seen := p.First, false, map[string]bool{}
		if p.First > 0 && p.First <= used {
			r.add(p.Shares[0].Unit.At, "分发记录", recordHint, "份号%06d前面已用过", p.First)
		}
		for _, s := range p.Shares {
			name := s.Unit.Name.Text
			fault := ""
			switch {
			case kept && !s.Kept:
				fault = fmt.Sprintf("“%s”应排在留存之前", name)
			case !s.Kept && seen[fold(name)]:
				fault = fmt.Sprintf("“%s”写了两次", name)
			case s.Copies == 0:
			case numbered && s.First == 0:
				fault = fmt.Sprintf("“%s”没有份号", name)
			case !numbered && s.First > 0:
				fault = fmt.Sprintf("“%s”有份号，首印却没有编", name)
			case s.First != next:
				fault = fmt.Sprintf("“%s”的份号应接着前一项，是%06d", name, next)
			case s.Last() > largest:
				fault = fmt.Sprintf("份号到%d，超过六位", s.Last())
			}
			if fault != "" {
				r.add(s.Unit.At, "分发记录", recordHint, "%s", fault)
				return
			}
			kept, seen[fold(name)] = kept || s.Kept, true
			if numbered {
				next += s.Copies
			}
		}
		used = max(used, next-1)
	}
}

// RecordText returns the record of the printings of an issue as a file.
func RecordText(issue *Issue, printings []Printing) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s的分发记录：谁收了哪几份。由 bulletin recipients --record 写成；名册以后变了，这一期照这里的。\n", issue.Title())
	for i, p := range printings {
		lead := "  "
		switch {
		case i == 0:
			b.WriteString("首印:\n")
		case i == 1:
			b.WriteString("加印:\n")
			fallthrough
		default:
			lead = "  - "
		}
		fmt.Fprintf(&b, "%s日期: %s\n", lead, p.Date.ISO())
		lead = strings.Repeat(" ", len(lead))
		if p.Remarks.Text != "" {
			fmt.Fprintf(&b, "%s说明: %s\n", lead, quoted(p.Remarks.Text))
		}
		fmt.Fprintf(&b, "%s分发:\n", lead)
		for _, s := range p.Shares {
			fmt.Fprintf(&b, "%s  - {%s}\n", lead, strings.Join(s.entries(), ", "))
		}
	}
	return []byte(b.String())
}

// entries are the keys of a share with their values.
func (s Share) entries() []string {
	var out []string
	if s.Kept {
		out = append(out, "留存: "+quoted(s.Unit.Name.Text))
	} else {
		out = append(out, "单位: "+quoted(s.Unit.Name.Text), "名单: "+quoted(s.List))
	}
	if s.Written != "" {
		out = append(out, "写作: "+quoted(s.Written))
	}
	if s.Collective != "" {
		out = append(out, "统称: "+quoted(s.Collective))
	}
	out = append(out, fmt.Sprintf("份数: %d", s.Copies))
	if s.First > 0 {
		out = append(out, fmt.Sprintf("份号: %06d", s.First))
	}
	if s.Cover > 0 {
		out = append(out, fmt.Sprintf("封号: %d", s.Cover))
	}
	return out
}

// plainText is what needs no quotes in YAML.
var plainText = regexp.MustCompile(`^\p{Han}[\p{Han}0-9（）、·“”《》]*$`)

func quoted(s string) string {
	if plainText.MatchString(s) {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
