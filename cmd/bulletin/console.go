//go:build !windows

package main

// onConsole does work. Consoles other than that of Windows take text for UTF-8.
func onConsole(work func() int) int { return work() }
