package site

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// TemplateFolder is the folder beside bulletin.yaml whose files take the place of
// our templates of the same names.
const TemplateFolder = "templates"

const templateCode = "模板" // of findings

// largestTemplate is how many bytes a file of an office may have.
const largestTemplate = 1 << 20

// names returns the names of our files: templates, styles and script.
func names(own fs.FS) ([]string, error) {
	list, err := fs.ReadDir(own, ".")
	if err != nil {
		return nil, fmt.Errorf("reading the templates: %w", err)
	}
	var out []string
	for _, f := range list {
		if n := f.Name(); !f.IsDir() && (strings.HasSuffix(n, ".html") || strings.HasSuffix(n, ".css") || strings.HasSuffix(n, ".js")) {
			out = append(out, n)
		}
	}
	return out, nil
}

// officeFiles reads the files of an office that take the place of ours, as
// sources of findings by their names.
func officeFiles(office fs.FS, known []string, shown func(string) string, findings *diag.List) map[string]*diag.Source {
	out := map[string]*diag.Source{}
	if office == nil {
		return out
	}
	info, err := fs.Stat(office, ".")
	if errors.Is(err, fs.ErrNotExist) {
		return out
	}
	if err == nil && !info.IsDir() {
		findings.Add(diag.NewSource(shown("."), nil).At(0), diag.Error, templateCode, "把自己的模板放进名为 templates 的文件夹；不用就移走", "templates 应是文件夹，这里是文件")
		return out
	}
	var list []fs.DirEntry
	if err == nil {
		list, err = fs.ReadDir(office, ".")
	}
	if err != nil {
		unread(diag.NewSource(shown("."), nil).At(0), "templates 文件夹", office, ".", err, findings)
		return out
	}
	for _, f := range list {
		if src := officeFile(office, f.Name(), known, shown, findings); src != nil {
			out[f.Name()] = src
		}
	}
	return out
}

// unread reports what of an office's templates cannot be read: often a link that
// leads out of the series folder, where the templates of one machine end.
func unread(at diag.Pos, what string, office fs.FS, name string, err error, findings *diag.List) {
	message, hint := bulletin.FileFault(err)
	if info, e := fs.Lstat(office, name); name != "." && e == nil && info.Mode()&fs.ModeSymlink != 0 || name == "." && !errors.Is(err, fs.ErrPermission) {
		message, hint = "是快捷方式（符号链接），指向刊物文件夹之外，或不存在的文件", "换成文件本身，或移走"
	}
	findings.Add(at, diag.Error, templateCode, hint, "%s%s", what, message)
}

// officeFile reads a file of an office; nil for one that is no template or cannot
// be used.
func officeFile(office fs.FS, name string, known []string, shown func(string) string, findings *diag.List) *diag.Source {
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || bulletin.SystemFile(name) {
		return nil
	}
	at := diag.NewSource(shown(name), nil).At(0)
	if !slices.Contains(known, name) {
		findings.Add(at, diag.Warning, templateCode, "能换的文件："+strings.Join(known, "、")+"；不是模板的移走，或改名以 _ 开头", "没有“%s”这个模板，这个文件不起作用", name)
		return nil
	}
	info, err := fs.Stat(office, name)
	if err == nil && !info.Mode().IsRegular() {
		findings.Add(at, diag.Error, templateCode, "改成文件，或移走", "模板“%s”应是文件，这里是文件夹或别的东西", name)
		return nil
	}
	if err == nil && info.Size() > largestTemplate {
		findings.Add(at, diag.Error, templateCode, "图片、字体不要写进模板", "模板“%s”太大，最多 1 MB", name)
		return nil
	}
	var text []byte
	if err == nil {
		text, err = fs.ReadFile(office, name)
	}
	if err != nil {
		unread(at, "模板“"+name+"”", office, name, err, findings)
		return nil
	}
	src := diag.NewSource(shown(name), text)
	if !sound(src, name, findings) {
		return nil
	}
	return src
}

// sound tells whether the text of an office's file can be used as it is.
func sound(src *diag.Source, name string, findings *diag.List) bool {
	if !utf8.ValidString(src.Text) {
		findings.Add(src.At(0), diag.Error, templateCode, "把文件另存为 UTF-8 编码", "模板不是 UTF-8 编码")
		return false
	}
	if !strings.HasSuffix(name, ".css") {
		return true
	}
	if i := strings.Index(strings.ToLower(src.Text), "</style"); i >= 0 {
		findings.Add(src.At(i), diag.Error, templateCode, "样式文件里只写样式，不写 HTML", "样式里不能有 </style")
		return false
	}
	return true
}
