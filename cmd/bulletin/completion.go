package main

import (
	"fmt"
	"slices"
	"strings"

	"jianbao/bulletin"
)

const completionHelp = `把补全脚本写到标准输出：在命令行里按 Tab，补全命令、选项、.md 文件和文件夹，
bulletin help 后面补全键名。装好以后新开的窗口起作用：

  bash        bulletin completion bash > ~/.local/share/bash-completion/completions/bulletin
  zsh         bulletin completion zsh > ~/.zfunc/_bulletin
              （~/.zshrc 里写 fpath+=~/.zfunc，在 compinit 之前）
  fish        bulletin completion fish > ~/.config/fish/completions/bulletin.fish
  powershell  [Console]::OutputEncoding = [Text.Encoding]::UTF8
              bulletin completion powershell >> $PROFILE
`

func runCompletion(args []string, w world) int {
	if len(args) == 1 {
		switch args[0] {
		case "-h", "--help", "-help":
			return runHelp([]string{"completion"}, w)
		case "bash":
			return w.script(bashScript())
		case "zsh":
			return w.script(zshScript())
		case "fish":
			return w.script(fishScript())
		case "powershell", "pwsh":
			return w.script(powershellScript())
		}
	}
	return w.usage("completion 后面写 bash、zsh、fish 或 powershell")
}

func (w world) script(text string) int {
	if _, err := fmt.Fprint(w.out, text); err != nil {
		return w.machine(err)
	}
	return exitDone
}

// A flagLine is a flag as the help of a command lists it.
type flagLine struct {
	name  string // with its dashes
	value bool   // a value follows
	text  string
}

// flagLines reads the flags of a command from its help, where each begins a line.
func (c command) flagLines() []flagLine {
	var out []flagLine
	for line := range strings.Lines(c.help) {
		rest, ok := strings.CutPrefix(line, "  -")
		if !ok {
			continue
		}
		words, text, apart := strings.Cut(strings.TrimSpace("-"+rest), "  ")
		name, value, _ := strings.Cut(words, " ")
		if !apart { // one blank, where the column is narrow
			value, text, _ = strings.Cut(value, " ")
		}
		out = append(out, flagLine{name, value != "" && value[0] != '[', strings.TrimSpace(text)})
	}
	return out
}

// flagValues are the values of flags that take one of a few.
var flagValues = map[string]string{
	"--only": "html pdf", "--labels": "3x8 2x7", "--envelopes": "C4 C5 ZL", "--sort": "list route",
}

// folderFlags are those a folder follows.
var folderFlags = []string{"-o", "--public", "--rebuild"}

// valued returns the flags, of all commands, that some other value follows.
func valued() []string {
	var out []string
	for _, c := range commands() {
		for _, f := range c.flagLines() {
			if f.value && flagValues[f.name] == "" && !slices.Contains(folderFlags, f.name) {
				out = append(out, f.name)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// wordsOf returns what may follow a command, beside files: its flags, or what help,
// completion and templates know.
func wordsOf(c command) []string {
	var out []string
	for _, f := range c.flagLines() {
		out = append(out, f.name)
	}
	switch c.name {
	case "help":
		for _, other := range commands() {
			out = append(out, other.name)
		}
		out = append(out, "键")
		for _, k := range bulletin.Keys() {
			out = append(append(out, k.Name), k.Aliases...)
		}
	case "completion":
		out = append(out, "bash", "zsh", "fish", "powershell")
	case "templates":
		for _, t := range templateWords {
			out = append(out, t.name)
		}
	}
	return out
}

// takesFiles tells whether files may follow a command.
func takesFiles(c command) bool {
	return !slices.Contains([]string{"help", "version", "completion", "templates"}, c.name)
}

// fileKind is the pattern of the files a command takes; "-" where it takes folders
// only.
func fileKind(c command) string {
	switch c.name {
	case "import":
		return "txt|docx"
	case "init", "new", "verify":
		return "-"
	}
	return "md"
}
