package bulletin

import (
	"jianbao/bulletin/diag"
)

// SettingsName is the file of a series folder that all its issues share.
const SettingsName = "bulletin.yaml"

// Settings is bulletin.yaml: the defaults of all issues of a series. Where
// Findings has errors, no issue of the series has output. Immutable once the
// series is read.
type Settings struct {
	Source   *diag.Source
	Front    Front     // as an issue that sets nothing itself would have it
	Findings diag.List // of reading

	root *value
}

// ReadSettings reads bulletin.yaml. It never fails: what is wrong is in
// Findings.
func ReadSettings(src *diag.Source) *Settings {
	s := &Settings{Source: src, Front: newFront()}
	if !readable(src, &s.Findings) || !bounded(src, 0, len(src.Text), &s.Findings) {
		return s
	}
	root := readYAML(src, []byte(src.Text), 0, matterSample, &s.Findings)
	if root == nil {
		return s
	}
	s.root = admitted(root, IssueOnly, &s.Findings)
	readFront(&s.Front, s.root, src, &s.Findings)
	s.Findings = s.Findings.Sorted()
	return s
}

// admitted returns a map without the keys that may not stand in its file,
// which are findings, and with aliases replaced by the names of keys.
func admitted(v *value, refused Where, findings *diag.List) *value {
	out := &value{at: v.at, kind: mapKind}
	for _, e := range v.entries {
		f := find(fields, e.key)
		if f == nil {
			out.entries = append(out.entries, e)
			continue
		}
		if f.Where == refused {
			if refused == IssueOnly {
				findings.Add(e.at, diag.Error, "设置", "写在各期的文件里", "%s各期不同，不能写在 %s", e.key, SettingsName)
			} else {
				findings.Add(e.at, diag.Error, "设置", "写在 "+SettingsName, "%s只能写在 %s", e.key, SettingsName)
			}
			continue
		}
		if old := out.get(f.Name); old != nil {
			findings.Add(e.at, diag.Error, "重复键", "留下一个，删去另一个", "“%s”与第%d行的“%s”是同一个键", e.key, old.at.Line(), f.Name)
			continue
		}
		e.key = f.Name
		out.entries = append(out.entries, e)
	}
	return out
}

// merged returns an issue's own map with the defaults of bulletin.yaml for the
// keys it lacks. 版式 with its inner maps, and 称谓, merge key by key.
func merged(defaults, own *value) *value {
	if defaults == nil {
		return own
	}
	out := &value{at: own.at, kind: mapKind, entries: append([]entry(nil), own.entries...)}
	for _, d := range defaults.entries {
		mine := out.get(d.key)
		switch {
		case mine == nil:
			out.entries = append(out.entries, d)
		case d.key == "版式" || d.key == "称谓":
			mine.value = mergedMaps(d.value, mine.value)
		}
	}
	return out
}

func mergedMaps(defaults, own *value) *value {
	if defaults.kind != mapKind || own.kind != mapKind {
		return own
	}
	out := &value{at: own.at, kind: mapKind, entries: append([]entry(nil), own.entries...)}
	for _, d := range defaults.entries {
		if mine := out.get(d.key); mine != nil {
			mine.value = mergedMaps(d.value, mine.value)
		} else {
			out.entries = append(out.entries, d)
		}
	}
	return out
}
