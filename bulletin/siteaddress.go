package bulletin

import (
	"net/url"
	"strings"
	"unicode"
)

const siteAddressHint = "写作 网址: https://www.example.gov.cn/jianbao/（放 index.html 的那个文件夹，以 / 结尾）"

// siteAddress reads 网址: the absolute address of the folder that holds
// index.html.
func (r *keyReader) siteAddress(v *value) {
	p := r.phrase("网址", v)
	if p.At.Source == nil {
		return
	}
	if p.Text == "" {
		r.add(v.at, "网址", siteAddressHint+"；没有的删去这一行", "网址是空的")
		return
	}
	u, err := url.Parse(p.Text)
	var fault, hint string
	switch {
	case strings.ContainsFunc(p.Text, func(c rune) bool { return unicode.IsSpace(c) || c == '\\' }):
		fault, hint = "网址里不能有空格或 \\", siteAddressHint
	case err != nil:
		fault, hint = "网址写法不对", siteAddressHint
	case u.Scheme != "https" && u.Scheme != "http":
		fault, hint = "网址应以 https:// 或 http:// 开头", siteAddressHint
	case u.Hostname() == "" || u.User != nil:
		fault, hint = "网址里没有网站的名字，或夹着用户名", siteAddressHint
	case u.RawQuery != "" || u.ForceQuery || strings.Contains(p.Text, "#"):
		fault, hint = "网址里不能有 ? 或 #", siteAddressHint
	case strings.HasSuffix(u.Path, ".html"):
		fault, hint = "网址应是文件夹，不是网页", "写作 网址: "+p.Text[:strings.LastIndexByte(p.Text, '/')+1]
	case !strings.HasSuffix(p.Text, "/"):
		fault, hint = "网址应以 / 结尾", "写作 网址: "+p.Text+"/"
	default:
		r.front.SiteAddress = u.String()
		return
	}
	r.add(p.At, "网址", hint, "%s，现为%s", fault, shown(v))
}
