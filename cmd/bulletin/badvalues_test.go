package main

import (
	"maps"
	"slices"
	"strings"
)

// badValues are values of the wrong type, out of their range or impossible, for
// each kind of key.
func badValues() []badSource {
	list := []badSource{
		badWhole("a number of words", "---\n期号: 第七期\ndate: 2020-09-22\n---\n\n正文。\n", "s/x.md:2:"),
		badWhole("a number below 1", "---\n期号: 0\ndate: 2020-09-22\n---\n\n正文。\n", "s/x.md:2:"),
		badWhole("a number too large", "---\n期号: 99999999999999999999\ndate: 2020-09-22\n---\n\n正文。\n", "s/x.md:2:"),
		badWhole("half a number", "---\n期号: 1.5\ndate: 2020-09-22\n---\n\n正文。\n", "s/x.md:2:"),
		badWhole("no number", "---\ndate: 2020-09-22\n---\n\n正文。\n", "s/x.md:2:"),
		badWhole("31 April", "---\n期号: 1\ndate: 2020-04-31\n---\n\n正文。\n", "s/x.md:3:"),
		badWhole("29 February", "---\n期号: 1\ndate: 2019年2月29日\n---\n\n正文。\n", "s/x.md:3:"),
		badWhole("month 13", "---\n期号: 1\ndate: 2020-13-01\n---\n\n正文。\n", "s/x.md:3:"),
		badWhole("year 0", "---\n期号: 1\ndate: 0000-01-01\n---\n\n正文。\n", "s/x.md:3:"),
		badWhole("year 99999", "---\n期号: 1\ndate: 99999-01-01\n---\n\n正文。\n", "s/x.md:3:"),
		badWhole("a date of an earlier calendar", "---\n期号: 1\ndate: 农历八月初六\n---\n\n正文。\n", "s/x.md:3:"),
	}
	values := map[string]string{
		"总期号": "-1|[1]|{甲: 乙}|一百", "增刊": "甲|[true]", "刊名上行": "{甲: 乙}", "期号写法": "第期|[甲, 乙]|{甲: 乙}", "日期位置": "左边|[报头]",
		"编发单位": "{甲: 乙}", "签发人": "{甲: 乙}", "报头样式": "上下", "密级": "绝密|{甲: 乙}", "份号": "9999999|甲", "公开": "也许|[true]", "套打": "1.5",
		"编者按": "{甲: 乙}|[甲]", "导读": "12.5", "导读符号": "[甲]|{甲: 乙}", "报": "{甲: 乙}", "称谓": "甲|[甲]|{上: 乙}", "份数": "-5|许多|[1]",
		"责任编辑": "{甲: 乙}", "人员": "[甲]|甲", "报尾每页": "甲", "更正": "甲|[甲]|[{日期: 2020-02-30, 说明: 甲}]|[{日期: 2020-09-25}]", "不查": "{甲: 乙}",
		"版式": "甲|[甲]|{每页行数: 0}|{每页行数: 99999999}|{每行字数: -1}|{天头: 37}|{天头: 9999km}|{版心: 156mm}|{版心: 9e9mm×1mm}|{红色: 红}|{红色: \"#GGGGGG\"}|" +
			"{页码: {样式: 甲}}|{页码: {起始: -1}}|{分隔: 甲}|{西文间距: 1e999}|{西文间距: .nan}|{字体: {仿宋: 没有.ttf}}|{字体: {隶书: 甲.ttf}}|{刊名字号: 0pt}|{刊名字号: 1e9pt}|{禁则: 甲}",
	}
	for _, key := range slices.Sorted(maps.Keys(values)) {
		for value := range strings.SplitSeq(values[key], "|") {
			list = append(list, badLines(key+" "+value, key+": "+value, "s/x.md:4:"))
		}
	}
	return list
}
