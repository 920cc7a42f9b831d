package start

import (
	"fmt"
	"strings"

	"jianbao/bulletin"
)

// Answers are what a series folder is begun with.
type Answers struct {
	Name   string // 刊名
	Issuer string // 编发单位; several lines are parted by ；
	Lists  [3]string
	Editor string // 责任编辑
	Phone  string // 电话
	Number int    // 期号 of the first issue
	Date   bulletin.Date
}

// ListKeys are the keys of Answers.Lists.
var ListKeys = [3]string{"报", "送", "发"}

// A File is one file of a new series folder.
type File struct {
	Path string // from the series root, with forward slashes
	Text string
}

// Series returns the files of a new series folder: bulletin.yaml, recipients.yaml
// if there are recipients, and the first issue.
func Series(a Answers) []File {
	files := []File{{bulletin.SettingsName, settingsText(a)}}
	if names := recipients(a); len(names) > 0 {
		files = append(files, File{bulletin.RegisterName, registerText(names)})
	}
	v := values{date: a.Date, number: a.Number}
	b := &beginning{values: v, series: &bulletin.Series{Settings: &bulletin.Settings{}}}
	var first Issue
	b.write(&first)
	return append(files, File{usualName(v, false) + ".md", first.Text})
}

// settingsText is a bulletin.yaml that says what may stand in it.
func settingsText(a Answers) string {
	var w strings.Builder
	w.WriteString("# 本刊各期共用的设置。某一期要不同的，写在那一期自己的文头里。\n# bulletin help 键 列出全部的键，bulletin help 键名 说明怎么写。\n\n")
	fmt.Fprintf(&w, "刊名: %s\n", bulletin.YAMLText(a.Name))
	if offices := parted(a.Issuer, "；;\n"); len(offices) == 1 {
		fmt.Fprintf(&w, "编发单位: %s\n", bulletin.YAMLText(offices[0]))
	} else if len(offices) > 1 {
		w.WriteString("编发单位:\n")
		for _, o := range offices {
			fmt.Fprintf(&w, "  - %s\n", bulletin.YAMLText(o))
		}
	}
	w.WriteString("\n# 报尾的名单，一行一个单位；同一类的写在一层里面的列表里，类与类之间的标点不同。\n")
	for i, key := range ListKeys {
		writeList(&w, key, a.Lists[i])
	}
	w.WriteString("\n# 报尾最后一行的人员；还有 校对、审核、签发，其他的写 人员: {值班员: 张三}。\n")
	writeOrSample(&w, "责任编辑", a.Editor, "张三")
	writeOrSample(&w, "电话", a.Phone, "\"0737-4222222\"")
	w.WriteString(`
# 常用的其他设置，要用的去掉 #：
# 密级: 内部资料 注意保存
# 期号写法: "〔{年}〕第{期号}期"
# 日期位置: 文末
# 签发人: 张三
# 公开: false
# 版式: {每页行数: 22, 每行字数: 28, 双面: true}
`)
	return w.String()
}

// writeOrSample writes a key, or a sample of it as a comment.
func writeOrSample(w *strings.Builder, key, value, sample string) {
	if value == "" {
		fmt.Fprintf(w, "# %s: %s\n", key, sample)
		return
	}
	fmt.Fprintf(w, "%s: %s\n", key, bulletin.YAMLText(value))
}

// writeList writes one list of the 报尾.
func writeList(w *strings.Builder, key, answer string) {
	kinds := kindsOf(answer)
	if len(kinds) == 0 {
		fmt.Fprintf(w, "# %s:\n#   - 某某办公室\n", key)
		return
	}
	fmt.Fprintf(w, "%s:\n", key)
	for _, kind := range kinds {
		if len(kinds) == 1 {
			for _, name := range kind {
				fmt.Fprintf(w, "  - %s\n", bulletin.YAMLText(name))
			}
			continue
		}
		var names []string
		for _, name := range kind {
			names = append(names, bulletin.YAMLText(name))
		}
		fmt.Fprintf(w, "  - [%s]\n", strings.Join(names, ", "))
	}
}

// kindsOf reads a list as people type it: kinds parted by ；, names by 、 and ，.
func kindsOf(answer string) [][]string {
	var out [][]string
	for _, kind := range parted(strings.TrimRight(strings.TrimSpace(answer), "。"), "；;\n") {
		if names := parted(kind, "、，,"); len(names) > 0 {
			out = append(out, names)
		}
	}
	return out
}

// parted returns the parts of a text between marks, without blanks around them.
// Marks in brackets part nothing.
func parted(s, marks string) []string {
	var out []string
	depth, from := 0, 0
	take := func(to int) {
		if p := strings.TrimSpace(s[from:to]); p != "" {
			out = append(out, p)
		}
	}
	for i, r := range s {
		switch {
		case strings.ContainsRune("（(《“〔", r):
			depth++
		case strings.ContainsRune("）)》”〕", r):
			depth = max(depth-1, 0)
		case depth == 0 && strings.ContainsRune(marks, r):
			take(i)
			from = i + len(string(r))
		}
	}
	take(len(s))
	return out
}

// recipients returns all names of the lists, each once.
func recipients(a Answers) []string {
	var out []string
	seen := map[string]bool{}
	for _, list := range a.Lists {
		for _, kind := range kindsOf(list) {
			for _, name := range kind {
				if !seen[name] {
					seen[name] = true
					out = append(out, name)
				}
			}
		}
	}
	return out
}

// registerText is a recipients.yaml of names.
func registerText(names []string) string {
	var w strings.Builder
	w.WriteString(`# 收文单位名册：谁收、几份、走哪条路线，单据、标签、信封照它编。顺序就是本单位的顺序。
# 名称照简报上印的写。每个单位还可以写：
#     简称: [市委办]          # 同一单位的其他写法
#     类别: 党委
#     份数: 2                 # 不写就是 1 份
#     路线: 机要交换1号箱
#     地址: 某某路1号
#     联系人: 张三
#     电话: "0737-4222222"
#     备注: 送收发室
# “各区县人民政府”这样的统称，写明成员，份数、标签按成员算：
#     成员: [甲县人民政府, 乙县人民政府]
单位:
`)
	for _, name := range names {
		fmt.Fprintf(&w, "  - 名称: %s\n", bulletin.YAMLText(name))
		if strings.HasPrefix(name, "各") {
			w.WriteString("    # 成员: [甲县人民政府, 乙县人民政府]\n")
		}
	}
	w.WriteString("\n# 留在本单位的份数，要留的去掉 #：\n# 留存: {存档: 2, 领导: 5, 备用: 3}\n")
	return w.String()
}
