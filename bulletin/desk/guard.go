package desk

import (
	"net"
	"net/http"
	"slices"
)

// guarded lets only the machine's own browser in, and only for pages of the desk:
// a page of another site can neither read what is here nor show it in a frame, even
// where it has a name that leads to this machine (DNS rebinding).
func guarded(hosts []string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-store")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Content-Security-Policy", closedPolicy)
		switch {
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "只能查看", http.StatusMethodNotAllowed)
		case !local(r) || !slices.Contains(hosts, r.Host) || !own(r, hosts):
			http.Error(w, "只供本机的浏览器直接打开", http.StatusForbidden)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// Policies: for what is no page, for the desk itself, and for the web page in it,
// whose links and scripts do nothing.
const (
	closedPolicy  = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"
	deskPolicy    = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
	previewPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox allow-same-origin"
	filePolicy    = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'" // a viewer of PDF does not open in a sandbox
)

// local reports whether a request comes from this machine.
func local(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	ip := net.ParseIP(host)
	return err == nil && ip != nil && ip.IsLoopback()
}

// own reports whether a request was made by a page of the desk or typed by hand.
func own(r *http.Request, hosts []string) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" && site != "none" {
		return false
	}
	for _, origin := range r.Header.Values("Origin") {
		if !slices.ContainsFunc(hosts, func(host string) bool { return origin == "http://"+host }) {
			return false
		}
	}
	return true
}
