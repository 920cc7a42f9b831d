package main

import (
	"flag"
	"io"
	"regexp"
	"strings"
)

// parse reads flags that stand before, between or after paths and returns the
// paths. Behind "--" everything is a path.
func parse(set *flag.FlagSet, args []string) ([]string, error) {
	set.SetOutput(io.Discard)
	var paths []string
	for {
		if err := set.Parse(args); err != nil {
			return nil, err
		}
		rest := set.Args()
		if len(rest) == 0 {
			return paths, nil
		}
		if taken := len(args) - len(rest); taken > 0 && args[taken-1] == "--" {
			return append(paths, rest...), nil
		}
		paths, args = append(paths, rest[0]), rest[1:]
	}
}

// flagWords says in Chinese what the flag package says in English.
var flagWords = []struct{ english, chinese string }{
	{"flag provided but not defined: ", "没有这个选项："},
	{"flag needs an argument: ", "这个选项后面要写值："},
	{"invalid value ", "选项的值不对："},
	{"invalid boolean value ", "选项的值不对："},
	{" for flag ", " 用于 "},
	{" for -", " 用于 -"},
	{": parse error", "（应为整数；不带值的选项后面不写 =）"},
	{": value out of range", "（数太大）"},
	{"bad flag syntax: ", "选项写法不对："},
}

func flagError(err error) string {
	text := err.Error()
	for _, w := range flagWords {
		text = strings.ReplaceAll(text, w.english, w.chinese)
	}
	return dashes.ReplaceAllString(text, "$1--$2")
}

// dashes are the names of long flags, which the package shows with one dash.
var dashes = regexp.MustCompile(`(^|[：: ])-([a-z]{2}|\p{Han})`)
