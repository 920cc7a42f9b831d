package main

import (
	"flag"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"jianbao/bulletin/dispatch"
	"jianbao/bulletin/page"
)

// distribution is what the flags of recipients ask for.
type distribution struct {
	dir                         string
	pdf, slips, xlsx, csv       bool
	labels, envelopes, sort     string
	offset                      string
	reprint, year, cover, start int
	urgent, record              bool

	sheet    dispatch.LabelSheet
	envelope dispatch.Envelope
	dx, dy   page.Length
}

// check reads the values of the flags and says what is wrong with them.
func (d *distribution) check(set *flag.FlagSet) string {
	var ok bool
	name := strings.NewReplacer("×", "x", "X", "x", "*", "x").Replace(d.labels)
	if d.sheet, ok = dispatch.LabelSheetNamed(name); given(set, "labels") && !ok {
		return "--labels 后面写 3x8 或 2x7"
	}
	if d.envelope, ok = dispatch.EnvelopeNamed(strings.ToUpper(d.envelopes)); given(set, "envelopes") && !ok {
		return "--envelopes 后面写 C4、C5 或 ZL"
	}
	if d.dx, d.dy, ok = offset(d.offset); !ok {
		return "--offset 后面写向右、向下移几毫米，10 以内，例如 --offset=-1,0.5"
	}
	switch {
	case d.dir == "":
		return "-o 后面写文件夹"
	case given(set, "sort") && d.sort != "list" && d.sort != "route":
		return "--sort 后面写 list（按名单）或 route（按路线）"
	case d.labels != "" && (d.start < 1 || d.start > d.sheet.Places()):
		return fmt.Sprintf("--start 后面写 1 到 %d：一张标签纸有这么多个标签", d.sheet.Places())
	case given(set, "cover") && d.cover < 1 || d.cover > 999_999:
		return "--cover 后面写 1 到 999999 的整数"
	case d.reprint < 0 || given(set, "reprint") && d.reprint == 0:
		return "--reprint 后面写第几次加印，从 1 起"
	}
	return ""
}

// checkTogether says which flags do nothing without others.
func (d *distribution) checkTogether(set *flag.FlagSet, paths []string) string {
	carried := d.labels != "" || d.envelopes != ""
	switch {
	case d.labels == "" && given(set, "start"):
		return "--start 与 --labels 一起用"
	case !carried && given(set, "offset"):
		return "--offset 与 --labels 或 --envelopes 一起用"
	case !carried && !d.pdf && d.urgent:
		return "--urgent 与 --pdf、--labels 或 --envelopes 一起用"
	case !d.files() && !d.record && given(set, "cover"):
		return "--cover 与生成文件的选项一起用，如 --labels 3x8"
	case !d.files() && given(set, "o"):
		return "-o 与生成文件的选项一起用，如 --pdf"
	case d.reprint > 0 && (d.xlsx || d.csv):
		return "--reprint 不与 --xlsx、--csv 一起用：登记簿总有首印和各次加印"
	case d.record && d.reprint > 0:
		return "--record 不与 --reprint 一起用：首印和各次加印一起记"
	}
	for _, p := range paths {
		if d.record && !strings.EqualFold(filepath.Ext(p), ".md") {
			return recordUsage
		}
	}
	if d.record && len(paths) == 0 {
		return recordUsage
	}
	return ""
}

const recordUsage = "--record 要写明是哪一期，例如 issues/2020/004.md"

var offsetForm = regexp.MustCompile(`^([-+]?)([0-9]{1,2})(?:\.([0-9]{1,3}))?(?:mm)?$`)

// offset reads two lengths in mm.
func offset(s string) (x, y page.Length, ok bool) {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",，", r) })
	if len(parts) != 2 {
		return 0, 0, false
	}
	var v [2]page.Length
	for i, p := range parts {
		m := offsetForm.FindStringSubmatch(strings.TrimSpace(p))
		if m == nil {
			return 0, 0, false
		}
		n, _ := strconv.ParseInt(m[2]+(m[3] + "000")[:3], 10, 64) // five digits at most
		if m[1] == "-" {
			n = -n
		}
		if v[i] = page.Length(n) * page.Mm / 1000; n > 10_000 || n < -10_000 {
			return 0, 0, false
		}
	}
	return v[0], v[1], true
}

// files tells whether anything is to be written.
func (d *distribution) files() bool {
	return d.pdf || d.slips || d.xlsx || d.csv || d.labels != "" || d.envelopes != ""
}

// options are those of one kind of output; labels and envelopes are sorted by
// route unless the clerk says otherwise, for so they are carried.
func (d *distribution) options(carried bool) dispatch.Options {
	return dispatch.Options{
		ByRoute: d.sort == "route" || carried && d.sort == "", Reprint: d.reprint, Cover: d.cover, Urgent: d.urgent,
		Start: d.start, DX: d.dx, DY: d.dy,
	}
}
