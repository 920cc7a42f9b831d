package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
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
	"jianbao/bulletin/sheet"
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
	name := bulletin.RecordName(issue.Source.Name)
	first := issue.Distribution.Printings[0]
	switch {
	case issue.Distribution.Recorded == len(issue.Distribution.Printings):
		fmt.Fprintf(o.err, "%s：已经记过，没有新的；要重记，先删去它\n", diag.Name(name))
		return nil
	case issue.Copies > 0 && issue.Copies != first.Total:
		o.refuse(name, fmt.Sprintf("报尾印的是共印%d份，单据是%d份，对不上", issue.Copies, first.Total))
		return nil
	case first.Total == 0:
		o.refuse(name, "一份也没有")
		return nil
	}
	text := bulletin.RecordText(issue, dispatch.Record(issue, d.options(false)))
	if rec := bulletin.ReadRecord(diag.NewSource(name, text)); rec.Findings.Errors() > 0 {
		o.report(rec.Findings)
		fmt.Fprintf(o.err, "%s：没有记\n", diag.Name(name))
		return nil
	}
	if err := writeWhole(filepath.FromSlash(name), text); err != nil {
		return err
	}
	fmt.Fprintf(o.err, "记下 %s\n", diag.Name(name))
	return nil
}

// refuse says why a record is not written.
func (o *outbox) refuse(name, why string) {
	fmt.Fprintf(o.err, "%s：没有记：%s\n", diag.Name(name), why)
	o.bad++
}

// ledgers writes the 发文登记簿 of all issues together, under a name; none if it
// is "".
func (o *outbox) ledgers(issues []*bulletin.Issue, d *distribution, name string) error {
	if len(issues) == 0 || name == "" || !d.xlsx && !d.csv {
		return nil
	}
	details := dispatch.DetailSheet(issues, d.options(false))
	if d.csv {
		book := dispatch.Ledger(issues, false)
		if err := o.write(name+".csv", sheet.CSV(book)); err != nil {
			return err
		}
		if err := o.write(strings.Replace(name, book.Name, details.Name, 1)+".csv", sheet.CSV(details)); err != nil {
			return err
		}
	}
	if d.xlsx {
		return o.workbook(name, dispatch.Ledger(issues, true), details)
	}
	return nil
}

// workbook writes a workbook, with what people wrote by hand into the one that
// stands there. One that people have changed is kept under another name.
func (o *outbox) workbook(name string, sheets ...sheet.Data) error {
	file := filepath.Join(o.dir, filepath.FromSlash(name+".xlsx"))
	old, err := readRegular(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err == nil {
		c, fault := sheet.Carry(sheets, old)
		if fault != nil || c.Lost+c.Other > 0 || !sheet.Untouched(old) {
			spare, err := o.spare(name)
			if err != nil {
				return err
			}
			shown := inFolder(o.dir, []string{name + ".xlsx"})
			why := "有人改过，"
			if sheet.Untouched(old) {
				why = ""
			}
			fmt.Fprintf(o.err, "%s：%s原来的另存为 %s；手填的内容抄过来 %d 处", shown, why, inFolder(o.dir, []string{spare}), c.Found)
			if c.Lost > 0 {
				fmt.Fprintf(o.err, "，%d 处没有对应的行，请自己抄", c.Lost)
			}
			if c.Other > 0 {
				fmt.Fprintf(o.err, "，%d 处与现在编的不同，没有抄，请核对", c.Other)
			}
			fmt.Fprintln(o.err)
		}
	}
	data, err := sheet.Workbook(producer, sheets...)
	if err != nil {
		return err
	}
	return o.write(name+".xlsx", data)
}

// readRegular reads a file that is one.
func readRegular(name string) ([]byte, error) {
	f, err := openRegular(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// openRegular opens a file that is one, and no pipe, which would never end.
func openRegular(name string) (*os.File, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: bulletin.ErrNotFile}
	}
	return os.Open(name)
}

// spare renames a workbook to the first free name for an old one, and returns
// that.
func (o *outbox) spare(name string) (string, error) {
	for n := 1; ; n++ {
		spare := fmt.Sprintf("%s-旧%d.xlsx", name, n)
		if _, err := os.Lstat(filepath.Join(o.dir, filepath.FromSlash(spare))); errors.Is(err, fs.ErrNotExist) {
			return spare, os.Rename(filepath.Join(o.dir, filepath.FromSlash(name+".xlsx")), filepath.Join(o.dir, filepath.FromSlash(spare)))
		} else if err != nil {
			return "", err
		}
	}
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

// list says which files were written.
func (o *outbox) list() {
	if len(o.names) > 0 {
		fmt.Fprintf(o.err, "生成 %s\n", inFolder(o.dir, o.names))
	}
}

// write writes a file whole.
func (o *outbox) write(name string, data []byte) error {
	if err := o.out.Write(name, data); err != nil {
		return err
	}
	o.names = append(o.names, name)
	return nil
}
