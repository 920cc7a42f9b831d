package main

import (
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// completion returns the script for a shell.
func completion(t *testing.T, shell string) string {
	t.Helper()
	code, out, errs := call("completion", shell)
	if code != exitDone || errs != "" {
		t.Fatalf("exit %d, %s", code, errs)
	}
	return out
}

// TestCompletionScripts says that each script names all commands, all flags and all
// keys, and that the shells that are there can read theirs.
func TestCompletionScripts(t *testing.T) {
	for shell, check := range map[string][]string{"bash": {"bash", "-n"}, "zsh": {"zsh", "-n"}, "fish": {"fish", "-n"}, "powershell": nil} {
		text := completion(t, shell)
		for _, c := range commands() {
			if !strings.Contains(text, c.name) {
				t.Errorf("%s: no %s", shell, c.name)
			}
			for _, f := range c.flagLines() {
				name := f.name
				if shell == "fish" {
					name = strings.TrimLeft(name, "-")
				}
				if !strings.Contains(text, name) {
					t.Errorf("%s: no flag %s of %s", shell, f.name, c.name)
				}
			}
		}
		for _, k := range bulletin.Keys() {
			if !strings.Contains(text, k.Name) {
				t.Errorf("%s: no key %s", shell, k.Name)
			}
		}
		if check == nil {
			continue
		}
		if _, err := exec.LookPath(check[0]); err != nil {
			t.Logf("SKIPPED: no program %s: its script is not read", check[0])
			continue
		}
		cmd := exec.Command(check[0], check[1:]...)
		cmd.Stdin = strings.NewReader(text)
		if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%s: %v %s", shell, err, out)
		}
	}
	for _, args := range [][]string{{"completion"}, {"completion", "cmd"}, {"completion", "bash", "zsh"}} {
		if code, _, _ := call(args...); code != exitUsage {
			t.Errorf("%v: exit %d", args, code)
		}
	}
}

// TestFlagsOfHelp says that the flags the help of a command lists are those it
// knows.
func TestFlagsOfHelp(t *testing.T) {
	folder(t, nil)
	for _, c := range commands() {
		for _, f := range c.flagLines() {
			if f.text == "" {
				t.Errorf("%s: nothing is said of %s", c.name, f.name)
			}
			if _, _, errs := call(c.name, f.name+"=?"); strings.Contains(errs, "没有这个选项") {
				t.Errorf("%s does not know %s", c.name, f.name)
			}
		}
	}
	for _, c := range commands() {
		if c.name == "build" && strings.Join(wordsOf(c), " ") != "-o --only -j --force --grid --draft --again --numbered --reprint" {
			t.Errorf("build: %v", wordsOf(c))
		}
	}
}

// TestBashCompletes has the script of bash complete lines.
func TestBashCompletes(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("SKIPPED: no program bash: completion is not tried")
	}
	folder(t, map[string]string{"script": completion(t, "bash"), "issues/004.md": "", "issues/第 5 期.md": "", "旧稿.docx": "", "旧稿.txt": "", "x.yaml": "", "issues/img/a.png": ""})
	for line, want := range map[string]string{
		"":                             "build catalog check completion help import init new recipients seal serve templates verify version",
		"b":                            "build",
		"build --d":                    "--draft",
		"build --only ":                "html pdf",
		"build ":                       "issues",
		"build issues/":                "issues/004.md issues/img issues/第 5 期.md",
		"build x":                      "",
		"check issues/004.md issues/第": "issues/第 5 期.md",
		"import 旧":                     "旧稿.docx 旧稿.txt",
		"new iss":                      "issues",
		"new issues/":                  "issues/img",
		"recipients --labels 3":        "3x8",
		"recipients --year ":           "",
		"catalog -o ":                  "issues",
		"help 版式.页":                    "版式.页码 版式.页码.位置 版式.页码.样式 版式.页码.起始 版式.页码.首页",
		"help chec":                    "check",
		"completion f":                 "fish",
		"templates mast":               "masthead.html",
		"没有的 ":                         "",
	} {
		words := strings.Split("bulletin "+line, " ")
		script := "source ./script\nCOMP_WORDS=("
		for _, w := range words {
			script += " " + shellQuoted(w)
		}
		script += ")\nCOMP_CWORD=" + strconv.Itoa(len(words)-1) + "\n_bulletin\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n"
		cmd := exec.Command("bash", "-c", script)
		cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
		out, err := cmd.CombinedOutput()
		got := strings.Split(strings.TrimSpace(string(out)), "\n")
		slices.Sort(got)
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("%q: %v %q, want %q", line, err, strings.Join(got, " "), want)
		}
	}
}

// TestHelpOfKeys says what help says of a word that names keys, is a part of
// their names, or is nearly one.
func TestHelpOfKeys(t *testing.T) {
	for _, c := range []struct {
		word, says string
		code       int
	}{
		{"期号", "期号：第N期", exitDone},
		{"报", "  例如\n    报:\n      - [省委办公厅, 省政府办公厅]\n", exitDone},
		{"日期", "date：印发日期", exitDone},
		{"单位", "单位：收文单位", exitDone},
		{"行数", "版式.每页行数：", exitDone},
		{"归", "名字里有“归”的键：\n  归档               归到", exitDone},
		{"版式", "    每页行数    一页排几行", exitDone},
		{"编法单位", "是不是“编发单位”？用 bulletin help 编发单位", exitUsage},
		{"biuld", "是不是“build”？", exitUsage},
		{"龘", "没有“龘”这个命令、键或规则。", exitUsage},
	} {
		code, out, errs := call("help", c.word)
		if code != c.code || !strings.Contains(out+errs, c.says) {
			t.Errorf("%s: exit %d, %s%s", c.word, code, out, errs)
		}
	}
	if code, _, errs := call("chekc"); code != exitUsage || !strings.Contains(errs, "是不是 check？") {
		t.Errorf("exit %d, %s", code, errs)
	}
	_, list, _ := call("help", "键")
	for _, k := range bulletin.Keys() {
		if !strings.Contains(k.Name, ".") && !strings.Contains(list, "\n  "+k.Name+" ") {
			t.Errorf("the list has no %s", k.Name)
		}
	}
}

// TestColumnsAlign says that the second column of help begins at one place of the
// terminal, whatever stands in the first.
func TestColumnsAlign(t *testing.T) {
	rows := [][2]string{{"期号", "甲"}, {"date", "乙"}, {"编发单位（主办）", "丙"}, {"", "丁"}, {"build [路径…]", "戊"}, {strings.Repeat("很长的一个", 12), "己"}}
	var b strings.Builder
	columns(&b, "  ", rows)
	lines, at := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n"), map[int]bool{}
	for _, line := range lines {
		if before := strings.TrimRight(line, "甲乙丙丁戊己"); before != line {
			at[diag.Columns(before)] = true
		}
	}
	if len(at) != 1 || !at[2+16+2] || len(lines) != len(rows)+1 {
		t.Errorf("second columns begin at %v\n%s", at, b.String())
	}
}
