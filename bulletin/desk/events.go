package desk

import (
	"fmt"
	"net/http"
	"time"
)

// A tab is a browser's window that shows the desk, and the issue in it.
type tab struct {
	issue string
	told  chan news // holds the last that was not sent yet
	last  news
	when  time.Time // it was told
}

// news is the versions of what a tab shows.
type news struct {
	list  int
	issue string // of the draft
}

// pause is how long the list of issues is left as it is, so that a thousand issues
// being checked are not a thousand lists. beat keeps a connection known to be open.
const (
	pause = 300 * time.Millisecond
	beat  = 15 * time.Second
)

// tell tells every tab what has changed.
func (d *Desk) tell() {
	now := d.config.Clock()
	for t := range d.tabs {
		n := news{d.list, d.draft(t.issue).version()}
		if n == t.last || n.issue == t.last.issue && now.Sub(t.when) < pause {
			continue
		}
		t.last, t.when = n, now
		select { // what was not sent yet is out of date
		case <-t.told:
		default:
		}
		t.told <- n
	}
}

// events sends a tab the versions of what it shows, at once and whenever they
// change (Server-Sent Events).
func (d *Desk) events(w http.ResponseWriter, r *http.Request) {
	flusher := http.NewResponseController(w)
	t := &tab{issue: r.URL.Query().Get("issue"), told: make(chan news, 1)}
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	d.mu.Lock()
	d.tabs[t] = true
	d.lookAll()
	d.tell()
	d.mu.Unlock()
	defer func() {
		d.mu.Lock()
		delete(d.tabs, t)
		d.mu.Unlock()
	}()
	ticker := time.NewTicker(beat)
	defer ticker.Stop()
	_, _ = w.Write([]byte("retry: 1000\n\n")) // milliseconds; a browser that has gone is found out below
	for {
		text := ": \n\n"
		select {
		case <-r.Context().Done():
			return
		case n := <-t.told:
			text = fmt.Sprintf("data: {\"list\":%d,\"issue\":%q}\n\n", n.list, n.issue)
		case <-ticker.C:
		}
		if _, err := w.Write([]byte(text)); err != nil || flusher.Flush() != nil {
			return
		}
	}
}
