package main

import (
	"bytes"
	"fmt"

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
	names []string // written
	bad   int      // errors found
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
		doc, findings := s.make(assets)
		o.report(findings)
		name := issue.Path + suffix + "-" + s.name + ".pdf"
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

func (o *outbox) report(findings diag.List) {
	for _, f := range findings {
		fmt.Fprintln(o.err, f)
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
