package bulletin

// A Group is keys of the outermost level that belong together, as help lists them.
type Group struct {
	Title string
	Keys  []Key
}

// groupStarts are the titles of groups by the first key of each.
var groupStarts = map[string]string{
	"刊名": "报头", "编者按": "编者按和导读", "报": "报尾和份数", "更正": "印发以后", "版式": "版面", "归档": "整个刊物，只写在 " + SettingsName,
	"单位": "名册 " + RegisterName,
}

// Groups returns the keys of the outermost level in their order, in groups.
func Groups() []Group {
	var out []Group
	for _, table := range [][]field{fields, registerFields} {
		for _, f := range table {
			if title, ok := groupStarts[f.Name]; ok {
				out = append(out, Group{Title: title})
			}
			g := &out[len(out)-1]
			g.Keys = append(g.Keys, f.Key)
		}
	}
	return out
}
