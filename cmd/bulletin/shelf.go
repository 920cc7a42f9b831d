package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
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

	mu    sync.Mutex
	named map[string]named
}

type named struct {
	face *layout.Face
	err  error
}

// newShelf parses the faces that come with the tool.
func newShelf(root string) (*shelf, error) {
	var failed error
	face := func(name string, data []byte) *layout.Face {
		font, err := sfnt.Parse(data, 0)
		if err != nil && failed == nil {
			failed = fmt.Errorf("自带字体 %s：%w", name, err)
		}
		return &layout.Face{Face: page.Face{Name: name, Data: data}, Font: font}
	}
	fang, kai := face("仿宋", fonts.FandolFang), face("楷体", fonts.FandolKai)
	hei, biao, song := face("黑体", fonts.NotoSansMedium), face("小标宋", fonts.NotoSerifBold), face("宋体", fonts.NotoSerif)
	spare := face("补字楷体", fonts.FallbackKai)
	latin, bold := face("西文", fonts.LiberationSerif), face("西文粗体", fonts.LiberationSerifBold)
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
	return &shelf{root: root, own: a, named: map[string]named{}}, failed
}

// assets returns the faces of an issue: the office's own first.
func (s *shelf) assets(issue *bulletin.Issue) (*layout.Assets, diag.List) {
	if len(issue.Style.Fonts) == 0 {
		return s.own, nil
	}
	a := *s.own
	var findings diag.List
	for role, p := range issue.Style.Fonts {
		f, err := s.face(p.Text)
		if err != nil {
			findings.Add(p.At, diag.Error, "字体", "写一个 .ttf 文件的路径，或 .ttc 文件加 #n，如 fonts/simfang.ttf", "字体“%s”不能用：%s", p.Text, fontFault(err))
			continue
		}
		add(&a, role, f)
	}
	return &a, findings.Sorted()
}

// add puts a face before the others of its role.
func add(a *layout.Assets, role string, f *layout.Face) {
	if role == "西文" {
		for r := range a.Latin {
			a.Latin[r] = append([]*layout.Face{f}, a.Latin[r]...)
		}
		return
	}
	if r := slices.Index(layout.Roles[:], role); r >= 0 {
		a.Han[r] = append([]*layout.Face{f}, a.Han[r]...)
	}
}

// face reads a font file named as path or path#n.
func (s *shelf) face(name string) (*layout.Face, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, ok := s.named[name]
	if !ok {
		n.face, n.err = s.read(name)
		s.named[name] = n
	}
	return n.face, n.err
}

func (s *shelf) read(name string) (*layout.Face, error) {
	file, index := name, 0
	if i := strings.LastIndexByte(name, '#'); i >= 0 {
		n, err := strconv.Atoi(name[i+1:])
		if err == nil {
			file, index = name[:i], n
		}
	}
	if !filepath.IsAbs(file) {
		file = filepath.Join(s.root, filepath.FromSlash(file))
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	font, err := sfnt.Parse(data, index)
	if err != nil {
		return nil, err
	}
	return &layout.Face{Face: page.Face{Name: filepath.Base(name), Data: data, Index: index}, Font: font}, nil
}

// fontFault says in Chinese why a font cannot be used.
func fontFault(err error) string {
	switch {
	case errors.Is(err, os.ErrNotExist):
		return "找不到这个文件"
	case errors.Is(err, sfnt.ErrCFF):
		return "它是 PostScript 轮廓的 OpenType 字体（.otf），请换 TrueType 轮廓的 .ttf"
	case errors.Is(err, sfnt.ErrRestricted):
		return "它的许可不允许嵌入文档"
	case errors.Is(err, sfnt.ErrIndex):
		return "文件里没有这个序号的字体"
	case errors.Is(err, sfnt.ErrNotFont):
		return "它不是 TrueType 字体"
	case errors.Is(err, sfnt.ErrNoUnicode), errors.Is(err, sfnt.ErrBroken):
		return "字体文件已损坏或不完整"
	}
	return explain(err)
}
