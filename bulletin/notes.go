package bulletin

import (
	"maps"
	"slices"

	"jianbao/bulletin/diag"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// checkNotes reports marks without a note, and notes without a mark.
func (b *bodyReader) checkNotes() {
	for _, mark := range b.marked {
		mark.Note = b.notes[mark.Label]
	}
	for _, label := range slices.Sorted(maps.Keys(b.marks)) {
		if b.notes[label] == nil {
			b.findings.Add(b.marks[label], diag.Error, "脚注", "在段落之外另起一行写 [^"+label+"]: 脚注文字（半角冒号）", "没有脚注[^%s]的文字", label)
		}
	}
	for _, label := range slices.Sorted(maps.Keys(b.notes)) {
		if _, ok := b.marks[label]; !ok {
			b.findings.Add(b.notes[label].At, diag.Warning, "脚注", "在正文里写 [^"+label+"]，或删去这条脚注", "正文没有引用脚注[^%s]", label)
		}
	}
}

// checkDefinitions reports definitions of link references that no link uses:
// they are printed nowhere.
func (b *bodyReader) checkDefinitions(tree ast.Node) {
	seen := map[string]bool{}
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		d, ok := n.(*ast.LinkReferenceDefinition)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		label := util.ToLinkReference(d.Label)
		switch at := d.Pos(); {
		case seen[label]:
			b.add(at, diag.Warning, "链接", "删去一个，或换一个名称", "链接“%s”的地址写了两次，用前一个", d.Label)
		case !b.used[label]:
			b.add(at, diag.Warning, "链接", "要印出的，在方括号前加 \\；用作链接的，在正文里写 ["+string(d.Label)+"]", "“[%s]: …”是链接的地址，正文没有用到，不印出", d.Label)
		}
		seen[label] = true
		return ast.WalkContinue, nil
	})
}
