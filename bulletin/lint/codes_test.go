package lint

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// literal returns the string an expression is, or "".
func literal(e ast.Expr) string {
	if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
		s, _ := strconv.Unquote(l.Value)
		return s
	}
	return ""
}

// name returns the last name of an expression: of r.findings.Add it is Add.
func lastName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// sourceCodes returns the codes a source file may give: those it adds findings
// with, and the keys it reads, under whose names their values are found wrong.
func sourceCodes(f *ast.File, found func(code string)) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			name := strings.ToLower(lastName(n.Fun))
			for i, arg := range n.Args[:max(len(n.Args)-1, 0)] {
				severity := strings.Contains(" Error Warning Info ", " "+lastName(arg)+" ")
				if _, ok := arg.(*ast.SelectorExpr); ok && severity && literal(n.Args[i+1]) != "" {
					found(literal(n.Args[i+1]))
				}
			}
			if (name == "add" || name == "addsource") && len(n.Args) >= 4 && literal(n.Args[1]) != "" {
				found(literal(n.Args[1]))
			}
		case *ast.KeyValueExpr:
			if lastName(n.Key) == "Code" && literal(n.Value) != "" {
				found(literal(n.Value))
			}
		case *ast.CompositeLit:
			if lastName(n.Type) == "Key" && len(n.Elts) > 0 && literal(n.Elts[0]) != "" {
				found(literal(n.Elts[0]))
			}
		}
		return true
	})
}

var goldenCode = regexp.MustCompile(`(?m)(?:错误|警告|提示): .*\[([^\]\s]+)\]$`)

// TestCodes says that every code anything in the tool may give is explained.
func TestCodes(t *testing.T) {
	codes := map[string]string{} // with a file that has it
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(root, p)
		if err != nil {
			return err
		}
		switch ext := filepath.Ext(p); {
		case ext == ".go" && !strings.HasSuffix(p, "_test.go") && !strings.HasPrefix(p, "bulletin/lint/"):
			f, err := parser.ParseFile(token.NewFileSet(), p, text, 0)
			if err != nil {
				return err
			}
			sourceCodes(f, func(code string) { codes[code] = p })
		case ext == ".want":
			for _, m := range goldenCode.FindAllSubmatch(text, -1) {
				codes[string(m[1])] = p
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{"期号", "缺字", "改动", "名册", "加粗", "页码", "放不下"} { // of all who give any
		if codes[code] == "" {
			t.Errorf("%s was not collected", code)
		}
	}
	for code, file := range codes {
		if Find(code) == nil {
			t.Errorf("%s of %s has no entry in the table", code, file)
		}
	}
	if len(codes) < 100 {
		t.Errorf("only %d codes", len(codes))
	}
}
