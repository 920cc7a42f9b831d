package bulletin

import (
	"errors"
	"io/fs"
	"strings"
	"unicode"

	"jianbao/bulletin/diag"
)

// RegisterName is the file beside bulletin.yaml that says who gets copies.
const RegisterName = "recipients.yaml"

// A Register is recipients.yaml, the 名册: all recipients of a series in the
// order of the office, which is never changed, and the copies that stay in the
// house. Where Findings has errors nothing can be counted. Immutable once read.
type Register struct {
	Source   *diag.Source
	Units    []*Unit // 单位
	Kept     Kept    // 留存
	Findings diag.List

	names map[string]*Unit // by folded name, short name, and name of a member
}

// A Unit is one recipient: an office that gets copies, or a collective name
// (同类型机关统称) whose members get them.
type Unit struct {
	Name    Phrase   // 名称, as it is printed
	Short   []Phrase // 简称
	Kind    Phrase   // 类别, in free words
	Copies  int      // 份数; 0 for one that is listed and not served
	Route   Phrase   // 路线, or exchange box
	Address Phrase   // 地址
	Contact Phrase   // 联系人
	Phone   Phrase   // 电话
	Remarks Phrase   // 备注
	Members []Phrase // 成员, of a collective name
	At      diag.Pos

	served []*Unit // who gets the copies, in order, each once: of a collective its members, else itself
}

// Kept is how many copies stay in the house.
type Kept struct {
	Archive int // 存档
	Leaders int // 领导
	Spare   int // 备用
}

// Total returns the sum.
func (k Kept) Total() int { return k.Archive + k.Leaders + k.Spare }

// ReadRegisterFile returns the register of a folder, nil when it has none. name
// is what findings print. An error means that the file could not be read.
func ReadRegisterFile(fsys fs.FS, name string) (*Register, error) {
	text, err := readFile(fsys, RegisterName)
	if errors.Is(err, fs.ErrNotExist) {
		return misnamed(fsys, name), nil
	}
	if err != nil {
		return nil, named(err, name)
	}
	return ReadRegister(diag.NewSource(name, text)), nil
}

// misnamed returns a register with an error when a folder has none, but a file
// whose name is nearly that of one; nil when it has not.
func misnamed(fsys fs.FS, name string) *Register {
	for _, near := range []string{"recipients.yml", "Recipients.yaml", "recipients.yaml.txt", "recipients.txt"} {
		if info, err := fs.Stat(fsys, near); err == nil && !info.IsDir() {
			reg := &Register{Source: diag.NewSource(strings.TrimSuffix(name, RegisterName)+near, nil)}
			reg.Findings.Add(reg.Source.At(0), diag.Error, "名册", "把文件名改成 "+RegisterName, "名册的文件名应为 %s", RegisterName)
			return reg
		}
	}
	return nil
}

// ReadRegister reads recipients.yaml. It never fails: what is wrong is in
// Findings.
func ReadRegister(src *diag.Source) *Register {
	reg := &Register{Source: src, names: map[string]*Unit{}}
	if !readable(src, &reg.Findings) {
		return reg
	}
	root := readYAML(src, []byte(src.Text), 0, "单位: [{名称: 市委办公室}]", &reg.Findings)
	if root == nil {
		return reg
	}
	r := &keyReader{findings: &reg.Findings, register: reg,
		homes: []home{{"单位的一项里", unitFields}, {"留存里", keptFields}, {"最外一层，左边不缩进", registerFields}}}
	r.each("名册", registerFields, root)
	if len(reg.Units) == 0 && reg.Findings.Errors() == 0 {
		reg.Findings.Add(root.at, diag.Warning, "名册", "写作 单位: 换行后每行一个 - 名称: 市委办公室", "名册里没有单位")
	}
	reg.index()
	reg.expand()
	reg.checkJoined()
	reg.Findings = reg.Findings.Sorted()
	return reg
}

// index finds units by their names. A name that means two units is an error.
func (reg *Register) index() {
	for _, u := range reg.Units {
		for i, p := range append([]Phrase{u.Name}, u.Short...) {
			name := fold(p.Text)
			old := reg.names[name]
			switch {
			case name == "":
			case old == nil:
				reg.names[name] = u
			case old == u:
				reg.Findings.Add(p.At, diag.Warning, "重名", "删去这个简称", "“%s”写了两次", p.Text)
			case i == 0:
				reg.Findings.Add(p.At, diag.Error, "重名", "留下一个；确是两个单位的，名称写得有区别", "“%s”与第%d行的“%s”重名", p.Text, old.At.Line(), old.Name.Text)
			default:
				reg.Findings.Add(p.At, diag.Error, "重名", "删去这个简称，或改成不重复的", "“%s”的简称“%s”与第%d行的“%s”重名", u.Name.Text, p.Text, old.At.Line(), old.Name.Text)
			}
		}
	}
}

// Find returns the unit of a name, short name or name of a member, nil when the
// register has none.
func (reg *Register) Find(name string) *Unit {
	if reg == nil {
		return nil
	}
	return reg.names[fold(name)]
}

// near returns the name an editor may have meant by one the register lacks: one
// of which it is a short form, or that differs in a third of its characters at
// most; offices are too much alike for less.
func (reg *Register) near(word string) string {
	var names []string
	for _, u := range reg.Units {
		for _, p := range append([]Phrase{u.Name}, append(u.Short, u.Members...)...) {
			if short(word, p.Text) {
				return u.Name.Text
			}
			names = append(names, p.Text)
		}
	}
	near := Nearest(word, names)
	if near == "" || 3*Distance([]rune(word), []rune(near)) > len([]rune(word)) {
		return ""
	}
	return near
}

// short reports whether a word of three characters or more is a name with some
// left out, but not the first: 市委办 for 市委办公室.
func short(word, name string) bool {
	w, n := []rune(word), []rune(name)
	if len(w) < 3 || len(w) >= len(n) || w[0] != n[0] {
		return false
	}
	i := 0
	for _, r := range n {
		if i < len(w) && w[i] == r {
			i++
		}
	}
	return i == len(w)
}

// fold returns a name as names are compared: blanks and characters nobody sees
// left out, full-width forms as the plain ones. 区县(市) is 区县（市）.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '\u200B', r == '\u2060', r == '\u00AD', r == '\u200C', r == '\u200D':
			return -1
		case r > 0xFF00 && r < 0xFF5F: // ！ to ～
			return r - 0xFF00 + ' '
		}
		return r
	}, name)
}
