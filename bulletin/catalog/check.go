package catalog

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jianbao/bulletin"
)

// A check is one of the 四性检测 of DA/T 70-2018. What was not looked at is not
// said to be in order.
type check struct {
	property string // 真实性, 完整性, 可用性 or 安全性
	item     string
	object   string // what was checked: a file, an issue; "" for the whole year
	fault    string // what is wrong; "" when nothing is
	not      string // why it was not checked; "" when it was
}

// Checks returns the results of the 四性检测 of a catalogue as an XML file, as far
// as this tool can make them itself; the others stand there as 未检测. series is
// all issues by which gaps are found. program is the name and version of the tool.
func (y Year) Checks(series []*bulletin.Issue, program string) []byte {
	all := []check{
		{property: "真实性", item: "电子签名", not: "本工具不做电子签名"},
		{property: "安全性", item: "病毒", not: "由接收单位的杀毒软件检测"},
		{property: "安全性", item: "载体", not: "由接收单位检测"},
		{property: "完整性", item: "期号连续", fault: y.gaps(series)},
	}
	for _, e := range y.Entries {
		all = append(all, check{property: "完整性", item: "元数据必备项", object: e.Issue.Path, fault: e.lacking()})
		for _, f := range e.Files {
			all = append(all, e.checkFile(f)...)
		}
	}
	var list []element
	for _, c := range all {
		list = append(list, c.element())
	}
	root := container("四性检测", "", list...)
	root.attributes = [][2]string{{"依据", "DA/T 70-2018"}, {"年度", strconv.Itoa(y.Year)}, {"程序", program}}
	return root.document()
}

// element is a check as XML.
func (c check) element() element {
	result := "通过"
	switch {
	case c.not != "":
		result = "未检测"
	case c.fault != "":
		result = "不通过"
	}
	return container("检测", "",
		text("性质", "", c.property), text("项目", "", c.item), text("对象", "", c.object), text("结果", "", result), text("说明", "", c.fault+c.not))
}

// gaps says which numbers of the year are missing or come twice. A year begins
// with any number: some bulletins count on from year to year.
func (y Year) gaps(series []*bulletin.Issue) string {
	var numbers []int
	for _, issue := range series {
		if issue.Date.Year == y.Year && issue.Number > 0 {
			numbers = append(numbers, issue.Number)
		}
	}
	slices.Sort(numbers)
	var faults []string
	for i := 1; i < len(numbers); i++ {
		a, b := numbers[i-1], numbers[i]
		switch {
		case a == b:
			faults = append(faults, fmt.Sprintf("第%d期有两份", a))
		case b == a+2:
			faults = append(faults, fmt.Sprintf("缺第%d期", a+1))
		case b > a+2:
			faults = append(faults, fmt.Sprintf("缺第%d期至第%d期", a+1, b-1))
		}
	}
	return strings.Join(slices.Compact(faults), "；")
}

// lacking says which elements an archive cannot do without are missing.
func (e Entry) lacking() string {
	var out []string
	for _, x := range []struct {
		name  string
		known bool
	}{
		{"档号", e.Code != ""}, {"题名", e.Issue.Title() != ""}, {"责任者", len(e.Issue.Signing()) > 0},
		{"日期", e.Issue.Date != bulletin.Date{}}, {"页数", e.Pages > 0},
	} {
		if !x.known {
			out = append(out, x.name)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "缺" + strings.Join(out, "、")
}

// checkFile checks a PDF file by what was seen when it was read again.
func (e Entry) checkFile(f File) []check {
	if !strings.HasSuffix(f.Name, ".pdf") {
		return nil
	}
	x := f.PDF
	if x == nil {
		return []check{{property: "可用性", item: "文件可读", object: f.Name, fault: f.Fault, not: unread(f)}}
	}
	var differs []string
	if x.Title != e.Issue.Title() {
		differs = append(differs, "题名为“"+x.Title+"”")
	}
	if x.Date != day(e.Issue.Date) {
		differs = append(differs, "日期为"+x.Date)
	}
	if x.Pages < e.Pages {
		differs = append(differs, fmt.Sprintf("只有%d页", x.Pages))
	}
	loose := listed("没有嵌入：", x.Loose)
	if x.Fonts == 0 {
		loose = "没有字体"
	}
	return []check{
		{property: "真实性", item: "元数据与内容一致", object: f.Name, fault: strings.Join(differs, "；")},
		{property: "可用性", item: "文件可读", object: f.Name},
		{property: "可用性", item: "字体嵌入", object: f.Name, fault: loose},
		{property: "可用性", item: "文字可提取", object: f.Name, fault: listed("不能提取：", x.Mute)},
		{property: "安全性", item: "无脚本、动作和附件", object: f.Name, fault: listed("含有：", x.Active)},
	}
}

// listed is a list behind what it is a list of; nothing without items.
func listed(what string, list []string) string {
	if len(list) == 0 {
		return ""
	}
	return what + strings.Join(list, "、")
}

// unread says why a file was not read again, if nobody tried.
func unread(f File) string {
	if f.Fault != "" {
		return ""
	}
	return "没有读文件"
}
