package layout

import (
	"strings"
	"unicode"

	"jianbao/bulletin/page"
	"jianbao/bulletin/sfnt"
)

// Role is a kind of face by its use in official papers.
type Role int

// The roles, as 版式 names them under 字体.
const (
	FangSong Role = iota // 仿宋, the text
	Kai                  // 楷体, second level, 导读, notes
	Hei                  // 黑体, first level, labels
	BiaoSong             // 小标宋, titles and the name
	Song                 // 宋体
	roles
)

// Roles is the names of the roles in the order of their constants.
var Roles = [roles]string{"仿宋", "楷体", "黑体", "小标宋", "宋体"}

// A Face is a font program with its parsed form.
type Face struct {
	page.Face
	Font   *sfnt.Font
	Wrong  string          // characters that it draws as others: the next face is asked for them
	Broken map[uint16]bool // glyphs that readers cannot make out; likewise
}

// Assets are what layout needs beside the issue: for each role the faces to
// ask for a character, first to last, those for Han and those for Latin
// letters and digits; and the pictures. They are shared and never
// changed.
type Assets struct {
	Han, Latin [roles][]*Face
	Pictures   map[string]*Picture // by path from the series root, with forward slashes
}

// find returns the first face of a role that has a character.
func (a *Assets) find(role Role, r rune, latin bool) (*Face, uint16) {
	first, second := a.Han[role], a.Latin[role]
	if latin {
		first, second = second, first
	}
	for _, chain := range [][]*Face{first, second} {
		for _, f := range chain {
			if g, ok := f.glyph(r); ok && f.draws(r, g) && !strings.ContainsRune(f.Wrong, r) {
				return f, g
			}
		}
	}
	return nil, 0
}

// glyph returns the glyph of a character; ok is false where the face has none, or
// one that readers cannot make out.
func (f *Face) glyph(r rune) (gid uint16, ok bool) {
	gid, ok = f.Font.Glyph(r)
	return gid, ok && !f.Broken[gid]
}

// draws reports whether the glyph of a character leaves ink, as that of every
// character but a blank must: some fonts have empty glyphs for what they lack.
func (f *Face) draws(r rune, gid uint16) bool {
	if r < 0x7F && r > ' ' || unicode.IsSpace(r) {
		return true
	}
	_, _, _, _, ok := f.Font.Bounds(gid)
	return ok
}
