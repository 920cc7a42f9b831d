// Command bulletin publishes a 工作简报: it reads issues written in Markdown and
// writes each as a typeset PDF and a web page.
package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

func main() {
	os.Exit(onConsole(func() int { return run(os.Args[1:], world{os.Stdin, os.Stdout, os.Stderr, time.Now}) }))
}

// world is what lies outside: input, results, messages and the clock.
type world struct {
	in       io.Reader
	out, err io.Writer
	now      func() time.Time
}

// Exit codes of the contract.
const (
	exitDone    = 0 // done
	exitSources = 1 // the sources have errors
	exitUsage   = 2 // wrong usage
	exitMachine = 3 // disk, permission
)

// A command is one word of the command line.
type command struct {
	name    string
	usage   string // its line of arguments
	summary string
	help    string // more, for help COMMAND
	run     func(args []string, w world) int
}

// commands returns the table of commands, in the order help shows them.
func commands() []command {
	return []command{
		{"build", "build [路径…] [-o 文件夹] [--only html,pdf] [-j N] [--draft [字样]] [--grid] [--numbered]", "生成网页和可打印的 PDF", buildHelp, runBuild},
		{"check", "check [路径…] [--fix] [--diff] [--json] [--explain 代码]", "检查，改正，不生成", checkHelp, runCheck},
		{"init", "init [文件夹] [--刊名 …] [--编发单位 …]", "新建一个刊物文件夹", initHelp, runInit},
		{"new", "new [文件夹] [--date 日期] [--supplement]", "新建下一期的稿件", newHelp, runNew},
		{"serve", "serve [文件夹] [--port N]", "边写边看：在浏览器里预览，存盘就更新", serveHelp, runServe},
		{"recipients", "recipients [路径…] [--pdf] [--labels 3x8] [--xlsx] …", "谁收哪几份：列表、签收单、标签、信封、登记簿", recipientsHelp, runRecipients},
		{"import", "import 文件… [-o 文件夹]", "以前的简报（.txt、.docx）变成草稿", importHelp, runImport},
		{"catalog", "catalog [路径…] [--year N] [-o 文件夹]", "归档文件目录，各期的元数据", catalogHelp, runCatalog},
		{"seal", "seal 路径… [--reason 原因]", "封存已经印发的各期，以后不再变样", sealHelp, runSeal},
		{"verify", "verify [文件夹] [--rebuild 刊物文件夹]", "核对档案：文件、期号、与稿件是否一致", verifyHelp, runVerify},
		{"templates", "templates [文件名…] [-o 刊物文件夹]", "取出网页的模板，换成自己的", templatesHelp, runTemplates},
		{"completion", "completion bash|zsh|fish|powershell", "命令行里按 Tab 补全的脚本", completionHelp, runCompletion},
		{"help", "help [命令或键名]", "说明用法，或说明一个键怎么写", "", runHelp},
		{"version", "version", "本工具的版本", "", runVersion},
	}
}

// run does what the arguments say and returns the exit code.
func run(args []string, w world) int {
	if len(args) == 0 {
		fmt.Fprint(w.err, overview())
		return exitUsage
	}
	name := args[0]
	switch name {
	case "-h", "--help", "-help":
		name = "help"
	case "--version":
		name = "version"
	}
	for _, c := range commands() {
		if c.name == name {
			return c.run(args[1:], w)
		}
	}
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	if near := bulletin.Nearest(args[0], names); near != "" {
		return w.usage("没有“%s”这个命令，是不是 %s？bulletin help 列出全部命令", args[0], near)
	}
	return w.usage("没有“%s”这个命令。bulletin help 列出全部命令", args[0])
}

// usage reports wrong usage.
func (w world) usage(format string, args ...any) int {
	for i, a := range args {
		if text, ok := a.(string); ok {
			args[i] = diag.Name(text)
		}
	}
	fmt.Fprintf(w.err, "用法不对："+format+"\n", args...)
	return exitUsage
}

// machine reports that the machine failed.
func (w world) machine(err error) int {
	fmt.Fprintf(w.err, "没有做成：%s\n", explain(err))
	return exitMachine
}
