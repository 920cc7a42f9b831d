package main

import (
	"fmt"
	"path/filepath"

	"jianbao/bulletin/archive"
)

// warnPublic points out that what goes to a folder of web pages is published
// with them, as also in a folder below it.
func (w world) warnPublic(dir, what, usual string) {
	if web := webFolder(dir); web != "" {
		fmt.Fprintf(w.err, "注意：%s 是网页的输出文件夹，%s会随网页公开；一般放到 %s\n", web, what, usual)
	}
}

// webFolder returns the folder of web pages that a folder is or lies in, built or
// that to which they go unless said otherwise; "" for none.
func webFolder(dir string) string {
	at, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	if real, err := filepath.EvalSymlinks(at); err == nil {
		at = real
	}
	usual, _ := filepath.Abs("public")
	resolved := usual
	if here, err := filepath.EvalSymlinks(filepath.Dir(usual)); err == nil {
		resolved = filepath.Join(here, "public")
	}
	for first := at; ; at = filepath.Dir(at) {
		switch {
		case at == usual, at == resolved, isFile(filepath.Join(at, archive.ManifestName)), at == first && isFile(filepath.Join(at, "index.html")):
			return shown(at)
		case filepath.Dir(at) == at:
			return ""
		}
	}
}
