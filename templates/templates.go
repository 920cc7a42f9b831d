// Package templates holds the templates and styles of the web pages, which
// package site fills.
package templates

import "embed"

// Files is the templates (*.html), the styles (*.css) and the script that searches.
// They are named one by one: what stands here is part of what every page is made of.
//
//go:embed base.css colophon.html find.html guide.html index.css index.html masthead.html
//go:embed page.css page.html print.css search.css search.html search.js
var Files embed.FS

// Desk is the page that serve shows, with its styles and its scripts, beside the
// styles all pages share.
//
//go:embed base.css desk.css desk.html desk.js deskask.js deskdom.js deskfonts.js desklist.js
var Desk embed.FS
