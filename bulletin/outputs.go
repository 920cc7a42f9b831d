package bulletin

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"jianbao/bulletin/diag"
)

// ownFiles are the files of a series in its output folder that belong to no
// issue, as diskName gives them; with what begins with _search/.
var ownFiles = regexp.MustCompile(`^(?:(?:index|search|index-[0-9]+)\.html|(?:feed|sitemap)\.xml|archive\.json|\.bulletin\.lock|_search)$`)

// outputEnds are how the names of the outputs of an issue end; that of its text
// for the search is in a folder of its own.
var outputEnds = [...]string{".html", ".pdf", ".js"}

// diskName returns what two names share that some disk takes for one: Windows and
// memory sticks do not tell capitals from small letters, macOS also not the ways
// Unicode has to write one character (UAX #15).
func diskName(p string) string { return norm.NFC.String(strings.ToLower(strings.ToUpper(p))) }

// outputs are those of all issues.
type outputs struct {
	of     map[string][]*Issue // by diskName of the issues' paths
	within map[string]*Issue   // an issue that lies in a folder, by diskName of that
}

func newOutputs(issues []*Issue) outputs {
	o := outputs{map[string][]*Issue{}, map[string]*Issue{}}
	for _, issue := range issues {
		if !utf8.ValidString(issue.Path) {
			continue
		}
		name := diskName(issue.Path)
		o.of[name] = append(o.of[name], issue)
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if o.within[dir] == nil {
				o.within[dir] = issue
			}
		}
	}
	return o
}

// CheckOutputs reports the issues whose outputs would take each other's place, or
// that of a file of the series, or be needed as a folder by another; and pictures
// whose copies would. Such issues have no output.
func (s *Series) CheckOutputs() {
	o := newOutputs(s.Issues)
	for _, issue := range s.Issues {
		o.check(issue)
	}
}

// check adds to the findings of an issue what there is to say of its outputs.
func (o outputs) check(issue *Issue) {
	o.checkName(issue)
	o.checkFolders(issue)
	o.checkPictures(issue)
	issue.Findings = issue.Findings.Sorted()
}

const renameHint = "给其中一个换一个文件名，如 004-2.md"

// checkName reports an issue whose outputs have the names of another's.
func (o outputs) checkName(issue *Issue) {
	for _, other := range o.of[diskName(issue.Path)] {
		if other == issue {
			continue
		}
		why := "看上去一样的字，编码（Unicode）不同，有的电脑上是同一个文件"
		switch {
		case other.Path == issue.Path:
			why = "网页和 PDF 同名"
		case strings.EqualFold(other.Path, issue.Path):
			why = "只有大小写不同，Windows、U盘上是同一个文件"
		}
		issue.Findings.Add(issue.Source.At(0), diag.Error, "文件名", renameHint, "与“%s”的输出会互相覆盖：%s", diag.Name(other.Source.Name), why)
	}
}

// checkFolders reports an issue in a folder whose name is that of an output, and
// one that has such an output.
func (o outputs) checkFolders(issue *Issue) {
	const hint = "给文件夹换一个名字，不要以 .html、.pdf、.js 结尾"
	for dir := path.Dir(issue.Path); dir != "."; dir = path.Dir(dir) {
		owners, own := o.at(diskName(dir))
		if own {
			issue.Findings.Add(issue.Source.At(0), diag.Error, "文件名", "给文件夹换一个名字", "文件夹“%s”的名字是留给本刊自己的文件的", diag.Name(dir))
		}
		for _, other := range owners {
			issue.Findings.Add(issue.Source.At(0), diag.Error, "文件名", hint, "文件夹“%s”与“%s”的输出同名", diag.Name(dir), diag.Name(other.Source.Name))
		}
	}
	for _, end := range outputEnds {
		if other := o.within[diskName(issue.Path)+end]; other != nil {
			issue.Findings.Add(issue.Source.At(0), diag.Error, "文件名", hint, "这一期的输出与“%s”所在的文件夹同名", diag.Name(other.Source.Name))
		}
	}
}

// at returns the issues of which a file of the output folder is an output, and
// whether it is one of the series itself.
func (o outputs) at(name string) (owners []*Issue, own bool) {
	for _, end := range outputEnds {
		if p, ok := strings.CutSuffix(name, end); ok {
			owners = append(owners, o.of[p]...)
		}
	}
	return owners, ownFiles.MatchString(name)
}

// checkPictures reports pictures whose copies, which lie beside the page as the
// pictures beside the issue, would take the place of an output.
func (o outputs) checkPictures(issue *Issue) {
	var seen []string
	for _, p := range Pictures(issue) {
		name := PicturePath(issue, p.Path)
		if name == "" || slices.Contains(seen, name) {
			continue
		}
		seen = append(seen, name)
		if by := o.takenBy(diskName(name)); by != "" {
			issue.Findings.Add(p.At, diag.Error, "图片", "给图片换一个名字，或放进 img 文件夹，如 ![说明](img/图1.png)", "图片“%s”会顶掉%s", diag.Name(p.Path), by)
		}
	}
}

// takenBy says whose place a file of the output folder, or a folder it lies in,
// would take; "" for nobody's.
func (o outputs) takenBy(name string) string {
	for ; name != "."; name = path.Dir(name) {
		owners, own := o.at(name)
		switch {
		case own:
			return "本刊自己的文件 " + name
		case len(owners) > 0:
			return "“" + diag.Name(owners[0].Source.Name) + "”的输出"
		}
	}
	return ""
}

// PicturePath returns the path of a picture from the series root; "" for one that
// does not lie within it.
func PicturePath(issue *Issue, typed string) string {
	name := path.Join(path.Dir(issue.Path), typed)
	if strings.Contains(typed, ":") || strings.HasPrefix(typed, "/") || strings.HasPrefix(typed, `\`) || !fs.ValidPath(name) {
		return ""
	}
	return name
}
