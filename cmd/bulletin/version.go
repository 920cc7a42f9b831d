package main

import "fmt"

// version is the version of the tool. It is a constant, not a stamp of the
// build, because it stands in every PDF: the same sources and the same version
// give the same bytes.
const version = "0.4.0"

const producer = "bulletin " + version

func runVersion(_ []string, w world) int {
	fmt.Fprintln(w.out, producer)
	return exitDone
}
