package pdf

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // for DecodeConfig
	"image/png"
	"strconv"

	"jianbao/bulletin/page"
)

// A picture is a file fit for fpdf, made anew so that none of the caller's
// bytes reach it.
type picture struct {
	kind string // JPG or PNG
	data []byte
}

// maxPixels bounds a picture, so that none can exhaust the memory: 64 million
// pixels are A4 at 800 dpi.
const maxPixels = 64_000_000

// pictureKey is the name of a picture within fpdf.
func pictureKey(i int) string { return strconv.Itoa(i) }

// gatherPictures returns the pictures that are drawn, by index in the
// document; nil for others.
func gatherPictures(d *page.Document) ([]*picture, error) {
	pictures := make([]*picture, len(d.Images))
	for _, p := range d.Pages {
		for _, it := range p.Items {
			im, ok := it.(*page.Image)
			if !ok || pictures[im.Picture] != nil {
				continue
			}
			file := d.Images[im.Picture]
			pic, err := newPicture(file.Data)
			if err != nil {
				return nil, fmt.Errorf("picture %s: %w", file.Name, err)
			}
			pictures[im.Picture] = pic
		}
	}
	return pictures, nil
}

// newPicture takes a picture file as it is where it can stand in a PDF file as
// it is, and otherwise lays it on white, which the paper is: fpdf reads neither
// interlaced nor 16-bit PNG, drops most kinds of transparency, and archives
// want none (ISO 19005-1, 6.4). A JPEG is never unpacked, for what comes out
// changes with the decoder from release to release of Go.
func newPicture(data []byte) (*picture, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("neither JPEG nor PNG, or broken: %w", err)
	}
	if int64(config.Width)*int64(config.Height) > maxPixels {
		return nil, fmt.Errorf("too large: %d × %d pixels", config.Width, config.Height)
	}
	if format == "jpeg" {
		return newJPEG(data, config.ColorModel)
	}
	return newPNG(data)
}

// newPNG keeps the rows of a plain PNG as they are packed.
func newPNG(data []byte) (*picture, error) {
	im, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if plain := plainPNG(data); plain != nil {
		return &picture{"PNG", plain}, nil
	}
	return flatten(im)
}
