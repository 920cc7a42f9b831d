package main

import (
	"fmt"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// many is how many issues a run must have for a bar, and for lines about single
// ones to be left out.
const many = 10

// A progress shows how far a run has come: on a terminal as a bar, elsewhere not
// at all.
type progress struct {
	world
	bar *progressbar.ProgressBar
}

// newProgress begins to show a run over n issues.
func (w world) newProgress(n int) *progress {
	p := &progress{world: w}
	f, ok := w.err.(*os.File)
	if !ok || n <= many || !term.IsTerminal(int(f.Fd())) {
		return p
	}
	p.bar = progressbar.NewOptions(n,
		progressbar.OptionSetWriter(f), progressbar.OptionSetDescription("生成"), progressbar.OptionShowCount(),
		progressbar.OptionSetWidth(30), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(0))
	return p
}

// line prints a line above the bar.
func (p *progress) line(text any) {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	fmt.Fprintln(p.err, text)
}

// step says that one more issue is done.
func (p *progress) step() {
	if p.bar != nil {
		_ = p.bar.Add(1)
	}
}

// end takes the bar away.
func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
