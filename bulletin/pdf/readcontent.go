package pdf

import (
	"slices"
	"strconv"

	"jianbao/bulletin/pdf/object"
)

// A part is what a content stream draws.
type part struct {
	stretches []stretch
	marked    map[int]int // the index of each by its MCID
	foreign   []string
}

// A stretch is the text of a stretch of marked content, or beside any.
type stretch struct {
	mcid int // or artifact, or nobody's
	text string
}

const (
	nobodys  = -1
	artifact = -2
)

// A drawer follows the operations of a part.
type drawer struct {
	*reader
	part  *part
	fonts object.Dict
	drawn object.Dict // XObjects
	font  *charMap
	open  []int // the marks that are open, outer ones first
	last  int   // the stretch that is written to
	text  []byte
}

// operations reads what is drawn.
func (r *reader) operations(p *part, operations []object.Operation, resources object.Dict) error {
	d := &drawer{reader: r, part: p, fonts: r.file.Dict(resources["Font"]), drawn: r.file.Dict(resources["XObject"]), last: nobodys}
	for _, op := range operations {
		if err := d.operation(op); err != nil {
			return err
		}
	}
	if d.close(); len(d.open) > 0 {
		d.strange("open mark")
	}
	return nil
}

// operation follows one. Those that neither show text nor mark it are known
// ones of Write, or foreign: a mode in which text is not seen, a clip, a shade.
func (d *drawer) operation(op object.Operation) error {
	switch op.Operator {
	case "BMC", "BDC":
		return d.begin(op)
	case "EMC":
		d.end()
	case "Tf":
		return d.choose(op.Operands)
	case "TJ":
		for _, o := range op.Operands {
			if err := d.show(d.file.Array(o)); err != nil {
				return err
			}
		}
	case "Tj", "'", "\"":
		d.strange(op.Operator)
		return d.show(op.Operands)
	case "Do":
		d.picture(op.Operands)
	case "rg", "g":
		if !slices.ContainsFunc(op.Operands, isDark) {
			d.strange("white")
		}
	case "q", "Q", "cm", "re", "f", "m", "c", "BT", "ET", "Td", "Tm", "J", "j", "w", "G":
	default:
		d.strange(op.Operator)
	}
	return nil
}

// isDark reports whether a part of a colour is not near that of white paper.
func isDark(o object.Object) bool {
	switch o := o.(type) {
	case object.Integer:
		return o < 1
	case object.Real:
		v, err := strconv.ParseFloat(string(o), 64)
		return err == nil && v < 0.9
	}
	return false
}

func (d *drawer) strange(what string) {
	if len(d.part.foreign) < mostForeign && !slices.Contains(d.part.foreign, what) {
		d.part.foreign = append(d.part.foreign, what)
	}
}

// begin opens marked content (14.6). Ours lies within no other, and an MCID
// stands once on a page: what comes again is nobody's.
func (d *drawer) begin(op object.Operation) error {
	mark := nobodys
	var properties object.Dict
	if len(op.Operands) > 1 {
		properties = d.file.Dict(op.Operands[1])
	}
	if n, ok := properties["MCID"].(object.Integer); ok && n >= 0 && n < 1<<31 {
		mark = int(n)
	}
	switch {
	case len(op.Operands) > 0 && op.Operands[0] == object.Name("Artifact"):
		mark = artifact
	case mark == nobodys:
		d.strange("mark without MCID")
	}
	for _, key := range []object.Name{"ActualText", "Alt", "E"} {
		if properties[key] != nil {
			d.strange(string(key))
		}
	}
	if len(d.open) > 0 {
		d.strange("mark within a mark")
	}
	d.open = append(d.open, mark)
	d.close()
	return d.step(len(d.open))
}

func (d *drawer) end() {
	d.close()
	if len(d.open) == 0 {
		d.strange("end of no mark")
		return
	}
	d.open = d.open[:len(d.open)-1]
}

// write adds text to the stretch that is open.
func (d *drawer) write(text string) {
	if d.last == nobodys {
		d.last = len(d.part.stretches)
		d.part.stretches = append(d.part.stretches, stretch{mcid: d.owner()})
	}
	d.text = append(d.text, text...)
}

// owner is the MCID of text drawn now: of the innermost mark, unless something
// around it is an artifact.
func (d *drawer) owner() int {
	if len(d.open) == 0 {
		return nobodys
	}
	if slices.Contains(d.open, artifact) {
		return artifact
	}
	mcid := d.open[len(d.open)-1]
	if mcid < 0 {
		return nobodys
	}
	if _, again := d.part.marked[mcid]; again {
		d.strange("MCID again")
		return nobodys
	}
	d.part.marked[mcid] = d.last
	return mcid
}

// close ends the stretch that is written to.
func (d *drawer) close() {
	if d.last != nobodys {
		d.part.stretches[d.last].text = string(d.text)
		d.last, d.text = nobodys, d.text[:0]
	}
}

// choose takes up a font.
func (d *drawer) choose(operands []object.Object) error {
	d.font = nil
	if len(operands) == 0 {
		return nil
	}
	name, _ := operands[0].(object.Name)
	var err error
	d.font, err = d.charMap(d.fonts[name])
	return err
}

// show writes the characters of codes.
func (d *drawer) show(elements []object.Object) error {
	before := len(d.text)
	for _, e := range elements {
		if codes, ok := e.(object.String); ok {
			d.font.each(codes, d.write)
		}
	}
	if d.letters -= len(d.text) - before; d.letters < 0 {
		return ErrLarge
	}
	return nil
}

// picture writes a picture. What is none, a form that may hold text of its own,
// is foreign.
func (d *drawer) picture(operands []object.Object) {
	if len(operands) == 0 {
		return
	}
	name, _ := operands[0].(object.Name)
	if kind, _ := d.file.Resolve(d.file.Dict(d.drawn[name])["Subtype"]).(object.Name); kind != "Image" {
		d.strange("XObject " + string(kind))
		return
	}
	d.write("\uFFFC")
}
