package site_test

import (
	"regexp"
	"strings"
	"testing"
)

var (
	policy     = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)">`)
	handlers   = regexp.MustCompile(`<[^>]*\son[a-z]+=`)
	sources    = regexp.MustCompile(`\b(?:src|srcset|data|poster|action)="([^"]*)"`)
	stylesheet = regexp.MustCompile(`(?i)rel="(?:stylesheet|preload|prefetch|preconnect|dns-prefetch|modulepreload)"|@import|url\(`)
)

// TestPolicy says that every page forbids, before anything could be loaded,
// whatever does not lie beside it, and holds nothing it forbids.
func TestPolicy(t *testing.T) {
	all := checked(t)
	delete(all, "broken")
	for name, page := range all {
		found := policy.FindAllStringSubmatchIndex(page, -1)
		if len(found) != 1 {
			t.Errorf("%s has %d policies", name, len(found))
			continue
		}
		rules := page[found[0][2]:found[0][3]]
		before := page[:found[0][0]]
		if strings.Contains(before, "<style") || strings.Contains(before, "<script") || strings.Contains(before, "<link") {
			t.Errorf("%s loads something before its policy", name)
		}
		for _, want := range []string{"default-src 'none'; ", "base-uri 'none'", "form-action "} {
			if !strings.Contains(rules, want) {
				t.Errorf("%s: the policy lacks %s: %s", name, want, rules)
			}
		}
		searches := name == "series-search"
		if strings.Contains(rules, "script-src 'self' file:;") != searches || strings.Count(page, "<script") != strings.Count(page, `<script src="_search/search.js"></script>`) || strings.Contains(page, "<script") != searches {
			t.Errorf("%s has a script of its own, or may have: %s", name, rules)
		}
		if strings.Contains(rules, "eval") || strings.Contains(rules, "http") || strings.Contains(rules, "*") || strings.Count(rules, "unsafe-inline") != 1 {
			t.Errorf("%s: the policy allows too much: %s", name, rules)
		}
		if m := handlers.FindString(page); m != "" || strings.Contains(page, `href="javascript:`) {
			t.Errorf("%s has a script in an attribute: %s", name, m)
		}
		for _, m := range sources.FindAllStringSubmatch(page, -1) {
			if strings.Contains(m[1], ":") || strings.HasPrefix(m[1], "/") {
				t.Errorf("%s calls for %s", name, m[1])
			}
		}
		if m := stylesheet.FindString(page); m != "" {
			t.Errorf("%s calls for a resource by %s", name, m)
		}
	}
}
