package layout

import "jianbao/bulletin/diag"

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
