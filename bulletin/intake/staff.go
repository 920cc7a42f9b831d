package intake

import (
	"slices"
	"strings"
)

// ownRoles are the roles of the 报尾 that are keys of their own.
var ownRoles = []string{"责任编辑", "校对", "审核", "签发", "电话"}

// readStaff reads a line of roles and names.
func (g *guess) readStaff(text string) {
	if m := copiesForm().FindStringIndex(text); m != nil && g.tail.copies == 0 && m[0] > 0 {
		g.readCopies(text[m[0]:])
		text = text[:m[0]]
	}
	starts := roleAt().FindAllStringSubmatchIndex(text, -1)
	for k, m := range starts {
		end := len(text)
		if k+1 < len(starts) {
			end = starts[k+1][0]
		}
		role := squash(text[m[2]:m[3]])
		name := strings.Trim(text[m[1]:end], " \t　；;，,")
		i := slices.IndexFunc(g.tail.staff, func(p person) bool { return p.role == role })
		switch {
		case name == "":
			g.drop("没有填写的项目", role+"：")
		case i >= 0:
			g.tail.staff[i].name += "、" + name
		default:
			g.tail.staff = append(g.tail.staff, person{role, name})
		}
	}
}
