package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sfnt"
)

// An officeFont is what became of a font file that an office named: a face, or
// the fault that keeps it from use.
type officeFont struct {
	face  *layout.Face
	fault *fontFault
}

// A fontFault says in Chinese what is wrong with a font file and what to do.
type fontFault struct{ text, hint string }

// largestFont bounds a font file, so that none can exhaust the memory. The
// largest collections of Chinese fonts are below 200 MB.
const largestFont = 256 << 20

const ownFonts = "，或删去这一项，用自带字体"

// openFont reads a font file named as path or path#n in a folder; base is ""
// for a name that is a whole path.
func openFont(base, name string) officeFont {
	file, index := name, 0
	if i := strings.LastIndexByte(name, '#'); i >= 0 {
		if n, err := strconv.Atoi(name[i+1:]); err == nil {
			file, index = name[:i], n
		}
	}
	if fault := findFont(base, file); fault != nil {
		return officeFont{fault: fault}
	}
	file = filepath.Join(base, file)
	data, err := os.ReadFile(file)
	if err != nil {
		return officeFont{fault: &fontFault{explain(err), "检查这个文件能不能打开"}}
	}
	font, err := sfnt.Parse(data, index)
	if err != nil {
		return officeFont{fault: faultOf(err, data)}
	}
	face := &layout.Face{Face: page.Face{Name: filepath.Base(name), Data: data, Index: index, Sum: hexSum(data)}, Font: font}
	if broken := font.Check(); len(broken) > 0 {
		if slices.Contains(broken, 0) || len(broken) > font.NumGlyphs()/mostBroken {
			return officeFont{fault: damaged}
		}
		face.Broken = map[uint16]bool{}
		for _, gid := range broken {
			face.Broken[gid] = true
		}
	}
	return officeFont{face: face}
}

// mostBroken is which part of the glyphs of a font may be broken before it is not
// used at all; others draw the characters of the broken ones.
const mostBroken = 10

var damaged = &fontFault{"字体文件已损坏或不完整", "重新复制或安装一次这个字体" + ownFonts}

// findFont makes sure that a file of just this name is there. A name in other
// letters than the file's is refused even where the machine would open it: the
// same sources must build on every machine.
func findFont(base, file string) *fontFault {
	info, err := os.Stat(filepath.Join(base, file))
	if base != "" || errors.Is(err, os.ErrNotExist) {
		if fault := checkLetters(base, file); fault != nil {
			return fault
		}
	}
	switch {
	case errors.Is(err, os.ErrNotExist):
		return &fontFault{"找不到这个文件", "核对文件名；相对路径从 bulletin.yaml 所在的文件夹算起" + ownFonts}
	case err != nil:
		return &fontFault{explain(err), "检查这个文件能不能打开"}
	case info.IsDir():
		return &fontFault{"它是文件夹", "写到文件名，如 fonts/simfang.ttf"}
	case !info.Mode().IsRegular(): // a pipe would wait for ever
		return &fontFault{"它不是普通的文件", "换一个字体文件" + ownFonts}
	case info.Size() > largestFont:
		return &fontFault{fmt.Sprintf("文件有 %d MB，太大了", info.Size()>>20), "换一个字体文件" + ownFonts}
	}
	return nil
}

// checkLetters goes down a path and reports the first name that its folder has
// only in other letters.
func checkLetters(base, file string) *fontFault {
	parent, want := filepath.Split(filepath.Clean(file))
	if parent = filepath.Clean(parent); want == "" || parent == filepath.Clean(file) {
		return nil
	}
	if fault := checkLetters(base, parent); fault != nil || want == "." || want == ".." {
		return fault
	}
	entries, err := os.ReadDir(filepath.Join(base, parent))
	if err != nil || slices.ContainsFunc(entries, func(e os.DirEntry) bool { return e.Name() == want }) {
		return nil // what cannot be listed may still be opened
	}
	for _, e := range entries {
		if strings.EqualFold(e.Name(), want) {
			return &fontFault{fmt.Sprintf("大小写不符，实际的名称是“%s”", e.Name()), fmt.Sprintf("把路径里的“%s”写作“%s”", want, e.Name())}
		}
	}
	return nil
}

// faultOf says why a file is no font of use.
func faultOf(err error, data []byte) *fontFault {
	const licence = "换一个许可嵌入的字体，或向字库厂商取得嵌入许可" + ownFonts
	switch {
	case errors.Is(err, sfnt.ErrCFF):
		return &fontFault{"它是 PostScript 轮廓的字体（.otf），只能用 TrueType 轮廓的", "向字库厂商要 TrueType 轮廓的 .ttf" + ownFonts}
	case errors.Is(err, sfnt.ErrWholeOnly):
		return &fontFault{"它的许可不允许只嵌入用到的字（fsType 禁止取子集）", licence}
	case errors.Is(err, sfnt.ErrBitmapsOnly):
		return &fontFault{"它的许可只允许嵌入点阵（fsType 只许位图）", licence}
	case errors.Is(err, sfnt.ErrRestricted):
		return &fontFault{"它的许可不允许嵌入文档（fsType 为受限）", licence}
	case errors.Is(err, sfnt.ErrIndex):
		n := sfnt.Count(data)
		if n == 1 {
			return &fontFault{"文件里只有一个字体", "去掉 # 和后面的数字"}
		}
		return &fontFault{fmt.Sprintf("文件里只有 %d 个字体", n), fmt.Sprintf("在文件名后写 #0 到 #%d", n-1)}
	case errors.Is(err, sfnt.ErrNoUnicode):
		return &fontFault{"它没有 Unicode 编码表，查不到字", "换一个较新的版本" + ownFonts}
	case errors.Is(err, sfnt.ErrNotFont):
		return &fontFault{"它不是 TrueType 字体", "换成 .ttf 或 .ttc 字体文件" + ownFonts}
	}
	return damaged
}

// hexSum returns the SHA-256 of data in hexadecimal digits.
func hexSum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
