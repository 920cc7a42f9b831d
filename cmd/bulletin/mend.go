package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/aymanbagabas/go-udiff"

	"jianbao/bulletin/diag"
	"jianbao/bulletin/lint"
)

// A mending is the file of an issue before and after.
type mending struct {
	name   string // as findings print it
	before []byte
	lint.Mended
}

// mendings returns what can be mended in the issues of a target.
func (t *target) mendings() ([]mending, error) {
	var out []mending
	for _, issue := range t.issues {
		if issue.Unread {
			continue
		}
		raw, err := readRegular(filepath.FromSlash(issue.Source.Name))
		if err != nil {
			return nil, err
		}
		if m := lint.Mend(t.series, issue, raw); !bytes.Equal(m.Text, raw) {
			out = append(out, mending{issue.Source.Name, raw, m})
		}
	}
	return out, nil
}

// mend mends the files of a target, each whole or not at all, and says what was
// done. changed says that there was anything.
func (w world) mend(t *target) (changed bool, err error) {
	list, err := t.mendings()
	if err != nil {
		return false, err
	}
	made := 0
	for _, m := range list {
		if err := rewrite(filepath.FromSlash(m.name), m.Text); err != nil {
			return changed, err
		}
		changed = true
		made += len(m.Made)
		fmt.Fprintf(w.err, "%s：改了 %d 处\n", diag.Name(m.name), len(m.Made))
		for _, d := range m.Made {
			fmt.Fprintf(w.err, "  第%d行第%d字：%s [%s]\n", d.Pos.Line(), d.Pos.Column(), mended(d), d.Code)
		}
	}
	if !changed {
		fmt.Fprintln(w.err, "没有能自动改的")
	}
	return changed, nil
}

// rewrite puts other bytes into a file that may be written to, whole or not at
// all. It stays where a link leads, and as open to others as it was.
func rewrite(name string, data []byte) error {
	at, err := filepath.EvalSymlinks(name)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(at, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = writeWhole(at, data)
	}
	if err == nil {
		err = os.Chmod(at, info.Mode().Perm())
	}
	return err
}

// mended says what an edit does.
func mended(d diag.Diagnostic) string {
	old := d.Pos.Source.Text[d.Fix.From:d.Fix.To]
	switch {
	case d.Fix.Text == "":
		return "删去“" + old + "”"
	case old == "":
		return "加上“" + d.Fix.Text + "”"
	}
	return "“" + old + "”改为“" + d.Fix.Text + "”"
}

// showMending prints what --fix would do, as a diff, and touches nothing.
func (w world) showMending(t *target) int {
	list, err := t.mendings()
	if err != nil {
		return w.machine(err)
	}
	made := 0
	for _, m := range list {
		if _, err := fmt.Fprint(w.out, udiff.Unified(diag.Name(m.name), diag.Name(m.name), string(m.before), string(m.Text))); err != nil {
			return w.machine(err)
		}
		made += len(m.Made)
	}
	if made == 0 {
		fmt.Fprintln(w.err, "没有能自动改的")
	} else {
		fmt.Fprintf(w.err, "%d 个文件，会改 %d 处；文件没有动，要改的执行 bulletin check --fix\n", len(list), made)
	}
	for _, issue := range t.issues {
		if issue.Findings.Errors() > 0 {
			return exitSources
		}
	}
	return exitDone
}
