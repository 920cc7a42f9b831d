package main

import (
	"errors"
	"os"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"jianbao/bulletin"
)

// draftWord is the value of --draft, which may stand without one.
type draftWord string

// usualWord is what stands on a draft unless the secretary says otherwise.
const usualWord = "送审稿"

// longestWord is how many characters fit beside the date.
const longestWord = 16

func (d *draftWord) String() string   { return string(*d) }
func (d *draftWord) IsBoolFlag() bool { return true }

// Set takes the word; the flag package says true where there is none.
func (d *draftWord) Set(s string) error {
	switch n := utf8.RuneCountInString(s); {
	case s == "true":
		*d = usualWord
		return nil
	case s == "false":
		*d = ""
		return nil
	case strings.TrimSpace(s) == "" || strings.ContainsFunc(s, unicode.IsControl):
		return errors.New("（写一个字样，如 送审稿）")
	case n > longestWord:
		return errors.New("（字样太长，最多 16 个字）")
	}
	*d = draftWord(strings.TrimSpace(s))
	return nil
}

// joinWord makes --draft WORD one argument. What follows --draft is a word unless
// it is a flag or a path.
func joinWord(args []string) []string {
	var out []string
	for i := 0; i < len(args); i++ {
		if args[i] == "--" {
			return append(out, args[i:]...)
		}
		if (args[i] == "--draft" || args[i] == "-draft") && i+1 < len(args) && isWord(args[i+1]) {
			out = append(out, args[i]+"="+args[i+1])
			i++
			continue
		}
		out = append(out, args[i])
	}
	return out
}

func isWord(arg string) bool {
	if strings.HasPrefix(arg, "-") || strings.ContainsAny(arg, `./\:`) {
		return false
	}
	_, err := os.Lstat(arg)
	return err != nil
}

// today is the day it is in China, where the office is, whatever the clock of the
// computer is set to.
func (w world) today() bulletin.Date {
	t := w.now().In(time.FixedZone("CST", 8*60*60))
	return bulletin.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}
