package main

import "golang.org/x/sys/windows"

// utf8Page is the number of UTF-8 among the code pages of Windows.
const utf8Page = 65001

// onConsole does work while the console takes text for UTF-8, which it does not by
// itself: programs such as more, to which our output is piped, would show
// something else. Afterwards it is as before. Without a console nothing changes.
func onConsole(work func() int) int {
	if before, err := windows.GetConsoleOutputCP(); err == nil && before != utf8Page && windows.SetConsoleOutputCP(utf8Page) == nil {
		defer func() { _ = windows.SetConsoleOutputCP(before) }()
	}
	return work()
}
