package bulletin

import (
	"slices"
	"testing"
)

func TestParted(t *testing.T) {
	tests := []struct {
		name string
		want []string
	}{
		{"", nil},
		{"甲县", nil},
		{"甲县，", nil},
		{"甲县，乙县；；丙县", []string{"甲县", "乙县", "丙县"}},
		{"甲局（乙办，丙办）", nil},
		{"甲局（乙办，丙办），丁局", []string{"甲局（乙办，丙办）", "丁局"}},
		{"甲局），乙局", []string{"甲局）", "乙局"}},
		{"甲局（乙办，丙局", nil},
	}
	for _, test := range tests {
		if got := Parted(test.name, "，；"); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q", test.name, got)
		}
	}
	if got := joinedByComma("市委（政研室，改革办）、市政府办"); got != nil {
		t.Errorf("%q", got)
	}
}
