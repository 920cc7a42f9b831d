package main

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/catalog"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/dispatch"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// A sample is a PDF file for the validator. Names are of ASCII: a Java without
// a locale opens no others.
type sample struct {
	name  string // without .pdf
	data  []byte
	issue *bulletin.Issue // of those by which typography is proved
}

// samples are PDF files of every kind the tool writes.
func samples(t *testing.T) []sample {
	t.Helper()
	issue := fourthIssue(t, 1)
	s := []sample{
		{"issue", written(t, plainly(t, issue)), nil},
		{"issue-numbered", written(t, numberedAlone(t, issue, 18)), nil},
		{"issue-copies", written(t, numberedCopies(t, issue, 1, 20)), nil},
		{"issue-grid", written(t, gridded(t, issue)), nil},
		{"issue-draft", written(t, drafted(t, issue)), nil},
		{"draft-turned", written(t, drafted(t, readSample(t, "tables/wide.md"))), nil},
		{"draft-notes", written(t, drafted(t, readSample(t, "notes.md"))), nil},
		{"pictures", written(t, pictured(t)), nil},
	}
	s = append(append(s, sheetSamples(t)...), catalogueSamples(t)...)
	return append(s, typographySamples(t)...)
}

// plainly sets an issue as it is.
func plainly(t *testing.T, issue *bulletin.Issue) *page.Document {
	t.Helper()
	shelf, err := newShelf("")
	if err != nil {
		t.Fatal(err)
	}
	d, findings := layout.Pages(issue, shelf.own)
	if findings.Errors() > 0 {
		t.Fatal(findings)
	}
	return d
}

// gridded is a proof of an issue.
func gridded(t *testing.T, issue *bulletin.Issue) *page.Document {
	t.Helper()
	d := plainly(t, issue)
	layout.DrawGrid(d, issue)
	return d
}

// drafted is a draft of an issue in which all has changed.
func drafted(t *testing.T, issue *bulletin.Issue) *page.Document {
	t.Helper()
	shelf, err := newShelf("")
	if err != nil {
		t.Fatal(err)
	}
	p := layout.NewProof(issue, shelf.own)
	p.Draw(layout.Draft{Word: "送审稿", Date: bulletin.Date{Year: 2020, Month: 9, Day: 20}, Before: []string{}})
	d, findings := p.Document()
	if findings.Errors() > 0 {
		t.Fatal(findings)
	}
	return d
}

// readSample reads one of the issues by which typography is proved.
func readSample(t *testing.T, name string) *bulletin.Issue {
	t.Helper()
	text, err := os.ReadFile("../../bulletin/layout/testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return bulletin.Read(diag.NewSource(name, text), "x", nil)
}

// typographySamples sets the issues by which typography is proved, but for
// those that are refused.
func typographySamples(t *testing.T) (s []sample) {
	t.Helper()
	shelf, err := newShelf("../../fonts")
	if err != nil {
		t.Fatal(err)
	}
	const folder = "../../bulletin/layout/testdata/"
	pictures := picturesOf(t, folder)
	files, _ := filepath.Glob(folder + "*.md")
	tables, _ := filepath.Glob(folder + "tables/*.md")
	for _, file := range append(files, tables...) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		issue := bulletin.Read(diag.NewSource(filepath.Base(file), text), "x", nil)
		shared, findings := shelf.assets(issue)
		if findings.Errors() > 0 {
			t.Fatal(file, findings)
		}
		assets := *shared
		assets.Pictures = pictures
		d, findings := layout.Pages(issue, &assets)
		if issue.Findings.Errors()+findings.Errors() > 0 {
			continue
		}
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(file), folder), ".md")
		s = append(s, sample{strings.ReplaceAll(name, "/", "-"), written(t, d), issue})
	}
	for _, name := range []string{"links", "notes", "figures", "lists", "quotes", "table-nested", "tables-wide", "tables-long"} {
		if !slices.ContainsFunc(s, func(s sample) bool { return s.name == name }) {
			t.Errorf("no PDF file of %s.md", name)
		}
	}
	return s
}

// picturesOf reads the pictures of folder/img.
func picturesOf(t *testing.T, folder string) map[string]*layout.Picture {
	t.Helper()
	files, _ := filepath.Glob(folder + "img/*")
	pictures := map[string]*layout.Picture{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := path.Join("img", filepath.Base(file))
		if pictures[name], err = layout.ReadPicture(name, data); err != nil {
			t.Fatal(file, err)
		}
	}
	return pictures
}

