package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/aymanbagabas/go-udiff"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/lint"
)

// A mending is the file of an issue before and after.
type mending struct {
	name   string // as findings print it
	before []byte
	lint.Mended
}

// mending returns what can be mended in an issue of a target; nil for nothing.
func (t *target) mending(issue *bulletin.Issue) (*mending, error) {
	if issue.Unread {
		return nil, nil
	}
	raw, err := readRegular(filepath.FromSlash(issue.Source.Name))
	if err != nil {
		return nil, err
	}
	m := lint.Mend(t.series, issue, raw)
	if bytes.Equal(m.Text, raw) {
		return nil, nil
	}
	return &mending{issue.Source.Name, raw, m}, nil
}

// mend mends the files of a target, one after another and each whole or not at all,
// and says what was done. One that cannot be written, or that somebody saved
// meanwhile, does not stop the others. changed says that there was anything.
func (w world) mend(t *target) (changed bool, failed error) {
	for _, issue := range t.issues {
		m, err := t.mending(issue)
		if err == nil && m != nil {
			err = rewrite(filepath.FromSlash(m.name), m.before, m.Text)
		}
		switch {
		case errors.Is(err, errSaved):
			fmt.Fprintf(w.err, "%s：刚被改过，没有动；存好以后再执行一次\n", diag.Name(issue.Source.Name))
			continue
		case err != nil:
			fmt.Fprintf(w.err, "%s：没有改：%s\n", diag.Name(issue.Source.Name), explain(err))
			failed = err
			continue
		case m == nil:
			continue
		}
		changed = true
		fmt.Fprintf(w.err, "%s：改了 %d 处\n", diag.Name(m.name), len(m.Made))
		for _, d := range m.Made {
			fmt.Fprintf(w.err, "  第%d行第%d字：%s [%s]\n", d.Pos.Line(), d.Pos.Column(), mended(d), d.Code)
		}
	}
	if !changed && failed == nil {
		fmt.Fprintln(w.err, "没有能自动改的")
	}
	return changed, failed
}

// errSaved says that a file is not what it was when it was read.
var errSaved = errors.New("the file was changed meanwhile")

// rewrite puts other bytes into a file that may be written to and still has those
// before, whole or not at all. It stays where a link leads, and as open to others as
// it was.
func rewrite(name string, before, data []byte) error {
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
	if err != nil {
		return err
	}
	temporary, err := writeBeside(at, archive.Temporary, data, true)
	if err != nil {
		return err
	}
	if err = os.Chmod(temporary, info.Mode().Perm()); err == nil {
		err = unchanged(at, before)
	}
	if err == nil {
		err = os.Rename(temporary, at)
	}
	if err != nil {
		os.Remove(temporary)
	}
	return err
}

// unchanged returns errSaved when a file has other bytes.
func unchanged(name string, before []byte) error {
	now, err := readRegular(name)
	if err == nil && !bytes.Equal(now, before) {
		err = errSaved
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
	files, made := 0, 0
	for _, issue := range t.issues {
		m, err := t.mending(issue)
		if err != nil {
			return w.machine(err)
		}
		if m == nil {
			continue
		}
		if _, err := fmt.Fprint(w.out, udiff.Unified(diag.Name(m.name), diag.Name(m.name), string(m.before), string(m.Text))); err != nil {
			return w.machine(err)
		}
		files++
		made += len(m.Made)
	}
	if made == 0 {
		fmt.Fprintln(w.err, "没有能自动改的")
	} else {
		fmt.Fprintf(w.err, "%d 个文件，会改 %d 处；文件没有动，要改的执行 bulletin check --fix\n", files, made)
	}
	for _, issue := range t.issues {
		if issue.Findings.Errors() > 0 {
			return exitSources
		}
	}
	return exitDone
}
