package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// refuse reports the settings that paper does not honour, so that none is
// passed over in silence.
func (l *layouter) refuse() {
	f := &l.issue.Front
	for _, later := range []struct {
		key string
		set bool
	}{
		{"份数", f.CopiesAuto},
	} {
		if later.set {
			l.findings.Add(l.keyAt(later.key), diag.Error, "未支持", "先去掉这一项；只要网页时可用 --only html", "“%s”的这种写法还不能排到纸面上", later.key)
		}
	}
	if len(f.Name) == 0 {
		f.Name = []bulletin.Phrase{{}}
	}
}

// keyAt returns where a key stands; within 版式, where that stands; else where
// the 期号 is.
func (l *layouter) keyAt(key string) diag.Pos {
	for _, k := range []string{key, "版式"} {
		if at, ok := l.issue.Keys[k]; ok {
			return at
		}
	}
	return l.issue.NumberAt
}
