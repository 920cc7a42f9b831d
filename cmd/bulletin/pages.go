package main

import (
	"io/fs"
	"os"
	"path/filepath"

	"jianbao/bulletin/archive"
	"jianbao/bulletin/site"
	"jianbao/templates"
)

// addPages adds to a task the templates of the web pages, those in the series'
// own folder of templates in the places of ours; root is "" for issues outside any
// series. No link leads out of the series: what lies elsewhere is not published.
func addPages(t *archive.Task, root string) error {
	var office fs.FS
	if root != "" {
		series, err := os.OpenRoot(root)
		if err != nil {
			return err
		}
		defer func() { _ = series.Close() }()
		office = &machineFolder{root, series.FS(), site.TemplateFolder}
	}
	o, err := site.ParseOffice(templates.Files, office, func(name string) string {
		return shown(filepath.Join(root, site.TemplateFolder, name))
	})
	if err != nil {
		return err
	}
	t.Site, t.Templates, t.TemplateFindings = o.Site, o.Sum, o.Findings
	t.OwnTemplates = map[string]string{}
	for name, sum := range o.Own {
		t.OwnTemplates[site.TemplateFolder+"/"+name] = sum
	}
	return nil
}
