package catalog

import (
	"encoding/xml"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"jianbao/bulletin"
)

// fields returns the texts of an XML document by the names of their elements
// from the outermost inwards, and the number each element has.
func fields(t *testing.T, data []byte) (texts map[string][]string, numbers map[string]string) {
	t.Helper()
	if !utf8.Valid(data) || !strings.HasPrefix(string(data), `<?xml version="1.0" encoding="UTF-8"?>`+"\n<") {
		t.Error("not the head of an XML file in UTF-8")
	}
	texts, numbers = map[string][]string{}, map[string]string{}
	var path []string
	text := ""
	d := xml.NewDecoder(strings.NewReader(string(data)))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return texts, numbers
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			path, text = append(path, x.Name.Local), ""
			for _, a := range x.Attr {
				if a.Name.Local == "编号" {
					numbers[x.Name.Local] = a.Value
				} else {
					texts[strings.Join(path, "/")+"@"+a.Name.Local] = append(texts[strings.Join(path, "/")+"@"+a.Name.Local], a.Value)
				}
			}
		case xml.CharData:
			text += string(x)
		case xml.EndElement:
			if s := strings.TrimSpace(text); s != "" {
				texts[strings.Join(path, "/")] = append(texts[strings.Join(path, "/")], s)
			}
			path, text = path[:len(path)-1], ""
		}
	}
}

// elements are the numbers of the standard that are sure, DA/T 46-2009, M2–M45.
var elements = strings.Fields(`M2来源 M3档案馆名称 M4档案馆代码 M5全宗名称 M6立档单位名称 M7电子文件号 M8档号 M9全宗号 M11年度 M12保管期限 M13机构或问题
	M17室编件号 M21内容描述 M22题名 M29摘要 M31文件编号 M32责任者 M33日期 M34文种 M36主送 M37抄送 M38密级 M39保密期限
	M40形式特征 M41文件组合类型 M42件数 M43页数 M44语种 M45稿本`)

// TestMetadata reads the metadata of every issue in testdata back and holds them
// against its front matter.
func TestMetadata(t *testing.T) {
	s, items := series(t)
	seen := map[string]bool{}
	for _, y := range Years(s.Settings.Front.Filing, s.Issues, items) {
		for _, e := range y.Entries {
			data := e.Metadata(y.Filing, "bulletin 1.0")
			golden(t, strings.ReplaceAll(e.Issue.Path, "/", "-")+".xml", data)
			texts, numbers := fields(t, data)
			for name, n := range numbers {
				if seen[n+name] = true; !slices.Contains(elements, n+name) {
					t.Errorf("%s is no number of %s", n, name)
				}
			}
			checkMetadata(t, e, texts)
		}
	}
	for _, x := range elements {
		if !seen[x] && x != "M39保密期限" {
			t.Errorf("no issue has %s", x)
		}
	}
	wants, _ := filepath.Glob("testdata/20[12]?-*.xml")
	if len(wants) != len(items) {
		t.Errorf("%d wants of %d issues", len(wants), len(items))
	}
}

// checkMetadata holds what was read back against an entry.
func checkMetadata(t *testing.T, e Entry, texts map[string][]string) {
	t.Helper()
	issue := e.Issue
	const root = "电子文件元数据/文件实体/"
	want := map[string][]string{
		"聚合层次": {"文件"}, "电子文件号": {issue.Path}, "档号@值": {e.Code}, "档号/年度": {fmt.Sprint(issue.Date.Year)},
		"档号/室编件号": {e.Code[len(e.Code)-4:]}, "内容描述/题名": {issue.Title()}, "内容描述/日期": {issue.Date.ISO()},
		"形式特征/页数": {fmt.Sprint(e.Pages)}, "内容描述/文件编号": some(issue.NumberLine() + issue.TotalLine()),
	}
	program := "bulletin 1.0"
	if issue.Seal != nil {
		program = issue.Seal.Tool
	}
	for _, f := range e.Files {
		want["电子属性/计算机文件名"] = append(want["电子属性/计算机文件名"], f.Name)
		want["电子属性/计算机文件大小"] = append(want["电子属性/计算机文件大小"], fmt.Sprint(f.Size))
		want["电子属性/文档创建程序"] = append(want["电子属性/文档创建程序"], program)
	}
	for _, l := range issue.Lists {
		key, names := "内容描述/抄送", ""
		if l.Key == "报" {
			key = "内容描述/主送"
		}
		for _, p := range l.Names(issue.Style.Separators) {
			names += p.Text
		}
		want[key] = append(want[key], strings.TrimSuffix(names, "。"))
	}
	for key, list := range want {
		if got := texts[root+key]; !slices.Equal(got, list) {
			t.Errorf("%s: %s is %q, want %q", issue.Path, key, got, list)
		}
	}
	for _, f := range e.Files {
		if !strings.Contains(strings.Join(texts[root+"附注"], "\n"), f.Name+" 的 SHA-256："+f.Sum) {
			t.Errorf("%s: no sum of %s", issue.Path, f.Name)
		}
	}
	var people []string
	for _, p := range issue.Staff {
		if p.Role.Text != "电话" {
			people = append(people, p.Name.Text)
		}
	}
	got := texts["电子文件元数据/机构人员实体/机构人员名称"]
	if len(got) != len(issue.Issuer)+len(people) || !slices.Equal(got[len(issue.Issuer):], people) {
		t.Errorf("%s: people %q", issue.Path, got)
	}
	days := []string{issue.Date.ISO()}
	for _, c := range issue.Corrections {
		days = append(days, c.Date.ISO())
	}
	if s := issue.Seal; s != nil {
		days = append(days, s.Date.ISO())
	}
	if got := texts["电子文件元数据/业务实体/行为时间"]; !slices.Equal(got, days) {
		t.Errorf("%s: acts on %q, want %q", issue.Path, got, days)
	}
}

func some(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// TestSecret parts the 保密期限 of a state secret from its degree.
func TestSecret(t *testing.T) {
	for text, want := range map[string][2]string{
		"机密★10年": {"机密", "10年"}, "秘密 ★ 6个月": {"秘密", "6个月"}, "绝密": {"绝密", ""}, "内部资料": {"内部资料", ""}, "": {"", ""},
	} {
		issue := &bulletin.Issue{}
		if text != "" {
			issue.Classification = []bulletin.Phrase{{Text: text}}
		}
		if degree, term := classification(issue); degree != want[0] || term != want[1] {
			t.Errorf("%s: %q, %q", text, degree, term)
		}
	}
}

// TestHostile says that no text breaks the XML.
func TestHostile(t *testing.T) {
	const hostile = `</题名>&amp;"'<![CDATA[]]>--><?x?>`
	issue := read(t, "1", "---\n刊名: '"+strings.ReplaceAll(hostile, "'", "''")+"'\n期号: 1\ndate: 2020-09-22\n---\n\n正文。\n")
	e := Entry{Item: Item{Issue: issue}, Code: "\"<&\n\t>"}
	texts, _ := fields(t, e.Metadata(bulletin.Filing{}, hostile))
	if got := texts["电子文件元数据/文件实体/内容描述/题名"]; len(got) != 1 || got[0] != hostile+"第1期" {
		t.Errorf("%q", got)
	}
	if got := texts["电子文件元数据/文件实体/档号@值"]; len(got) != 1 || got[0] != e.Code {
		t.Errorf("%q", got)
	}
}
