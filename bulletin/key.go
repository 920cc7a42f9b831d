package bulletin

import (
	"slices"
	"strings"
)

// A Key is one key an editor may write, as help shows it.
type Key struct {
	Name    string
	Aliases []string
	Where   Where
	Type    string
	Meaning string
	Default string // "" when there is none
}

// Where says in which file a key may stand.
type Where int

// The places of a key.
const (
	Both         Where = iota // an issue, or bulletin.yaml as the default
	IssueOnly                 // an issue only
	SettingsOnly              // bulletin.yaml only
	RegisterOnly              // recipients.yaml only
)

// String returns the words help shows.
func (w Where) String() string {
	return [...]string{"各期或 bulletin.yaml", "各期", "bulletin.yaml", "recipients.yaml"}[w]
}

// A field is a key and how its value is read into the front matter.
type field struct {
	Key
	read func(r *keyReader, v *value)
}

// Keys returns all keys of the front matter and of the register, those of
// inner maps named with their outer ones: 版式.页码.样式.
func Keys() []Key {
	var out []Key
	add := func(prefix string, table []field) {
		for _, f := range table {
			k := f.Key
			k.Name = prefix + k.Name
			out = append(out, k)
		}
	}
	add("", fields)
	add("称谓.", labelFields)
	add("更正.", correctionFields)
	add("加印.", reprintFields)
	add("归档.", filingFields)
	add("版式.", styleFields)
	add("版式.页码.", pageFields)
	add("版式.分隔.", separatorFields)
	add("版式.字体.", fontFields)
	add("", registerFields)
	add("单位.", unitFields)
	add("留存.", keptFields)
	return out
}

// find returns the field of a name or alias, or nil.
func find(table []field, name string) *field {
	for i := range table {
		if table[i].Name == name || slices.Contains(table[i].Aliases, name) {
			return &table[i]
		}
	}
	return nil
}

// names returns the names and aliases of a table.
func names(table []field) []string {
	var out []string
	for _, f := range table {
		out = append(append(out, f.Name), f.Aliases...)
	}
	return out
}

// listed returns the names of a table for a hint.
func listed(table []field) string {
	var out []string
	for _, f := range table {
		out = append(out, f.Name)
	}
	return strings.Join(out, "、")
}
