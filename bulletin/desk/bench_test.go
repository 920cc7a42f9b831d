package desk_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// thousand is a series of so many issues as long as the real 第4期, 250 a year.
func thousand(t testing.TB, issues int) map[string]string {
	t.Helper()
	text, err := os.ReadFile("../../issues/2020/004.md")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, name := range []string{"bulletin.yaml", "recipients.yaml"} {
		data, err := os.ReadFile("../../issues/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(data)
	}
	for n := range issues {
		day := time.Date(2020+n/250, 1, 1+n%250, 0, 0, 0, 0, time.UTC)
		files[fmt.Sprintf("%d/%03d.md", day.Year(), n%250+1)] = strings.NewReplacer("期号: 4", fmt.Sprintf("期号: %d", n%250+1), "date: 2020-09-22", "date: "+day.Format(time.DateOnly)).Replace(string(text))
	}
	return files
}

// BenchmarkSave measures from a save of 第4期 until a browser has heard of it and has
// what it needs to show it: the state and the page that changed.
func BenchmarkSave(b *testing.B) {
	for _, issues := range []int{1, 1000} {
		b.Run(fmt.Sprintf("of-%d", issues), func(b *testing.B) {
			s := serve(b, thousand(b, issues))
			l := s.listen("2020/001")
			was := l.next().Issue
			text, err := os.ReadFile(s.folder + "/2020/001.md")
			if err != nil {
				b.Fatal(err)
			}
			var times []time.Duration
			b.ResetTimer()
			for n := range b.N {
				b.StopTimer()
				time.Sleep(60 * time.Millisecond) // nobody saves without a pause
				b.StartTimer()
				start := time.Now()
				s.put("2020/001.md", strings.Replace(string(text), "全面开展下沉督察", fmt.Sprintf("第%d次开展下沉督察", n), 1))
				now := l.until(func(e event) bool { return e.Issue != was })
				was = now.Issue
				st := s.state("2020/001")
				for i, p := range st.Paper {
					s.get(fmt.Sprintf("/page?issue=2020/001&n=%d&sum=%s", i, p.Sum))
				}
				times = append(times, time.Since(start))
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "ms/median")
			b.ReportMetric(float64(times[len(times)-1].Microseconds())/1000, "ms/worst")
		})
	}
}

// TestSpeed measures from a save to the frame in which a browser draws the change.
func TestSpeed(t *testing.T) {
	issues := 20
	if os.Getenv("LONG") != "" {
		issues = 1000
	}
	s := serve(t, thousand(t, issues))
	w := s.window(t, "2020/001", 1440, "light")
	text, err := os.ReadFile(s.folder + "/2020/001.md")
	if err != nil {
		t.Fatal(err)
	}
	w.do(`window.drawn = {}; new MutationObserver(() => requestAnimationFrame(() => {
		const m = /第(\d+)次开展/.exec(document.querySelector(".page").textContent.replace(/\s/g, ""));
		if (m && !drawn[m[1]]) drawn[m[1]] = performance.timeOrigin + performance.now();
	})).observe(document.getElementById("paper"), {childList: true, subtree: true})`)
	var times []float64
	for n := range 15 {
		time.Sleep(80 * time.Millisecond)
		start := time.Now()
		s.put("2020/001.md", strings.Replace(string(text), "全面开展下沉督察", fmt.Sprintf("第%d次开展下沉督察", n), 1))
		w.wait("the change is drawn", fmt.Sprintf("drawn[%d]", n))
		var at float64
		w.Run(fmt.Sprintf("JSON.stringify(drawn[%d])", n), &at)
		times = append(times, at-float64(start.UnixMicro())/1000)
	}
	slices.Sort(times)
	t.Logf("series of %d: from a save to the new page on the screen: median %.0f ms, best %.0f, worst %.0f", issues, times[len(times)/2], times[0], times[len(times)-1])
	if times[0] > 500 {
		t.Errorf("the quickest of %d saves took %.0f ms", len(times), times[0])
	}
	w.quiet()
}
