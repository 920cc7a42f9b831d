package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// picture is a picture of an issue and where it is named.
type picture struct {
	path string
	at   diag.Pos
}

// pictures returns the pictures a web page shows, as outputs beside it, each
// once.
func (t *Task) pictures(issue *bulletin.Issue) ([]file, diag.List, error) {
	var files []file
	var findings diag.List
	seen := map[string]bool{}
	for _, p := range picturesOf(issue.Body) {
		name := path.Join(path.Dir(issue.Path), p.path)
		switch {
		case seen[name]:
			continue
		case strings.Contains(p.path, ":"), strings.HasPrefix(p.path, "/"), strings.HasPrefix(p.path, `\`), !fs.ValidPath(name):
			findings.Add(p.at, diag.Error, "图片", "把图片放到本刊文件夹里，写相对路径，如 ![说明](img/图1.png)", "图片“%s”不在本刊文件夹里", p.path)
			continue
		}
		seen[name] = true
		data, err := fs.ReadFile(t.Folder, name)
		if errors.Is(err, fs.ErrNotExist) {
			findings.Add(p.at, diag.Error, "图片", "核对文件名和文件夹（大小写也要一致）", "找不到图片“%s”", p.path)
			continue
		}
		if err != nil {
			return nil, findings, fmt.Errorf("%s: %w", name, err)
		}
		files = append(files, file{name, data})
	}
	return files, findings, nil
}

func picturesOf(blocks []bulletin.Block) []picture {
	var out []picture
	for _, b := range blocks {
		switch b := b.(type) {
		case *bulletin.Figure:
			out = append(out, picture{b.Path, b.At})
		case *bulletin.Paragraph:
			out = append(out, picturesIn(b.Text)...)
		case *bulletin.RunIn:
			out = append(out, picturesIn(b.Text)...)
		case *bulletin.Quote:
			out = append(out, picturesOf(b.Blocks)...)
		case *bulletin.Note:
			out = append(out, picturesOf(b.Blocks)...)
		case *bulletin.List:
			for _, item := range b.Items {
				out = append(out, picturesOf(item.Blocks)...)
			}
		case *bulletin.Table:
			for _, row := range append([][]bulletin.Cell{b.Head}, b.Rows...) {
				for _, cell := range row {
					out = append(out, picturesIn(cell)...)
				}
			}
		}
	}
	return out
}

func picturesIn(text []bulletin.Inline) []picture {
	var out []picture
	for _, in := range text {
		switch in := in.(type) {
		case *bulletin.Picture:
			out = append(out, picture{in.Path, in.At})
		case *bulletin.Strong:
			out = append(out, picturesIn(in.Text)...)
		case *bulletin.Emphasis:
			out = append(out, picturesIn(in.Text)...)
		case *bulletin.Link:
			out = append(out, picturesIn(in.Text)...)
		}
	}
	return out
}