// sheetSamples makes all sheets of the distribution of the real 第4期, with 份号.
func sheetSamples(t *testing.T) (s []sample) {
	t.Helper()
	text, err := os.ReadFile("../../issues/recipients.yaml")
	if err != nil {
		t.Fatal(err)
	}
	register := bulletin.ReadRegister(diag.NewSource(bulletin.RegisterName, text))
	issue := fourthIssue(t, 1)
	issue.CopyNumber = 1
	issue.Reprints = []bulletin.Reprint{{Date: issue.Date, Copies: 6}} // for rows across all columns
	issue.Distribute(register, nil)
	if findings := append(register.Findings, issue.Findings...); findings.Errors() > 0 {
		t.Fatal(findings)
	}
	shelf, err := newShelf("")
	if err != nil {
		t.Fatal(err)
	}
	job, ok := dispatch.NewJob(issue, dispatch.Options{Urgent: true})
	if !ok {
		t.Fatal("nothing to distribute")
	}
	add := func(name string, d *page.Document, findings diag.List) {
		if findings.Errors() > 0 {
			t.Fatal(name, findings)
		}
		s = append(s, sample{"sheet-" + name, written(t, d), nil})
	}
	for name, make := range map[string]func(*layout.Assets) (*page.Document, diag.List){
		"details": job.Details, "receipt": job.Receipt, "mail": job.Mail, "slips": job.Slips,
	} {
		d, findings := make(shelf.own)
		add(name, d, findings)
	}
	for _, sheet := range dispatch.LabelSheets {
		d, findings := job.Labels(shelf.own, sheet)
		add("labels-"+sheet.Name, d, findings)
	}
	for _, envelope := range dispatch.Envelopes {
		d, findings := job.Covers(shelf.own, envelope)
		add("envelopes-"+envelope.Name, d, findings)
	}
	return s
}

// catalogueSamples are the 归档文件目录 of an office that has said how it files and
// of one that has not, the first over several pages.
func catalogueSamples(t *testing.T) (s []sample) {
	t.Helper()
	shelf, err := newShelf("")
	if err != nil {
		t.Fatal(err)
	}
	issue := fourthIssue(t, 1)
	other := fourthIssue(t, 1)
	other.Contents.Groups = []bulletin.ContentsGroup{{Items: []bulletin.Phrase{{Text: strings.Repeat("区县市工作动态，", 400)}}}}
	other.Corrections = []bulletin.Correction{{Date: issue.Date, Text: bulletin.Phrase{Text: "第2页“𬱖”"}}}
	filing := bulletin.Filing{
		Fonds: bulletin.Phrase{Text: "Z109"}, FondsName: bulletin.Phrase{Text: "益阳市生态环境局"}, Retention: "30年",
		Class: bulletin.Phrase{Text: "BGS"}, ClassName: bulletin.Phrase{Text: "办公室"},
	}
	for name, y := range map[string]catalog.Year{
		"filed": catalog.Years(filing, []*bulletin.Issue{issue, other}, []catalog.Item{{Issue: issue, Pages: 5}, {Issue: other, Pages: 3}})[0],
		"blank": catalog.Years(bulletin.Filing{}, []*bulletin.Issue{issue}, []catalog.Item{{Issue: issue, Pages: 5}})[0],
	} {
		d, findings := y.Pages(issue, shelf.own, y.Sheet())
		if findings.Errors() > 0 {
			t.Fatal(findings)
		}
		s = append(s, sample{"catalogue-" + name, written(t, d), nil})
	}
	return s
}

// private is an issue with a character of the private area, which an office's
// own font has.
func private(t *testing.T) []byte {
	t.Helper()
	folder(t, map[string]string{"bulletin.yaml": settings + "版式: {字体: {仿宋: own.ttf}}\n", "own.ttf": string(onlyOne(t, '\uE000', 'N')),
		"1.md": strings.Replace(issue("1"), "正文", "正文\uE000", 1)})
	if code, _, errs := call("build"); code != exitDone {
		t.Fatal(errs)
	}
	data, err := os.ReadFile("public/1.pdf")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestPrivateCharacters says that a file with characters of the private area
// claims no more than it may, and that archives are told so.
func TestPrivateCharacters(t *testing.T) {
	for _, c := range []struct {
		level  string
		data   []byte
		format string
	}{
		{"A", written(t, plainly(t, fourthIssue(t, 1))), "PDF/A-2a（ISO 19005-2），PDF/UA-1（ISO 14289-1）"},
		{"U", private(t), "PDF/A-2u（ISO 19005-2），PDF/UA-1（ISO 14289-1）"},
	} {
		if !bytes.Contains(c.data, []byte("<pdfaid:conformance>"+c.level+"</pdfaid:conformance>")) {
			t.Errorf("does not claim level %s", c.level)
		}
		if got := catalog.NewFile("1.pdf", c.data).Format; got != c.format {
			t.Errorf("format %s", got)
		}
	}
}

// fontless takes the fonts out of a PDF file, which breaks it for every flavour.
func fontless(t *testing.T, data []byte) []byte {
	t.Helper()
	file, err := object.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	taken := 0
	for _, o := range file.Objects {
		if d, ok := o.(object.Dict); ok && d["FontFile2"] != nil {
			delete(d, "FontFile2")
			taken++
		}
	}
	if taken == 0 {
		t.Fatal("the file has no fonts to take out")
	}
	var b bytes.Buffer
	if err := object.Write(&b, file); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
