package catalog

// people are the offices and persons of an issue, as entities of DA/T 46-2009.
func (e Entry) people() []element {
	var out []element
	add := func(kind, name, duty string) {
		if name == "" {
			return
		}
		x := container("机构人员实体", "", text("机构人员类型", "", kind), text("机构人员名称", "", name))
		if duty != "" {
			x.attributes = [][2]string{{"职责", duty}}
		}
		out = append(out, x)
	}
	for _, p := range e.Issue.Issuer {
		_, name := p.CutLabel()
		add("单位", name, "编发单位")
	}
	add("个人", e.Issue.Signer.Text, "签发人")
	for _, p := range e.Issue.Staff {
		if p.Role.Text != "电话" {
			add("个人", p.Name.Text, p.Role.Text)
		}
	}
	return out
}

// business is what was done with an issue and when, as entities of DA/T 46-2009.
func (e Entry) business() []element {
	act := func(what, day, how string) element {
		return container("业务实体", "", text("业务行为", "", what), text("行为时间", "", day), text("行为描述", "", how))
	}
	out := []element{act("印发", e.Issue.Date.ISO(), "")}
	for _, c := range e.Issue.Corrections {
		out = append(out, act("更正", c.Date.ISO(), c.Text.Text))
	}
	if s := e.Issue.Seal; s != nil {
		out = append(out, act("封存", s.Date.ISO(), s.Reason))
	}
	return out
}
