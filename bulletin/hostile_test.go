package bulletin

import (
	"strings"
	"testing"
	"time"

	"jianbao/bulletin/diag"
)

// TestHostile holds that no text, however built, takes long or fails badly.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("megabytes")
	}
	const many = 1 << 20
	rep := func(s string) string { return strings.Repeat(s, many/len(s)) }
	for name, body := range map[string]string{
		"stars": rep("*"), "stars with text": rep("**甲 "), "mixed marks": rep("*a_ "), "open brackets": rep("["),
		"brackets": strings.Repeat("[", many/2) + strings.Repeat("]", many/2), "links": rep("[a]("), "images": rep("![甲]("),
		"references": rep("[a]["), "backticks": rep("`a``b```"), "quotes": rep(">"), "quote lines": rep("> > > > 甲\n"),
		"deep list": strings.Repeat("- ", 500) + "甲", "deep quote": strings.Repeat("> ", 500) + "甲",
		"nested list": nestedList(500), "numbers": rep("1. "), "comments": rep("<!--"), "closed comments": rep("<!-- -->甲"),
		"tags": rep("<a "), "entities": rep("&"), "entity names": rep("&amp;"), "escapes": rep(`\*`), "backslashes": rep(`\`),
		"hashes": rep("#"), "headings": rep("# 甲\n"), "pipes": rep("|"), "table": rep("|a|b|\n|-|-|\n"), "wide table": rep("|") + "\n" + rep("|-") + "\n",
		"big table": "|a|b|\n|-|-|\n" + rep("|甲|乙|\n"), "escaped pipes": "|a|b|\n|-|-|\n" + rep("|`\\|`|\n"),
		"footnotes": rep("[^1]"), "notes": rep("[^1]: a\n\n"), "definitions": rep("[a]: b\n"), "one line": rep("甲"), "lines": rep("甲\n"),
		"fences": rep("```\n"), "open fence": "```\n" + rep("甲\n"), "tabs": rep("\t"), "blank lines": rep("\n"), "wide blanks": rep("　\n"),
		"controls": rep("\x01"), "bad bytes": rep("\xff"), "breaks": rep("甲\\\n"), "wrapped heading": "# " + rep("甲\\\n"), "less": rep("<"), "underscores": rep("a_b_ "),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			Read(diag.NewSource("a.md", []byte("---\n刊名: 甲\n---\n"+body)), "a", nil)
			Read(diag.NewSource("a.md", []byte("---\n"+body+"\n---\n")), "a", nil)
			if took := time.Since(start); took > 15*time.Second {
				t.Errorf("took %v", took)
			} else if testing.Verbose() {
				t.Log(took)
			}
		})
	}
}

func nestedList(deep int) string {
	var b strings.Builder
	for i := range deep {
		b.WriteString(strings.Repeat("  ", i) + "- 甲\n")
	}
	return b.String()
}
