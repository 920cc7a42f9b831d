package site

// Folded gives the tests from outside what a text is found by.
func Folded(s string) string { return string(folded(s)) }
