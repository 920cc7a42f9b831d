package bulletin

import (
	"net/url"
	"regexp"
	"strings"

	"jianbao/bulletin/diag"

	"github.com/yuin/goldmark/util"
)

// unescaped decodes the backslashes and entities of a text, and takes out what
// stands for comments.
func unescaped(s []byte) []byte {
	s = uncommented(s)
	return util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(s)))
}

func address(destination []byte) string { return string(unescaped(destination)) }

// picturePath returns the path of a picture. Editors of Markdown type a blank
// as %20.
func picturePath(destination []byte) string {
	p := address(destination)
	if decoded, err := url.PathUnescape(p); err == nil {
		return decoded
	}
	return p
}

var scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]+:`)

// checkURL reports addresses that lead nowhere or run a program.
func (b *bodyReader) checkURL(at int, u string) {
	switch s := strings.ToLower(scheme.FindString(u)); s {
	case "http:", "https:", "mailto:", "tel:", "ftp:":
	case "":
		if strings.TrimSpace(u) == "" {
			b.add(at, diag.Warning, "链接", "写作 [文字](https://…)", "链接没有地址")
		}
	default:
		b.add(at, diag.Error, "链接", "链接以 https:// 或 http:// 开头", "不能用“%s”开头的链接", s)
	}
}

// checkPicture reports pictures that cannot be a file of the series.
func (b *bodyReader) checkPicture(at int, p string) {
	const hint = "把图片放在本期文件旁，写作 ![说明](img/图片.jpg)"
	switch {
	case strings.TrimSpace(p) == "":
		b.add(at, diag.Error, "图片", hint, "没有写图片的文件名")
	case strings.Contains(p, `\`):
		b.add(at, diag.Error, "图片", "写作 "+strings.ReplaceAll(p, `\`, "/"), "图片路径里用了反斜杠")
	case scheme.MatchString(p) || strings.HasPrefix(p, "/") || len(p) > 1 && p[1] == ':':
		b.add(at, diag.Error, "图片", hint, "图片应是本刊文件夹里的文件，现为“%s”", clipped(p))
	}
}

// checkCaptions reports the titles of pictures within a line: only a picture
// on its own has room for one.
func (b *bodyReader) checkCaptions() {
	for p, caption := range b.captions {
		b.findings.Add(p.At, diag.Info, "图片", "要印出题注的，图片单独成段，前后空一行", "行内图片的题注“%s”不印出", clipped(caption))
	}
}
