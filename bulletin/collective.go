package bulletin

import (
	"fmt"
	"slices"
	"strings"

	"jianbao/bulletin/diag"
)

// expand finds the members of every collective name. A member without an entry
// of its own is a unit with what the collective's entry says.
func (reg *Register) expand() {
	for _, u := range reg.Units {
		for _, m := range u.Members {
			if name := fold(m.Text); name != "" && reg.names[name] == nil {
				own := *u
				own.Name, own.Short, own.Members, own.At = m, nil, nil, m.At
				reg.names[name] = &own
			}
		}
	}
	for _, u := range reg.names {
		if len(u.Members) == 0 {
			u.served = []*Unit{u}
		}
	}
	w := &memberWalk{reg: reg, open: map[*Unit]bool{}, walked: map[*Unit]bool{}}
	for _, u := range reg.Units {
		w.served(u)
	}
	if n := w.circles - mostFindings; n > 0 {
		reg.Findings.Add(reg.Source.At(0), diag.Error, "成员", "先改正列出的", "成了自己的成员的统称还有%d处", n)
	}
	for _, u := range reg.Units {
		if len(u.Members) > 0 && len(u.served) > 0 {
			reg.checkServed(u)
		}
	}
}

// checkServed reports a collective name none of whose members gets a copy.
func (reg *Register) checkServed(u *Unit) {
	for _, m := range u.served {
		if m.Copies > 0 {
			return
		}
	}
	reg.Findings.Add(u.At, diag.Warning, "成员", "在各成员的 份数 里写 1 以上的整数", "“%s”的成员一份也没有", u.Name.Text)
}

// A memberWalk goes down from collective names to who gets their copies.
type memberWalk struct {
	reg     *Register
	open    map[*Unit]bool // being walked: to meet one again is a circle
	walked  map[*Unit]bool // to the end: none is walked twice, also where circles leave it without members
	size    int            // of all lists of members so far
	circles int            // met so far
}

// mostMembers is how many members all collective names of a register may have
// together, each counted for every time it comes under a name.
const mostMembers = 200_000

// served returns who gets the copies of a unit. A circle is an error; a unit
// that comes twice is counted once and reported where it comes again.
func (w *memberWalk) served(u *Unit) []*Unit {
	if w.walked[u] || len(u.Members) == 0 || w.size > mostMembers {
		return u.served
	}
	w.open[u], w.walked[u] = true, true
	defer delete(w.open, u)
	by := map[*Unit]Phrase{} // under which member each was met
	var out []*Unit
	for _, p := range u.Members {
		m := w.reg.Find(p.Text)
		if m == nil { // blanks only, which is reported
			continue
		}
		if w.open[m] {
			w.circle(p, m, u)
			continue
		}
		below := w.served(m)
		if w.tooMany(u, len(below)) {
			break
		}
		var again []repeat
		for _, s := range below {
			if before, ok := by[s]; ok {
				again = append(again, repeat{s, before})
				continue
			}
			by[s] = p
			out = append(out, s)
		}
		if len(again) > 0 {
			w.reg.Findings.Add(p.At, diag.Warning, "成员", "删去一个；现在只计一次", "%s", repeated(p, again))
		}
	}
	u.served = out
	return out
}

// tooMany counts members that come under a name, and reports once when they are
// more than is done.
func (w *memberWalk) tooMany(u *Unit, more int) bool {
	before := w.size
	w.size += more
	if w.size > mostMembers && before <= mostMembers {
		w.reg.Findings.Add(u.At, diag.Error, "成员", "减少套在一起的统称", "统称的成员太多，合计超过%d个", mostMembers)
	}
	return w.size > mostMembers
}

// circle reports a member through which a collective name comes to itself.
func (w *memberWalk) circle(p Phrase, m, under *Unit) {
	if w.circles++; w.circles > mostFindings {
		return
	}
	through := ""
	if m != under {
		through = "经由“" + under.Name.Text + "”"
	}
	w.reg.Findings.Add(p.At, diag.Error, "成员", "删去这个成员", "“%s”%s成了它自己的成员", m.Name.Text, through)
}

// called reports whether a phrase is a name or short name of a unit itself, and
// not of a collective it belongs to.
func (u *Unit) called(p Phrase) bool {
	return fold(p.Text) == fold(u.Name.Text) || slices.ContainsFunc(u.Short, func(s Phrase) bool { return fold(s.Text) == fold(p.Text) })
}

// A repeat is a unit that comes again under another name, or the same.
type repeat struct {
	unit   *Unit
	before Phrase // under which it came first
}

// mostRepeats is how many units one finding about a collective name lists.
const mostRepeats = 3

// repeated says what comes again under a name.
func repeated(name Phrase, list []repeat) string {
	if first := list[0]; len(list) == 1 && first.unit.called(name) {
		return fmt.Sprintf("“%s”%s", name.Text, first.where(name))
	}
	var parts []string
	for _, r := range list[:min(len(list), mostRepeats)] {
		parts = append(parts, fmt.Sprintf("“%s”%s", r.unit.Name.Text, r.where(r.unit.Name)))
	}
	text := fmt.Sprintf("“%s”里的%s", name.Text, strings.Join(parts, "，"))
	if n := len(list); n > mostRepeats {
		text += fmt.Sprintf("；这样的共%d个", n)
	}
	return text
}

// where says where a unit, written in a way, came first.
func (r repeat) where(written Phrase) string {
	line := r.before.At.Line()
	switch {
	case fold(r.before.Text) == fold(written.Text):
		return fmt.Sprintf("前面已有，在第%d行", line)
	case r.unit.called(r.before):
		return fmt.Sprintf("就是第%d行的“%s”", line, r.before.Text)
	}
	return fmt.Sprintf("已在第%d行的“%s”里", line, r.before.Text)
}
