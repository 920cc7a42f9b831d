// Package fonts carries the faces the bulletin is set in. Each keeps its own
// licence; see README.md and licences/ beside this file.
package fonts

import (
	_ "embed"
	"strings"
)

// The font files, whole; embedded one by one, so that none is copied when it
// is used.
var (
	//go:embed FandolFang-Regular.ttf
	FandolFang []byte // 仿宋
	//go:embed FandolKai-Regular.ttf
	FandolKai []byte // 楷体
	//go:embed NotoSansSC-Medium.ttf
	NotoSansMedium []byte // 黑体
	//go:embed NotoSerifSC-Bold.ttf
	NotoSerifBold []byte // 小标宋
	//go:embed NotoSerifSC-Regular.ttf
	NotoSerif []byte // 宋体, and the last fallback of every role
	//go:embed JianbaoFallbackKai-Light.ttf
	FallbackKai []byte // what 仿宋 and 楷体 lack
	//go:embed LiberationSerif-Regular.ttf
	LiberationSerif []byte // digits and Latin letters
	//go:embed LiberationSerif-Bold.ttf
	LiberationSerifBold []byte // digits and Latin letters beside 黑体 and 小标宋
)

// FandolWrong is the characters that FandolFang and FandolKai draw as others:
// ￥ as $, ￣ at the foot, － and − as a short hyphen at the left.
const FandolWrong = "￥￣－−"

//go:embed SHA256SUMS
var sums string

// AllSums returns the SHA-256 of every font file, a line each: hash, blanks, name
// of the file.
func AllSums() string { return sums }

// Sum returns the SHA-256 of a font file, by its name here, in hexadecimal digits.
func Sum(file string) string {
	for line := range strings.Lines(sums) {
		if sum, name, ok := strings.Cut(strings.TrimSpace(line), "  "); ok && name == file {
			return sum
		}
	}
	return ""
}
