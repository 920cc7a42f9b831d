package site

// TextName returns the name of the file with the text of an issue, by its path;
// see TextFile.
func TextName(path string) string { return searchFolder + path + ".js" }
