package fonts

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"
)

// TestSums says that SHA256SUMS is true, for archives rely on it.
func TestSums(t *testing.T) {
	for name, data := range map[string][]byte{
		"FandolFang-Regular.ttf": FandolFang, "FandolKai-Regular.ttf": FandolKai, "NotoSansSC-Medium.ttf": NotoSansMedium,
		"NotoSerifSC-Bold.ttf": NotoSerifBold, "NotoSerifSC-Regular.ttf": NotoSerif, "JianbaoFallbackKai-Light.ttf": FallbackKai,
		"LiberationSerif-Regular.ttf": LiberationSerif, "LiberationSerif-Bold.ttf": LiberationSerifBold,
	} {
		sum := sha256.Sum256(data)
		if got := Sum(name); got != hex.EncodeToString(sum[:]) {
			t.Errorf("%s: SHA256SUMS has %q", name, got)
		}
	}
}
