// Package lint holds the rules a good bulletin keeps beyond being readable: what
// official prose, its punctuation, its numerals and its order ask for, each with
// its source, and how a slip is mended.
package lint

import (
	"fmt"
	"slices"
	"sync"

	"jianbao/bulletin/diag"
)

// A Strength says how binding a rule is: only what is prescribed binds everybody.
type Strength int

// The strengths, the most binding first, and at last what is no rule of
// offices at all.
const (
	Prescribed   Strength = iota // 规定: a law or the rules for official documents say so
	Standard                     // 标准: a national standard says so
	Usual                        // 一般: a standard says that it is generally so
	Recommended                  // 推荐: a standard recommends it
	Conventional                 // 惯例: offices do so
	Readable                     // 写法: else the tool cannot read it, or do what is meant
)

// String returns the word an editor reads.
func (s Strength) String() string {
	return [...]string{"规定", "标准", "一般", "推荐", "惯例", "写法"}[s]
}

// A Rule is one thing that is looked for.
type Rule struct {
	Code     string // stable; findings bear it, and silences name it
	Group    string // under which lists of rules show it
	Severity diag.Severity
	Strength Strength
	Source   string // the standard with its clause, or whose convention it is
	Title    string // what the rule asks for, in one sentence
	Reason   string // why, and what is left alone

	// Wrong and Right are examples: what the rule finds, and what it does not.
	// Each is some Markdown, a whole issue with front matter, or several files,
	// each after a line -- name --.
	Wrong, Right []string

	elsewhere bool // found in layout, distribution or the archive, under the same code

	// One of these looks for it. A rule without any, and not found elsewhere, is
	// found in reading, under the same code.
	prose  func(f *finder, p *prose) // in every piece of running text
	issue  func(f *finder)           // in an issue
	series func(f *finder)           // in all issues
}

// Basis says whence a rule comes and how binding it is.
func (r *Rule) Basis() string { return fmt.Sprintf("%s，%s", r.Strength, r.Source) }

// Rules returns all rules in the order in which lists show them. The caller may
// change the list, not the rules.
func Rules() []*Rule { return slices.Clone(table()) }

// table is all rules; those about keys are made from the table of keys.
var table = sync.OnceValue(func() []*Rule {
	return slices.Concat(
		numberRules, dateRules, mastheadRules, habitRules, contentsRules, recipientRules,
		headingRules, titleRules, figureRules, tableRules, noteRules,
		markRules, quoteRules, bracketRules, pauseRules, dashRules, blankRules, ordinalRules,
		numeralRules, rangeRules, dayRules, timeRules, documentRules,
		characterRules, unitRules, personalRules, unfinishedRules, wordingRules,
		readingRules(), layoutRules(), archiveRules(), keyRules())
})

// Find returns the rule of a code, or nil.
func Find(code string) *Rule {
	for _, r := range table() {
		if r.Code == code {
			return r
		}
	}
	return nil
}
