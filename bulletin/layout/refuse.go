package layout

import "jianbao/bulletin/diag"

// refuse reports what paper does not honour yet, so that it is not passed over
// in silence.
func (l *layouter) refuse() {
	if l.issue.CopiesAuto {
		l.findings.Add(l.keyAt("份数"), diag.Error, "未支持", "先写数字，例如 份数: 50；只要网页时可用 --only html", "“份数: 自动”还不能排到纸面上")
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
