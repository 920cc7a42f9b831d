package main

import (
	"io/fs"
	"path/filepath"

	"jianbao/bulletin/diag"
	"jianbao/bulletin/site"
	"jianbao/templates"
)

// pages returns the templates of the web pages, those in the series' own folder
// of templates in the places of ours. With errors among the findings there are
// none.
func (t *target) pages() (*site.Site, diag.List, error) {
	if t.root == "" {
		pages, err := site.Parse(templates.Files)
		return pages, nil, err
	}
	office, err := fs.Sub(t.folder, site.TemplateFolder)
	if err != nil {
		return nil, nil, err
	}
	return site.ParseOffice(templates.Files, office, func(name string) string {
		return shown(filepath.Join(t.root, site.TemplateFolder, name))
	})
}
