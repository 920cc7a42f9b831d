package archive

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// TestNumberedAsCounted holds the copies of a file against the distribution: each
// 份号 stands on one copy, whose bookmark has it and says whose it is, and those of
// reprints go on from the last one.
func TestNumberedAsCounted(t *testing.T) {
	register := bulletin.ReadRegister(diag.NewSource(bulletin.RegisterName, []byte(`单位:
  - {名称: 市委办公室, 份数: 12}
  - {名称: 市政府办公室, 份数: 0}
  - {名称: 各县人民政府, 成员: [南县人民政府, 安化县人民政府, 市委办公室]}
留存: {存档: 2, 备用: 3}
`)))
	issue := bulletin.Read(diag.NewSource("1.md", []byte(`---
刊名: 简报
期号: 1
date: 2020-09-22
份号: 98
报: [市委办公室, 市政府办公室]
送: [各县人民政府]
加印:
  - {日期: 2020-09-25, 单位: {各县人民政府: 2}, 份数: 9}
  - {日期: 2020-09-26, 单位: {市政府办公室: 1}}
---

正文。
`)), "1", nil)
	issue.Distribute(register, nil)
	assets, next := toolAssets(t), 98
	for i, want := range []string{
		"市委办公室×12 南县人民政府×1 安化县人民政府×1 存档×2 备用×3",
		"南县人民政府×2 安化县人民政府×2 市委办公室×2 余存×3",
		"市政府办公室×1",
	} {
		d, findings := (&Task{Numbered: true, Reprint: i}).numbered(issue, assets)
		if findings.Errors() > 0 {
			t.Fatal(findings)
		}
		var owners []string
		times := map[string]int{}
		for _, c := range d.Copies {
			number, owner, _ := strings.Cut(c.Title, " ")
			text := ""
			for _, it := range c.Items {
				text += it.(*page.Text).String
			}
			if number != fmt.Sprintf("%06d", next) || text != number {
				t.Errorf("printing %d: copy %q has %q, want %06d", i, c.Title, text, next)
			}
			if times[owner]++; times[owner] == 1 {
				owners = append(owners, owner)
			}
			next++
		}
		for k, owner := range owners {
			owners[k] = fmt.Sprintf("%s×%d", owner, times[owner])
		}
		if got := strings.Join(owners, " "); got != want {
			t.Errorf("printing %d is of %s, want %s", i, got, want)
		}
	}
	if last := issue.Distribution.Printings[2].Last(); next-1 != last {
		t.Errorf("copies to %d, counted to %d", next-1, last)
	}
}
