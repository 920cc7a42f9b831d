package site

// Where the files of the search lie. No issue lies there: folders whose names
// begin with _ hold none.
const (
	searchFolder = "_search/"
	scriptName   = searchFolder + "search.js"
	seriesName   = searchFolder + "_series.js"
)

// A searchPage is what search.html shows.
type searchPage struct {
	series
	Script string // the address of the script
	Folder string // of the files it asks for
}

func newSearchPage(info IndexInfo, css string) *searchPage {
	return &searchPage{newSeries(info, css), scriptName, searchFolder}
}
