package archive

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
)

// largePicture is how many bytes of one picture are more than a bulletin needs.
const largePicture = 5 << 20

// pictureEnds are how the names of pictures end, those that only browsers show
// among them.
var pictureEnds = [...]string{".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".webp", ".svg", ".avif", ".bmp", ".tif", ".tiff", ".heic"}

// pictures returns the pictures a web page shows, as outputs beside it, each
// once.
func (t *Task) pictures(issue *bulletin.Issue) ([]file, diag.List) {
	var files []file
	var findings diag.List
	seen := map[string]bool{}
	for _, p := range bulletin.Pictures(issue) {
		name := path.Join(path.Dir(issue.Path), p.Path)
		switch {
		case seen[name]:
			continue
		case bulletin.PicturePath(issue, p.Path) == "":
			findings.Add(p.At, diag.Error, "图片", "把图片放到本刊文件夹里，写相对路径，如 ![说明](img/图1.png)", "图片“%s”不在本刊文件夹里", p.Path)
			continue
		}
		seen[name] = true
		data, message, hint := t.readPicture(name, p.Path)
		if message != "" {
			findings.Add(p.At, diag.Error, "图片", hint, "%s", message)
			continue
		}
		if end := path.Ext(name); issue.Seal == nil && !slices.Contains(pictureEnds[:], strings.ToLower(end)) {
			findings.Add(p.At, diag.Error, "图片", "图片用 .jpg 或 .png；是图片的，改正文件名和这里的写法", "“%s”不是图片的文件名", p.Path)
			continue
		}
		if len(data) > largePicture {
			findings.Add(p.At, diag.Info, "图片过大", "缩小到宽2000像素左右，或另存为质量低一些的 JPEG", "图片“%s”有%d MB，网页打开慢，PDF 也大", p.Path, len(data)>>20)
		}
		files = append(files, file{name, data})
	}
	return files, findings
}

// readPicture reads a picture, or says why it cannot be, by the name typed, and
// what to do.
func (t *Task) readPicture(name, typed string) (data []byte, message, hint string) {
	info, err := fs.Stat(t.Folder, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, "找不到图片“" + typed + "”", "核对文件名和文件夹（大小写也要一致）"
	case err == nil && info.IsDir():
		return nil, "“" + typed + "”是文件夹，不是图片", "写图片文件的名字，如 ![说明](img/图1.png)"
	case err == nil && !info.Mode().IsRegular(): // a pipe would wait for ever
		err = bulletin.ErrNotFile
	case err == nil:
		data, err = fs.ReadFile(t.Folder, name)
	}
	if err != nil {
		message, hint = bulletin.FileFault(err)
		return nil, "图片“" + typed + "”" + message, hint
	}
	return data, "", ""
}

// readPictures looks over the pictures of an issue for paper. One that was not
// found, which is reported already, or that is none stands there as nil.
func (t *Task) readPictures(issue *bulletin.Issue, files []file) (map[string]*layout.Picture, diag.List) {
	var findings diag.List
	data := map[string][]byte{}
	for _, f := range files {
		data[f.name] = f.data
	}
	out := map[string]*layout.Picture{}
	for _, p := range bulletin.Pictures(issue) {
		name := path.Join(path.Dir(issue.Path), p.Path)
		if _, seen := out[name]; seen {
			continue
		}
		out[name] = nil
		if data[name] == nil {
			continue
		}
		pic, err := layout.ReadPicture(p.Path, data[name])
		if errors.Is(err, layout.ErrPictureKind) && !t.PDF { // a browser shows more kinds
			continue
		}
		if err != nil {
			message, hint := layout.PictureFault(err)
			findings.Add(p.At, diag.Error, "图片", hint, "图片“%s”%s", p.Path, message)
			continue
		}
		out[name] = pic
	}
	return out, findings
}
