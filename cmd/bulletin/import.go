package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/intake"
)

const importHelp = `把以前的简报变成稿件的草稿，一期一个 .md 文件，供编辑核对、修改。

认得纯文本（.txt，编码 UTF-8、UTF-16、GB18030、GBK）和 Word 的 .docx；
旧的 .doc、.wps 先用 Word 或 WPS 另存为 .docx。图片不导入，只标出位置。
一个文件里有几期的，分成几个草稿；几个文件可以写作 旧简报/*.docx。

刊名、期号、日期、编发单位、导读、标题、栏目、报送单位等都是从文字猜出来的：
拿不准的在草稿里标“存疑”，在屏幕上列出文件、行、列，并写明怎么改。改好以后
删去“存疑”的注释。没有写入草稿的内容（横线、页码等）也逐一列出。

  -o 文件夹      草稿放到哪里：年/期号.md，如 2020/004.md；增刊为 2020/增刊001.md。
                 不写则为当前文件夹（其中有 bulletin.yaml），否则为当前文件夹
                 下的 issues（有的话），否则为当前文件夹

-o 的文件夹或它上面的文件夹里有 bulletin.yaml 的，与其中相同的刊名、编发单位等不再
写进草稿。已有的文件不会覆盖：另取一个名字，如 004-2.md。

退出码：0 做成；1 有的文件不能导入，或草稿里有缺的内容；2 用法不对；3 电脑出了问题。
`

// A draftsman writes drafts of old papers into a folder.
type draftsman struct {
	world
	dir      string
	settings *bulletin.Settings
	bad      int // errors in papers and drafts

	unlock  func()          // nil before the first draft
	entered map[string]bool // folders
}

func runImport(args []string, w world) int {
	set := flag.NewFlagSet("import", flag.ContinueOnError)
	dir := set.String("o", "", "")
	files, err := parse(set, args)
	switch {
	case err != nil:
		return helpOrUsage(err, "import", w)
	case len(files) == 0:
		return w.usage("写明要导入的文件，如 bulletin import 第4期.docx")
	case given(set, "o") && *dir == "":
		return w.usage("-o 后面写文件夹")
	}
	files = expanded(files)
	for _, f := range files {
		if info, err := os.Stat(f); errors.Is(err, fs.ErrNotExist) {
			return w.usage("没有“%s”这个文件", f)
		} else if err == nil && info.IsDir() {
			return w.usage("“%s”是文件夹；写明其中的文件", f)
		}
	}
	d := &draftsman{world: w, dir: importFolder(*dir), entered: map[string]bool{}}
	if d.settings, err = settingsOver(d.dir); err != nil {
		return w.machine(err)
	}
	if d.settings != nil && d.settings.Findings.Errors() > 0 {
		w.show(d.settings.Findings)
		return exitSources
	}
	defer func() {
		if d.unlock != nil {
			d.unlock()
		}
	}()
	var failed error
	for _, f := range files {
		if err := d.file(f); err != nil {
			fmt.Fprintf(w.err, "%s：没有做成：%s\n", told(f), explain(err))
			failed = err
		}
	}
	switch {
	case failed != nil:
		return exitMachine
	case d.bad > 0:
		return exitSources
	}
	return exitDone
}

// expanded returns the files that patterns like *.docx mean, which not every shell
// expands; what is no pattern, or matches nothing, stays.
func expanded(files []string) []string {
	var out []string
	for _, f := range files {
		found, err := filepath.Glob(f)
		if _, missing := os.Lstat(f); err != nil || missing == nil || len(found) == 0 {
			found = []string{f}
		}
		out = append(out, found...)
	}
	return out
}

// importFolder returns where drafts go when the command line says dir.
func importFolder(dir string) string {
	if dir != "" {
		return dir
	}
	if info, err := os.Stat("issues"); !isFile(bulletin.SettingsName) && err == nil && info.IsDir() {
		return "issues"
	}
	return "."
}

// settingsOver reads the nearest bulletin.yaml at or above a folder; nil where
// there is none.
func settingsOver(dir string) (*bulletin.Settings, error) {
	root, err := seriesRoot(dir)
	if root == "" || err != nil {
		return nil, err
	}
	name := filepath.Join(root, bulletin.SettingsName)
	text, err := readLimited(name, intake.LargestFile)
	if err != nil {
		return nil, err
	}
	return bulletin.ReadSettings(diag.NewSource(shown(name), text)), nil
}

// file imports one old paper.
func (d *draftsman) file(name string) error {
	data, err := readLimited(name, intake.LargestFile+1)
	if err != nil {
		return err
	}
	drafts, findings := intake.Import(shown(name), data, d.settings)
	d.show(findings)
	d.bad += findings.Errors()
	for _, draft := range drafts {
		target, err := d.place(draft.Path, []byte(draft.Text))
		if err != nil {
			return err
		}
		found := draft.Findings(shown(target))
		d.show(found)
		d.bad += found.Errors()
		fmt.Fprintf(d.err, "%s → %s：%s\n", told(name), told(target), importSummary(found))
	}
	return nil
}

func importSummary(found diag.List) string {
	errors, doubts := found.Errors(), found.Warnings()
	switch {
	case errors > 0:
		return fmt.Sprintf("缺%d处，存疑%d处，请照上面改", errors, doubts)
	case doubts > 0:
		return fmt.Sprintf("存疑%d处，请照上面核对", doubts)
	}
	return "没有存疑，请对照原件看一遍"
}

// readLimited reads a file, at most so many bytes of it.
func readLimited(name string, most int64) ([]byte, error) {
	f, err := openRegular(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most))
}
