package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"sync"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sfnt"
	"jianbao/fonts"
)

// A shelf holds the faces of a run: those that come with the tool, and those
// an office named in 版式 → 字体, each read once.
type shelf struct {
	root string // of the series; paths of fonts start there
	own  *layout.Assets
	sums string // hash of the hashes of all faces of own

	mu    sync.Mutex
	named map[string]officeFont // by whole path and #n
}

// newShelf parses the faces that come with the tool.
func newShelf(root string) (*shelf, error) {
	var failed error
	face := func(name, file string, data []byte) *layout.Face {
		font, err := sfnt.Parse(data, 0)
		if err != nil && failed == nil {
			failed = fmt.Errorf("自带字体 %s：%w", name, err)
		}
		return &layout.Face{Face: page.Face{Name: name, Data: data, Sum: fonts.Sum(file)}, Font: font}
	}
	fang, kai := face("仿宋", "FandolFang-Regular.ttf", fonts.FandolFang), face("楷体", "FandolKai-Regular.ttf", fonts.FandolKai)
	fang.Wrong, kai.Wrong = fonts.FandolWrong, fonts.FandolWrong
	hei, biao, song := face("黑体", "NotoSansSC-Medium.ttf", fonts.NotoSansMedium), face("小标宋", "NotoSerifSC-Bold.ttf", fonts.NotoSerifBold), face("宋体", "NotoSerifSC-Regular.ttf", fonts.NotoSerif)
	spare := face("补字楷体", "JianbaoFallbackKai-Light.ttf", fonts.FallbackKai)
	latin, bold := face("西文", "LiberationSerif-Regular.ttf", fonts.LiberationSerif), face("西文粗体", "LiberationSerif-Bold.ttf", fonts.LiberationSerifBold)
	a := &layout.Assets{}
	a.Han[layout.FangSong] = []*layout.Face{fang, spare, song}
	a.Han[layout.Kai] = []*layout.Face{kai, spare, song}
	a.Han[layout.Hei] = []*layout.Face{hei, song, spare}
	a.Han[layout.BiaoSong] = []*layout.Face{biao, song, spare}
	a.Han[layout.Song] = []*layout.Face{song, spare}
	for role := range a.Latin {
		a.Latin[role] = []*layout.Face{latin}
	}
	a.Latin[layout.Hei] = []*layout.Face{bold, latin}
	a.Latin[layout.BiaoSong] = []*layout.Face{bold, latin}
	return &shelf{root: root, own: a, sums: fonts.AllSums(), named: map[string]officeFont{}}, failed
}

// sum returns the SHA-256 of a font file that an office named as path or path#n;
// "" when it cannot be used.
func (s *shelf) sum(name string) string {
	f := s.face(s.root, name)
	if f.face == nil {
		return ""
	}
	return f.face.Sum
}

// assets returns the faces of an issue: the office's own first.
func (s *shelf) assets(issue *bulletin.Issue) (*layout.Assets, diag.List) {
	if len(issue.Style.Fonts) == 0 {
		return s.own, nil
	}
	a := *s.own
	var findings diag.List
	for role, p := range issue.Style.Fonts {
		n := s.face(s.base(p.At), p.Text)
		if n.fault != nil {
			findings.Add(p.At, diag.Error, "字体", n.fault.hint, "字体“%s”不能用：%s", p.Text, n.fault.text)
			continue
		}
		if n.face.Font.Describe().Variable {
			findings.Add(p.At, diag.Warning, "字体", "换成固定字重的字体文件", "字体“%s”是可变字体，只能用它的默认字重，往往偏细", p.Text)
		}
		if broken := len(n.face.Broken); broken > 0 {
			findings.Add(p.At, diag.Warning, "字体", damaged.hint, "字体“%s”坏了%d个字形，这些字改用别的字体", p.Text, broken)
		}
		s.add(&a, role, n.face)
	}
	return &a, findings.Sorted()
}

// add puts a face before the others of its role. That of 宋体 also draws what
// other roles lack, before our own does.
func (s *shelf) add(a *layout.Assets, role string, f *layout.Face) {
	if role == "西文" {
		for r := range a.Latin {
			a.Latin[r] = append([]*layout.Face{f}, a.Latin[r]...)
		}
		return
	}
	r := slices.Index(layout.Roles[:], role)
	if r < 0 {
		return
	}
	if layout.Role(r) == layout.Song {
		own := s.own.Han[layout.Song][0]
		for r, chain := range a.Han {
			if i := slices.Index(chain, own); i > 0 {
				a.Han[r] = slices.Insert(slices.Clone(chain), i, f)
			}
		}
	}
	a.Han[r] = append([]*layout.Face{f}, a.Han[r]...)
}

// base returns the folder where the paths of fonts start: the series root, or
// that of an issue outside any series.
func (s *shelf) base(at diag.Pos) string {
	if s.root == "" {
		return filepath.Dir(filepath.FromSlash(at.File()))
	}
	return s.root
}

// face reads a font file named as path or path#n, once.
func (s *shelf) face(base, name string) officeFont {
	name = filepath.FromSlash(name)
	if filepath.IsAbs(name) {
		base = ""
	}
	key := filepath.Join(base, name)
	s.mu.Lock()
	defer s.mu.Unlock()
	f, ok := s.named[key]
	if !ok {
		f = openFont(base, name)
		s.named[key] = f
	}
	return f
}
