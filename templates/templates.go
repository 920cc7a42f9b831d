// Package templates holds the templates and styles of the web pages, which
// package site fills.
package templates

import "embed"

// Files is the templates (*.html) and the styles (*.css).
//
//go:embed *.html *.css
var Files embed.FS
