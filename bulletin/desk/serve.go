package desk

import (
	"bytes"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"

	"jianbao/bulletin"
)

// Handler returns what answers browsers.
func (d *Desk) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", d.asset("desk.html"))
	for _, name := range []string{"base.css", "desk.css", "desk.js", "deskask.js", "deskdom.js", "deskfonts.js", "desklist.js"} {
		mux.HandleFunc("/"+name, d.asset(name))
	}
	mux.HandleFunc("/events", d.events)
	mux.HandleFunc("/list", d.serveList)
	mux.HandleFunc("/state", d.serveState)
	mux.HandleFunc("/source", d.serveSource)
	mux.HandleFunc("/page", d.servePage)
	mux.HandleFunc("/font", d.serveFont)
	mux.HandleFunc("/image", d.serveImage)
	mux.HandleFunc("/pdf/", d.servePDF)
	mux.HandleFunc("/preview/", d.servePreview)
	return guarded(d.config.Hosts, mux)
}

// asset answers with a file of the desk itself.
func (d *Desk) asset(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		text, err := fs.ReadFile(d.config.Assets, name)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Security-Policy", deskPolicy)
		answer(w, r, assetKinds[path.Ext(name)], text)
	}
}

// assetKinds are named here: some machines take scripts for plain text, and browsers
// then run none.
var assetKinds = map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}

// answer sends bytes; of a HEAD only what they are.
func answer(w http.ResponseWriter, r *http.Request, kind string, data []byte) {
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(data) // a browser that has gone is no fault
	}
}

const jsonKind = "application/json"

// current returns the draft of an issue as its files are now; nil for none. mu is
// held.
func (d *Desk) current(path string) *draft {
	d.freshen()
	return d.draft(path)
}

// freshen looks at all files if they are due. mu is held.
func (d *Desk) freshen() {
	if d.config.Clock().After(d.next) {
		d.lookAll()
	}
}

func (d *Desk) serveList(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	d.freshen()
	text := encode(d.newList())
	d.mu.Unlock()
	answer(w, r, jsonKind, text)
}

// serveState answers with the state of a draft, "null" when there is none.
func (d *Desk) serveState(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	text := []byte("null")
	if now := d.current(r.URL.Query().Get("issue")); now != nil {
		text = now.state
	}
	d.mu.Unlock()
	answer(w, r, jsonKind, text)
}

// serveSource answers with one of the sources an issue is made of, by the name
// findings have for it.
func (d *Desk) serveSource(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	d.mu.Lock()
	var text []byte
	if now := d.current(q.Get("issue")); now != nil {
		if src := now.places.sources[q.Get("file")]; src != nil {
			text = encode(map[string]string{"file": src.Name, "sum": src.Sum, "text": src.Text})
		}
	}
	d.mu.Unlock()
	if text == nil {
		http.NotFound(w, r)
		return
	}
	answer(w, r, jsonKind, text)
}

// servePage answers with a page by its number and sum; with nothing when the issue has
// another there by now, of which the browser is about to hear.
func (d *Desk) servePage(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	n, err := strconv.Atoi(q.Get("n"))
	d.mu.Lock()
	now := d.drafts[q.Get("issue")]
	var svg []byte
	if now != nil && err == nil && n >= 0 && n < len(now.paper.sheets) && now.paper.sheets[n].sum == q.Get("sum") {
		svg = now.paper.sheets[n].svg
	}
	d.mu.Unlock()
	if svg == nil && now != nil {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	found(w, r, "image/svg+xml", svg)
}

// found answers with bytes; nil is not there.
func found(w http.ResponseWriter, r *http.Request, kind string, data []byte) {
	if data == nil {
		http.NotFound(w, r)
		return
	}
	answer(w, r, kind, data)
}

// serveFont answers with a font by its sum; with nothing when no draft has it any more.
func (d *Desk) serveFont(w http.ResponseWriter, r *http.Request) {
	sum := r.URL.Query().Get("sum")
	var data []byte
	d.mu.Lock()
	for _, now := range d.drafts {
		for _, f := range now.paper.fonts {
			if f.sum == sum {
				data = f.data
			}
		}
	}
	d.mu.Unlock()
	if data == nil {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	answer(w, r, "font/ttf", data)
}

// serveImage answers with a picture as the PDF has it.
func (d *Desk) serveImage(w http.ResponseWriter, r *http.Request) {
	sum := r.URL.Query().Get("sum")
	var im image
	d.mu.Lock()
	for _, now := range d.drafts {
		if i, ok := now.paper.images[sum]; ok {
			im = i
		}
	}
	d.mu.Unlock()
	found(w, r, im.kind, im.data)
}

// servePDF answers with the PDF as it would be built now, or could be last.
func (d *Desk) servePDF(w http.ResponseWriter, r *http.Request) {
	name, ok := strings.CutSuffix(strings.TrimPrefix(r.URL.Path, "/pdf/"), ".pdf")
	var p paper
	d.mu.Lock()
	if now := d.current(name); ok && now != nil {
		p = now.paper
	}
	d.mu.Unlock()
	if p.made.Document == nil {
		http.NotFound(w, r)
		return
	}
	var b bytes.Buffer
	if err := p.made.Print(&b, p.task, p.issue); err != nil {
		http.Error(w, d.config.Explain(err), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Security-Policy", filePolicy)
	answer(w, r, "application/pdf", b.Bytes())
}

// servePreview answers with the web page of an issue, and the pictures it shows.
func (d *Desk) servePreview(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/preview/")
	if path, ok := strings.CutSuffix(name, ".html"); ok {
		var data []byte
		d.mu.Lock()
		if now := d.current(path); now != nil {
			data = now.html.data
		}
		d.mu.Unlock()
		w.Header().Set("Content-Security-Policy", previewPolicy)
		found(w, r, "text/html; charset=utf-8", data)
		return
	}
	d.servePicture(w, r, name)
}

// servePicture answers with a picture that an issue the desk shows refers to.
func (d *Desk) servePicture(w http.ResponseWriter, r *http.Request, name string) {
	d.mu.Lock()
	shows := false
	for _, now := range d.drafts {
		shows = shows || now.pictures[name] != ""
	}
	d.mu.Unlock()
	if !shows || !servable(name) || bulletin.IsIssue(name) {
		http.NotFound(w, r)
		return
	}
	data, err := fs.ReadFile(d.folder, name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	found(w, r, pictureKind(data), data)
}
