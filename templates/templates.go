// Package templates holds the templates and styles of the web pages, which
// package site fills.
package templates

import "embed"

// Files is the templates (*.html), the styles (*.css) and the script that searches.
//
//go:embed *.html *.css search.js
var Files embed.FS
