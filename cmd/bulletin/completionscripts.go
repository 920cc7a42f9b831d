package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

const scriptHead = "# 按 Tab 补全 bulletin 的命令、选项、文件和键名；由 bulletin completion 写成。\n"

// commandNames returns the names of all commands.
func commandNames() []string {
	var out []string
	for _, c := range commands() {
		out = append(out, c.name)
	}
	return out
}

// bashScript is for bash 4 and later.
func bashScript() string {
	var b strings.Builder
	b.WriteString(scriptHead + `_bulletin() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} words files=
  local IFS=$'\n'
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
`)
	fmt.Fprintf(&b, "    COMPREPLY=($(compgen -W $'%s' -- \"$cur\"))\n    return\n  fi\n", strings.Join(commandNames(), `\n`))
	b.WriteString("  case $prev in\n")
	for _, f := range slices.Sorted(maps.Keys(flagValues)) {
		fmt.Fprintf(&b, "    %s) COMPREPLY=($(compgen -W $'%s' -- \"$cur\")); return ;;\n", f, strings.ReplaceAll(flagValues[f], " ", `\n`))
	}
	fmt.Fprintf(&b, "    %s) COMPREPLY=($(compgen -d -- \"$cur\")); return ;;\n", strings.Join(folderFlags, "|"))
	fmt.Fprintf(&b, "    %s) return ;;\n  esac\n", strings.Join(valued(), "|"))
	b.WriteString("  case ${COMP_WORDS[1]} in\n")
	for _, c := range commands() {
		files := ""
		if takesFiles(c) {
			files = fileKind(c)
		}
		fmt.Fprintf(&b, "    %s) words=$'%s' files='%s' ;;\n", c.name, strings.Join(wordsOf(c), `\n`), files)
	}
	b.WriteString(`    *) return ;;
  esac
  if [ -z "$files" ] || [ "${cur#-}" != "$cur" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
    return
  fi
  COMPREPLY=($(compgen -d -- "$cur"; compgen -f -- "$cur" | grep -Ei "\.($files)$"))
}
complete -o filenames -F _bulletin bulletin
`)
	return b.String()
}

// zshScript is a function for fpath.
func zshScript() string {
	var b strings.Builder
	b.WriteString("#compdef bulletin\n" + scriptHead + "_bulletin() {\n  local -a choices\n  if (( CURRENT == 2 )); then\n    choices=(\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "      %s\n", shellQuoted(c.name+":"+c.summary))
	}
	b.WriteString("    )\n    _describe '命令' choices\n    return\n  fi\n")
	b.WriteString("  case $words[CURRENT-1] in\n")
	for _, f := range slices.Sorted(maps.Keys(flagValues)) {
		fmt.Fprintf(&b, "    %s) compadd -- %s; return ;;\n", f, flagValues[f])
	}
	fmt.Fprintf(&b, "    %s) _files -/; return ;;\n", strings.Join(folderFlags, "|"))
	fmt.Fprintf(&b, "    %s) return ;;\n  esac\n  case $words[2] in\n", strings.Join(valued(), "|"))
	for _, c := range commands() {
		fmt.Fprintf(&b, "    %s)\n      choices=(\n", c.name)
		texts := map[string]string{}
		for _, f := range c.flagLines() {
			texts[f.name] = f.text
		}
		for _, word := range wordsOf(c) {
			entry := strings.ReplaceAll(word, ":", `\:`)
			if texts[word] != "" {
				entry += ":" + texts[word]
			}
			fmt.Fprintf(&b, "        %s\n", shellQuoted(entry))
		}
		b.WriteString("      )\n")
		switch kind := fileKind(c); {
		case !takesFiles(c):
		case kind == "-":
			b.WriteString("      if [[ $words[CURRENT] != -* ]]; then _files -/; return; fi\n")
		default:
			fmt.Fprintf(&b, "      if [[ $words[CURRENT] != -* ]]; then _files -g '*.(%s)'; return; fi\n", kind)
		}
		b.WriteString("      _describe '选项' choices ;;\n")
	}
	b.WriteString("  esac\n}\n_bulletin \"$@\"\n")
	return b.String()
}

// fishScript is a file of completions.
func fishScript() string {
	var b strings.Builder
	b.WriteString(scriptHead + "complete -c bulletin -f\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "complete -c bulletin -n __fish_use_subcommand -a %s -d %s\n", c.name, shellQuoted(c.summary))
		behind := "-n '__fish_seen_subcommand_from " + c.name + "'"
		switch kind := fileKind(c); {
		case !takesFiles(c):
		case kind == "-":
			fmt.Fprintf(&b, "complete -c bulletin %s -a '(__fish_complete_directories)'\n", behind)
		default:
			for _, k := range strings.Split(kind, "|") {
				fmt.Fprintf(&b, "complete -c bulletin %s -a '(__fish_complete_suffix .%s)'\n", behind, k)
			}
		}
		listed := map[string]bool{}
		for _, f := range c.flagLines() {
			listed[f.name] = true
			kind := "-l " + strings.TrimPrefix(f.name, "--")
			if !strings.HasPrefix(f.name, "--") {
				kind = "-s " + strings.TrimPrefix(f.name, "-")
			}
			if f.value {
				kind += " -r"
			}
			if v := flagValues[f.name]; v != "" {
				kind += " -f -a '" + v + "'"
			}
			fmt.Fprintf(&b, "complete -c bulletin %s %s -d %s\n", behind, kind, shellQuoted(f.text))
		}
		for _, word := range wordsOf(c) {
			if !listed[word] {
				fmt.Fprintf(&b, "complete -c bulletin %s -a %s\n", behind, shellQuoted(word))
			}
		}
	}
	return b.String()
}

// powershellScript registers a completer, for Windows PowerShell 5 and later.
func powershellScript() string {
	var b strings.Builder
	b.WriteString(scriptHead + "Register-ArgumentCompleter -Native -CommandName bulletin -ScriptBlock {\n  param($word, $ast, $at)\n  $words = @{\n")
	list := func(words []string) string {
		var out []string
		for _, w := range words {
			out = append(out, "'"+strings.ReplaceAll(w, "'", "''")+"'")
		}
		return "@(" + strings.Join(out, ", ") + ")"
	}
	fmt.Fprintf(&b, "    '' = %s\n", list(commandNames()))
	for _, c := range commands() {
		fmt.Fprintf(&b, "    '%s' = %s\n", c.name, list(wordsOf(c)))
	}
	b.WriteString(`  }
  $typed = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $at } | ForEach-Object { $_.ToString() })
  $command = if ($typed.Count -gt 1) { $typed[1] } else { '' }
  $words[$command] | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`)
	return b.String()
}

// shellQuoted is a text as the shells of Unix take it for one word.
func shellQuoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
