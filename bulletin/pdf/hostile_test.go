package pdf

import (
	"strings"

	"jianbao/bulletin/pdf/object"
)

// A hostileFile is a file of one page that says A, and is then made worse.
type hostileFile struct {
	*object.File
	root, page, tree, element object.Dict
	content, unicode          *object.Stream
}

// hostile returns a file made worse.
func hostile(worse func(*hostileFile)) *object.File {
	h := &hostileFile{File: &object.File{Objects: []object.Object{nil}, Trailer: object.Dict{}}}
	h.root, h.page, h.tree, h.element = object.Dict{}, object.Dict{}, object.Dict{}, object.Dict{}
	h.content = &object.Stream{Dict: object.Dict{}, Data: []byte("/P <</MCID 0>>BDC BT /F0 16 Tf [<0001>]TJ ET EMC")}
	h.unicode = &object.Stream{Dict: object.Dict{}, Data: []byte("1 beginbfchar <0001> <0041> endbfchar")}
	h.Trailer["Root"] = h.Add(h.root)
	font := h.Add(object.Dict{"Subtype": object.Name("Type0"), "ToUnicode": h.Add(h.unicode)})
	h.page["Resources"] = h.Add(object.Dict{"Font": object.Dict{"F0": font}})
	h.page["Contents"] = h.Add(h.content)
	page := h.Add(h.page)
	h.root["Pages"] = h.Add(object.Dict{"Kids": object.Array{page}})
	h.element["S"], h.element["Pg"], h.element["K"] = object.Name("P"), page, object.Integer(0)
	h.tree["K"] = h.Add(h.element)
	h.root["StructTreeRoot"] = h.Add(h.tree)
	worse(h)
	return h.File
}

// many is an array of so many equal things.
func many(n int, o object.Object) object.Array {
	a := make(object.Array, n)
	for i := range a {
		a[i] = o
	}
	return a
}

// pages makes so many pages that share all they have.
func (h *hostileFile) pages(n int) {
	var kids object.Array
	for range n {
		kids = append(kids, h.Add(h.page))
	}
	h.root["Pages"] = object.Dict{"Kids": kids}
}

// say makes the page say something so many times.
func (h *hostileFile) say(n int, operators string) {
	h.content.Data = []byte(strings.Repeat(operators, n))
}

// hostileFiles are ways to make a file worse, with the error of each.
var hostileFiles = map[string]struct {
	make func(*hostileFile)
	want error
}{
	"none": {func(*hostileFile) {}, nil},
	"pages in a circle": {func(h *hostileFile) {
		h.Objects[2] = object.Dict{"Kids": many(2, h.root["Pages"])}
		h.root["Pages"] = object.Ref(2)
	}, ErrTree},
	"a page twice":      {func(h *hostileFile) { h.page["Kids"] = nil; h.Dict(h.root["Pages"])["Kids"] = many(2, h.element["Pg"]) }, ErrTree},
	"element in itself": {func(h *hostileFile) { h.element["K"] = h.tree["K"] }, ErrTree},
	"deep elements": {func(h *hostileFile) {
		for range deepestTree + 2 {
			h.tree["K"] = h.Add(object.Dict{"K": h.tree["K"]})
		}
	}, ErrTree},
	"bookmarks in a circle": {func(h *hostileFile) {
		item := object.Dict{}
		item["Next"] = h.Add(item)
		h.root["Outlines"] = object.Dict{"First": item["Next"]}
	}, ErrTree},
	"elements that share a list": {func(h *hostileFile) {
		h.element["K"] = h.Add(many(50_000, object.Integer(0)))
		list := object.Array{}
		for range 2000 {
			list = append(list, h.Add(object.Dict{"Pg": h.element["Pg"], "K": h.element["K"]}))
		}
		h.tree["K"] = list
	}, ErrLarge},
	"pages that share a long text": {func(h *hostileFile) {
		h.pages(10_000)
		h.say(100_000, "[<00010001000100010001>]TJ ")
	}, ErrLarge},
	"pages that share many texts": {func(h *hostileFile) {
		h.pages(10_000)
		h.say(100_000, "/P BMC [<0001>]TJ EMC ")
	}, ErrLarge},
	"pages that share many notes": {func(h *hostileFile) {
		h.page["Annots"] = h.Add(many(50_000, object.Dict{"Subtype": object.Name("Link")}))
		h.pages(10_000)
	}, ErrLarge},
	"many streams": {func(h *hostileFile) { h.page["Contents"] = many(100_000, h.page["Contents"]) }, ErrLarge},
	"codes of many letters": {func(h *hostileFile) {
		h.unicode.Data = []byte("<0001> <4E004E004E004E004E004E004E004E00> endbfchar")
		h.say(40_000, "/F0 16 Tf["+strings.Repeat("<00010001000100010001>", 4)+"]TJ ")
	}, ErrLarge},
	"fonts of one high code": {func(h *hostileFile) {
		h.unicode.Data = []byte("<FFFF> <0041> endbfchar")
		fonts := object.Dict{}
		var text strings.Builder
		for i := range 300 {
			name := object.Name("F" + strings.Repeat("x", i))
			fonts[name] = h.Add(object.Dict{"Subtype": object.Name("Type0"), "ToUnicode": h.Add(h.unicode)})
			text.WriteString("/" + string(name) + " 16 Tf ")
		}
		h.page["Resources"] = object.Dict{"Font": fonts}
		h.content.Data = []byte(text.String())
	}, ErrLarge},
	"metadata in pieces": {func(h *hostileFile) {
		h.root["Metadata"] = h.Add(&object.Stream{Dict: object.Dict{}, Data: []byte(`<x xmlns:dc="` + dublinCore + `"><dc:title>` + strings.Repeat("<a/>xxxx", 120_000) + "</dc:title></x>")})
	}, nil},
	"open marks": {func(h *hostileFile) { h.say(100_000, "/P BMC [<0001>]TJ ") }, ErrTree},
}
