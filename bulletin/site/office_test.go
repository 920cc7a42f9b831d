package site_test

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/bulletin/site"
	"jianbao/templates"
)

// officeOf reads our templates with the files of an office in their places, given
// by their names.
func officeOf(t *testing.T, files map[string]string) (*site.Site, string) {
	t.Helper()
	office := fstest.MapFS{}
	for name, text := range files {
		office[name] = &fstest.MapFile{Data: []byte(text)}
	}
	o, err := site.ParseOffice(templates.Files, office, func(name string) string { return "刊/templates/" + name })
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, d := range o.Findings {
		out.WriteString(d.String() + "\n")
	}
	if (o.Findings.Errors() > 0) != (o.Site == nil) {
		t.Errorf("%d errors, site %v", o.Findings.Errors(), o.Site)
	}
	return o.Site, out.String()
}

// TestOfficeTemplates says that an office's own files take the place of ours, one
// by one.
func TestOfficeTemplates(t *testing.T) {
	s, findings := officeOf(t, map[string]string{
		"colophon.html": "\uFEFF<footer class=\"colophon\">\r\n<p>{{range .Lists}}{{.Label}}{{end}}</p></footer>",
		"print.css":     "/* 本单位的打印样式 */\n",
		".DS_Store":     "\x00", "_备份.html": "{{", "Thumbs.db": "\x00",
	})
	if findings != "" {
		t.Errorf("findings:\n%s", findings)
	}
	var b strings.Builder
	if err := s.Page(&b, issues(t)["everything"], site.PageInfo{}); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); !strings.Contains(got, "<p>呈报：送：本期增发：</p></footer>") || !strings.Contains(got, "本单位的打印样式") || strings.Contains(got, "staff\">") {
		t.Error("the office's files are not used")
	}
}

// TestOfficeFaults compares what an office is told of the faults of its templates
// with testdata/templates.want.
func TestOfficeFaults(t *testing.T) {
	faults := []struct{ name, text string }{
		{"colophon.html", "<footer>\n{{range .Lists}}<p>{{.Label}}</p>\n</footer>"},
		{"colophon.html", "<footer>{{end}}</footer>"},
		{"colophon.html", "<footer>{{.Lists </footer>"},
		{"colophon.html", "<footer>\n  <p>{{.List}}</p></footer>"},
		{"colophon.html", "<footer>\n  <p>{{len .Staff}}{{range .Staff}}{{.Nom}}{{end}}</p></footer>"},
		{"colophon.html", "<footer>{{date .Copies}}</footer>"},
		{"colophon.html", "<footer>{{$总}}</footer>"},
		{"colophon.html", "<footer>{{template \"报尾\" .}}</footer>"},
		{"colophon.html", "<footer>{{template \"colophon.html\" .}}</footer>"},
		{"colophon.html", "<footer title=\"{{.Copies}}></footer>"},
		{"colophon.html", "<footer {{if .Copies}}title=\"{{end}}></footer>"},
		{"colophon.html", "{{range $i := .Copies}}{{index $.Lists 9}}{{end}}"},
		{"colophon.html", "<p>\n{{range 1000000}}{{range 1000000}}{{end}}{{end}}</p>"},
		{"colophon.html", "<p>{{$s := \"甲\"}}{{range 40}}{{$s = print $s $s}}{{end}}{{$s}}</p>"},
		{"colophon.html", "<p>{{printf \"%1000000000d\" 1}}</p>"},
		{"colophon.html", "<p>{{printf \"%*d\" 1000000000 1}}</p>"},
		{"colophon.html", "<p>{{_round}}{{if 1}}</p>"},
		{"colophon.html", "<p title={{range .Lists}}{{.Label}}{{end}}><script>var x = [{{range .Lists}}{{end}}];</script>{{.Nothing}}</p>"},
		{"masthead.html", "<header><h1>{{.FullName}}</h1></header>"},
		{"find.html", "<p>{{.SearchLink.Host}}</p>"},
		{"index.html", "<p>{{range .Older}}{{.Name}}{{end}}</p>"},
		{"base.css", "p { color: red }\n</style><p>"},
		{"页面.html", "<p></p>"},
		{"page.html", "<p>\xff</p>"},
		{"index.css", strings.Repeat(" ", 1<<20+1)},
	}
	var out strings.Builder
	for _, f := range faults {
		_, findings := officeOf(t, map[string]string{f.name: f.text})
		if findings == "" {
			t.Errorf("no finding: %s", f.text)
		}
		out.WriteString(findings + "\n")
	}
	compare(t, filepath.Join("testdata", "templates.want"), out.String())
}

// TestOfficeFolders says what is told of folders where files should be, and that
// an office without a folder of templates has ours.
func TestOfficeFolders(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"page.html", "图"} {
		if err := os.Mkdir(filepath.Join(folder, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	same := func(n string) string { return n }
	o, err := site.ParseOffice(templates.Files, os.DirFS(folder), same)
	if err != nil || len(o.Findings) != 2 || o.Findings.Errors() != 1 {
		t.Errorf("%v %v", o.Findings, err)
	}
	if err := os.WriteFile(filepath.Join(folder, "文件"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	office, err := fs.Sub(os.DirFS(folder), "文件")
	if err != nil {
		t.Fatal(err)
	}
	o, err = site.ParseOffice(templates.Files, office, same)
	if err != nil || o.Findings.Errors() != 1 {
		t.Errorf("%v %v", o.Findings, err)
	}
	o, err = site.ParseOffice(templates.Files, os.DirFS(filepath.Join(folder, "没有")), same)
	if err != nil || len(o.Findings) > 0 {
		t.Fatal(o.Findings, err)
	}
	if err := o.Site.Page(io.Discard, plain(para("正文。")), site.PageInfo{}); err != nil {
		t.Error(err)
	}
}

// TestFaultOfPage says that a fault only some issues show is a finding of the
// template as well.
func TestFaultOfPage(t *testing.T) {
	s, findings := officeOf(t, map[string]string{"colophon.html": "<p>\n{{with .Copies}}{{if eq . \"共印86份\"}}{{index $.Colophon.Lists 9}}{{end}}{{end}}</p>"})
	if findings != "" {
		t.Fatal(findings)
	}
	err := s.Page(io.Discard, issues(t)["everything"], site.PageInfo{})
	d, ok := site.Fault(err)
	if !ok || d.Pos.File() != "刊/templates/colophon.html" || d.Pos.Line() != 2 {
		t.Errorf("%v: %v", err, d)
	}
	if _, ok := site.Fault(io.EOF); ok {
		t.Error("an error of the machine is a fault")
	}
}
