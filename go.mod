module jianbao

go 1.25.0

require (
	codeberg.org/go-pdf/fpdf v0.12.0
	github.com/klauspost/compress v1.20.3
	github.com/yuin/goldmark v1.8.7 // indirect
	go.yaml.in/yaml/v3 v3.0.6 // indirect
)
