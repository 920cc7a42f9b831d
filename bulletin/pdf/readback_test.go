package pdf

import (
	"os"
	"testing"
	"fmt"
)

func TestZZ(t *testing.T) {
	data, _ := os.ReadFile("/tmp/rb/issue.pdf")
	r, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Pieces {
		fmt.Println(p.Page, p.Role, p.Text)
	}
	fmt.Println(r.Title, r.Subject, r.Author, r.Date, r.Producer, r.Unlike, r.Pages, r.Outline, r.Stray, r.Artifacts, r.Foreign)
}
func BenchmarkRead(b *testing.B) {
	data, _ := os.ReadFile("/tmp/rb/issue.pdf")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(data); err != nil {
			b.Fatal(err)
		}
	}
}
