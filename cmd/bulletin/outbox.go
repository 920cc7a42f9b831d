package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/dispatch"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf"
)

// An outbox writes the sheets of the distribution.
type outbox struct {
	world
	shelf *shelf
	dir   string
	out   archive.Output
	names []string        // written
	bad   int             // errors found
	said  map[string]bool // findings that were printed
}

// sheets writes the PDF files of one issue that were asked for. One with errors
// is not written; what stood there before stays.
func (o *outbox) sheets(issue *bulletin.Issue, d *distribution) error {
	assets, findings := o.shelf.assets(issue)
	o.report(findings)
	if findings.Errors() > 0 {
		return nil
	}
	list, _ := dispatch.NewJob(issue, d.options(false))
	carried, _ := dispatch.NewJob(issue, d.options(true))
	suffix := ""
	if d.reprint > 0 {
		suffix = fmt.Sprintf("-加印%d", d.reprint)
	}
	for _, s := range []struct {
		wanted bool
		name   string
		make   func(*layout.Assets) (*page.Document, diag.List)
	}{
		{d.pdf, "分发明细表", list.Details},
		{d.pdf, "签收单", list.Receipt},
		{d.pdf, "送文簿", list.Mail},
		{d.slips, "发文通知单", list.Slips},
		{d.labels != "", "标签" + d.sheet.Name, func(a *layout.Assets) (*page.Document, diag.List) { return carried.Labels(a, d.sheet) }},
		{d.envelopes != "", "信封" + d.envelope.Name, func(a *layout.Assets) (*page.Document, diag.List) { return carried.Covers(a, d.envelope) }},
	} {
		if !s.wanted {
			continue
		}
		name := issue.Path + suffix + "-" + s.name + ".pdf"
		if !list.Serves() && s.name != "分发明细表" {
			fmt.Fprintf(o.err, "%s：没有要发的单位，不生成\n", inFolder(o.dir, []string{name}))
			continue
		}
		doc, findings := s.make(assets)
		o.report(findings)
		if findings.Errors() > 0 {
			fmt.Fprintf(o.err, "%s：没有生成，请先改正上面的错误\n", inFolder(o.dir, []string{name}))
			continue
		}
		var b bytes.Buffer
		if err := pdf.Write(&b, doc, pdf.Options{Producer: producer}); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := o.write(name, b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// record writes down who got which copies, beside the issue. What was recorded
// before stays as it is.
func (o *outbox) record(issue *bulletin.Issue, d *distribution) error {
	name := strings.TrimSuffix(issue.Source.Name, filepath.Ext(issue.Source.Name)) + bulletin.RecordSuffix
	if issue.Distribution.Recorded == len(issue.Distribution.Printings) {
		fmt.Fprintf(o.err, "%s：已经记过，没有新的\n", name)
		return nil
	}
	if err := writeWhole(filepath.FromSlash(name), bulletin.RecordText(issue, dispatch.Record(issue, d.options(false)))); err != nil {
		return err
	}
	fmt.Fprintf(o.err, "记下 %s\n", name)
	return nil
}

// records writes the 发文登记簿 of all issues together, under a name; none if it
// is "".
func (o *outbox) records(issues []*bulletin.Issue, d *distribution, name string) error {
	if len(issues) == 0 || name == "" || !d.xlsx && !d.csv {
		return nil
	}
	book, details := dispatch.Ledger(issues), dispatch.DetailSheet(issues, d.options(false))
	if d.csv {
		if err := o.write(name+".csv", dispatch.CSV(book)); err != nil {
			return err
		}
		if err := o.write(strings.Replace(name, book.Name, details.Name, 1)+".csv", dispatch.CSV(details)); err != nil {
			return err
		}
	}
	if d.xlsx {
		return o.workbook(name+".xlsx", book, details)
	}
	return nil
}

// workbook writes a workbook, with what people wrote by hand into the one that
// stands there. That stays as it is where it cannot be read, or where what was
// written finds no row.
func (o *outbox) workbook(name string, sheets ...dispatch.Sheet) error {
	old, err := os.ReadFile(filepath.Join(o.dir, filepath.FromSlash(name)))
	if err == nil {
		err = dispatch.Carry(sheets, old)
	}
	switch {
	case err == nil || errors.Is(err, fs.ErrNotExist):
	case errors.Is(err, dispatch.ErrHandwritten):
		fmt.Fprintf(o.err, "%s：里面手填的内容有的在新的登记簿里没有对应的行，没有改动它；请把它改名另存，再做一次\n", inFolder(o.dir, []string{name}))
		o.bad++
		return nil
	default:
		fmt.Fprintf(o.err, "%s：读不了现有的这个文件，没有改动它；请关掉正打开它的程序，或把它改名另存，再做一次\n", inFolder(o.dir, []string{name}))
		o.bad++
		return nil
	}
	data, err := dispatch.Workbook(producer, sheets...)
	if err != nil {
		return err
	}
	return o.write(name, data)
}

func (o *outbox) report(findings diag.List) {
	for _, f := range findings {
		if text := f.String(); !o.said[text] {
			o.said[text] = true
			fmt.Fprintln(o.err, text)
		}
	}
	o.bad += findings.Errors()
}

func (o *outbox) write(name string, data []byte) error {
	if err := o.out.Write(name, data); err != nil {
		return err
	}
	o.names = append(o.names, name)
	return nil
}
