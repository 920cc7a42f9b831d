package catalog

import (
	"fmt"
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
// as this tool can make them itself; the others stand there as 未检测. gaps says
// which numbers of the year are missing or come twice, "" when none; program is
// the name and version of the tool. faults is how many are 不通过.
func (y Year) Checks(gaps, program string) (file []byte, faults int) {
	all := []check{
		{property: "真实性", item: "电子签名", not: "本工具不做电子签名"},
		{property: "安全性", item: "病毒", not: "由接收单位的杀毒软件检测"},
		{property: "安全性", item: "载体", not: "由接收单位检测"},
		{property: "完整性", item: "期号连续", fault: gaps},
	}
	for _, e := range y.Entries {
		all = append(all, check{property: "完整性", item: "元数据必备项", object: e.Issue.Path, fault: e.lacking()})
		all = append(all, e.checkSeal(program)...)
		for _, f := range e.Files {
			all = append(all, e.checkFile(f)...)
		}
	}
	var list []element
	for _, c := range all {
		list = append(list, c.element())
		if c.fault != "" {
			faults++
		}
	}
	root := container("四性检测", "", list...)
	root.attributes = [][2]string{{"依据", "DA/T 70-2018"}, {"年度", strconv.Itoa(y.Year)}, {"程序", program}}
	return root.document(), faults
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

// checkSeal holds a sealed issue against what was sealed. Another version of the
// tool may set another PDF, and that is no fault of the file.
func (e Entry) checkSeal(program string) []check {
	seal := e.Issue.Seal
	if seal == nil || len(e.Files) == 0 {
		return nil
	}
	f := e.Files[0]
	stands := check{property: "真实性", item: "与封存时相同", object: f.Name}
	if f.Size == 0 {
		stands.fault = "没有找到封存的 PDF"
	}
	again := check{property: "真实性", item: "由稿件可再生成", object: f.Name}
	switch {
	case e.Drifted && seal.Tool != program:
		again.not = "封存时用 " + seal.Tool + "，要用那一版来比"
	case e.Drifted:
		again.fault = "稿件、图片或字体变了，生成的 PDF 与封存的不同"
	}
	return []check{stands, again}
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
	if x.Date != e.Issue.Date.ISO() {
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
