package intake

import (
	"slices"
	"strings"

	"jianbao/bulletin"
)

// writeLists writes the lists of the 报尾 and what they are called, unless the
// series has them so.
func (g *guess) writeLists(w *writer, settings *bulletin.Settings) {
	p := g.punctuation()
	var labels []string
	for _, key := range []string{"报", "送", "发", "增发"} {
		i := slices.IndexFunc(g.tail.lists, func(l recipientList) bool { return l.key == key })
		standard := g.standardKinds(key)
		if i < 0 {
			if len(standard) > 0 {
				g.doubt(key, "这一期也有的，删去这一行", "原文里没有“%s”的名单，bulletin.yaml 里有", key)
				g.entry(w, key, "null")
			}
			continue
		}
		list := g.tail.lists[i]
		if list.label != label(settings, key) {
			labels = append(labels, key+": "+scalar(list.label, true))
		}
		kinds := g.kinds(list, p)
		if len(list.names) == 0 {
			g.doubt(key, "写上单位，或删去这一行", "“%s：”后面没有单位", list.label)
			g.entry(w, key, "null")
		} else if !slices.EqualFunc(kinds, standard, func(a, b []string) bool { return slices.Equal(a, b) }) || len(g.doubts[key]) > 0 {
			g.entry(w, key, kindsValue(kinds))
		}
	}
	if len(labels) > 0 {
		g.entry(w, "称谓", "{"+strings.Join(labels, ", ")+"}")
	}
}

// standardKinds returns a list of the series.
func (g *guess) standardKinds(key string) [][]string {
	var out [][]string
	for _, l := range g.standard.Lists {
		if l.Key == key {
			for _, kind := range l.Kinds {
				out = append(out, texts(kind))
			}
		}
	}
	return out
}

// kindsValue returns a list as a value of YAML: one kind flat, several each in
// brackets.
func kindsValue(kinds [][]string) string {
	if len(kinds) == 1 {
		return sequence(kinds[0])
	}
	var b strings.Builder
	for _, kind := range kinds {
		b.WriteString("\n  - " + bracketed(kind))
	}
	return b.String()
}

// writeStaff writes the line of roles unless the series has it so.
func (g *guess) writeStaff(w *writer) {
	standard := map[string]string{}
	others := []string{}
	for _, p := range g.standard.Staff {
		standard[p.Role.Text] = p.Name.Text
	}
	own := map[string]string{}
	for _, p := range g.tail.staff {
		if slices.Contains(ownRoles, p.role) {
			own[p.role] = p.name
		} else {
			others = append(others, p.role+": "+scalar(p.name, true))
		}
	}
	for _, role := range ownRoles {
		switch name, ok := own[role]; {
		case ok && squash(name) != squash(standard[role]):
			g.entry(w, role, scalar(name, false))
		case !ok && standard[role] != "":
			g.doubt(role, "这一期也有的，删去这一行", "原文里没有%s，bulletin.yaml 里有", role)
			g.entry(w, role, "null")
		}
	}
	g.writeOthers(w, others)
}

// writeOthers writes 人员 unless the series has the same.
func (g *guess) writeOthers(w *writer, others []string) {
	var there []string
	for _, p := range g.standard.Staff {
		if !slices.Contains(ownRoles, p.Role.Text) {
			there = append(there, p.Role.Text+": "+scalar(p.Name.Text, true))
		}
	}
	switch {
	case slices.Equal(others, there):
	case len(others) == 0:
		g.doubt("人员", "这一期也有的，删去这一行", "原文里没有人员，bulletin.yaml 里有")
		g.entry(w, "人员", "null")
	default:
		g.entry(w, "人员", "{"+strings.Join(others, ", ")+"}")
	}
}

// writePunctuation writes the marks of the lists where they are not those of the
// series.
func (g *guess) writePunctuation(w *writer) {
	p, s := g.punctuation(), g.standard.Style.Separators
	var out []string
	for _, m := range []struct{ key, mark, standard string }{
		{"类内", p.within, s.Within.Text}, {"类间", p.between, s.Between.Text}, {"末尾", p.end, s.End.Text},
	} {
		if m.mark != m.standard {
			out = append(out, m.key+`: "`+m.mark+`"`)
		}
	}
	if len(out) > 0 {
		g.entry(w, "版式", "\n  分隔: {"+strings.Join(out, ", ")+"}")
	}
}
