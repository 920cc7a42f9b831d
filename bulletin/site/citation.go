package site

import (
	"strings"

	"jianbao/bulletin"
)

// inTitle turns the title marks within a title into those of the second rank
// (GB/T 15834 4.15.3.2).
var inTitle = strings.NewReplacer("《", "〈", "》", "〉")

// citation says how an issue is quoted: who issues it, its name, number and date,
// and where it is on the web when that is known.
func citation(issue *bulletin.Issue, address string) string {
	var b strings.Builder
	if offices := texts(issue.Signing()); len(offices) > 0 {
		b.WriteString(strings.Join(offices, "、") + "：")
	}
	b.WriteString("《" + inTitle.Replace(issue.FullName()) + "》")
	b.WriteString(issue.NumberLine() + issue.TotalLine())
	b.WriteString("，" + issue.Date.String())
	if address != "" {
		return b.String() + "，" + address
	}
	return b.String() + "。"
}
