package main

import "strings"

// A flavour is a standard our PDF files are held to.
type flavour struct {
	name     string // as veraPDF has it
	embedded string // its rule that fonts are embedded, by which a broken file is found out
}

// flavours are the standards that are demanded: PDF/A-2 with text that can be
// read back (ISO 19005-2, level U), the same with tags (level A), and PDF/UA
// (ISO 14289-1).
var flavours = []flavour{
	{"2u", "6.2.11.4.1-1"},
	{"2a", "6.2.11.4.1-1"},
	{"ua1", "7.21.4.1-1"},
}

// knownBreaches are the rules that our files break, in which flavours, and what
// each wants. What is mended is taken out: the test fails as long as a rule
// stands here that no file breaks. Nothing is put in but by whoever finds that a
// rule cannot be kept yet, with the reason.
var knownBreaches = []struct{ rule, flavours, wants string }{
	{"6.2.2-2", "2u 2a", "every page has Resources of its own, none from the tree of pages; only the numbered copies lack them"},
	{"6.2.4.3-2", "2u 2a", "DeviceRGB needs an output intent whose profile is RGB"},
	{"6.2.4.3-4", "2u 2a", "DeviceGray needs an output intent"},
	{"6.6.2.1-1", "2u 2a", "the catalog has Metadata, a stream of XMP of Type Metadata and Subtype XML"},
	{"6.7.2.2-1", "2a", "the catalog has MarkInfo with Marked true"},
	{"6.7.3.3-1", "2a", "the catalog has StructTreeRoot"},
	{"6.2-1", "ua1", "the catalog has MarkInfo with Marked true"},
	{"7.1-3", "ua1", "all content is tagged or an artifact"},
	{"7.1-8", "ua1", "the catalog has Metadata, a stream of XMP of Type Metadata and Subtype XML"},
	{"7.1-11", "ua1", "the catalog has StructTreeRoot"},
	{"7.18.1-2", "ua1", "an annotation has Contents, or its element Alt"},
	{"7.18.3-1", "ua1", "a page with annotations has Tabs S"},
	{"7.18.5-1", "ua1", "a link stands in an element Link"},
	{"7.18.5-2", "ua1", "a link has Contents"},
}

// known returns the rules known to be broken in a flavour.
func (f flavour) known() map[string]bool {
	rules := map[string]bool{}
	for _, k := range knownBreaches {
		for _, name := range strings.Fields(k.flavours) {
			if name == f.name {
				rules[k.rule] = true
			}
		}
	}
	return rules
}
