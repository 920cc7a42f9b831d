package intake

import (
	"strings"
)

// plainScalar is what needs no quotes as a value of YAML: it begins with a
// letter or a mark that means nothing there.
var plainScalar = pattern(`^[\p{L}\p{N}《（【〔“‘＜△▲★☆◆■●※○◇□►▶①-⑳—][^\\:：#\n]*$`)

// notText is what YAML or the reader takes for something else than text.
var notText = pattern(`^(?i:null|true|false|yes|no|on|off|~)$|^[0-9.+-]+$`)

// scalar returns a text as a value of YAML, in quotes where it needs them. In a
// list in brackets more characters do.
func scalar(s string, inBrackets bool) string {
	quote := !plainScalar().MatchString(s) || notText().MatchString(s) || strings.TrimSpace(s) != s
	if inBrackets && strings.ContainsAny(s, "[]{},\"'") {
		quote = true
	}
	if !quote {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}

// bracketed returns a list of texts on one line.
func bracketed(items []string) string {
	var out []string
	for _, s := range items {
		out = append(out, scalar(s, true))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// lines returns texts as a value of YAML: one as it is, several as a list.
func linesValue(items []string) string {
	if len(items) == 1 {
		return scalar(items[0], false)
	}
	return bracketed(items)
}

// blockScalar returns a text of several lines as a value of YAML.
func blockScalar(s string) string {
	return "|\n  " + strings.ReplaceAll(strings.ReplaceAll(s, "\n", "\n  "), "\n  \n", "\n\n")
}
