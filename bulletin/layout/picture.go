package layout

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"strings"

	"jianbao/bulletin/page"
)

// A Picture is a picture file, known well enough to be given its room.
type Picture struct {
	Name          string
	Data          []byte    // the file, never changed
	Width, Height int       // in pixels, as it is to be seen
	Turn          page.Turn // of what the file has, to be seen so
}

// Reasons why a picture is refused; every error of ReadPicture wraps one.
var (
	// ErrNotPicture says that the file is no picture we know of.
	ErrNotPicture = errors.New("not a picture")
	// ErrPictureKind says that the file is a picture of another kind than JPEG
	// and PNG; the kind stands behind the colon.
	ErrPictureKind = errors.New("kind of picture is not supported")
	// ErrPictureBroken says that the picture is cut off or damaged.
	ErrPictureBroken = errors.New("picture is broken")
	// ErrPictureSize says that the picture has more pixels than anyone prints.
	ErrPictureSize = errors.New("picture is too large")
	// ErrPictureMirrored says that the picture is to be seen mirrored, which
	// only paper and browser could do differently.
	ErrPictureMirrored = errors.New("picture is to be mirrored")
)

// maxPixels bounds a picture, so that none can exhaust the memory: 64 million
// pixels are A4 at 800 dpi.
const maxPixels = 64_000_000

// ReadPicture looks a picture file over: its kind, its size and which side is
// up, and that all of it is there. It keeps data.
func ReadPicture(name string, data []byte) (*Picture, error) {
	p := &Picture{Name: name, Data: data}
	orientation, err := 0, error(nil)
	switch {
	case bytes.HasPrefix(data, []byte(pngSignature)):
		orientation, err = p.readPNG()
	case bytes.HasPrefix(data, []byte{0xFF, 0xD8, 0xFF}):
		orientation, err = p.readJPEG()
	default:
		err = otherKind(data)
	}
	if err != nil {
		return nil, err
	}
	turn, mirrored := upright(orientation)
	if mirrored {
		return nil, ErrPictureMirrored
	}
	if p.Turn = turn; turn%2 == 1 {
		p.Width, p.Height = p.Height, p.Width
	}
	return p, nil
}

// PictureFault says in Chinese why ReadPicture refused a picture, to be put
// behind the name of the file, and what to do.
func PictureFault(err error) (message, hint string) {
	const save = "用看图软件打开它，另存为 .jpg 或 .png"
	switch {
	case errors.Is(err, ErrPictureKind):
		_, kind, _ := strings.Cut(err.Error(), ": ")
		return fmt.Sprintf("是 %s，纸面上只能排 JPEG 和 PNG", kind), save
	case errors.Is(err, ErrPictureSize):
		return "太大，超过 6400 万像素（透明、隔行的 3200 万，16 位的 1600 万）", "先缩小；整页宽的图片有 1850 像素宽（300 dpi）就够了"
	case errors.Is(err, ErrPictureMirrored):
		return "里标着“镜像”，纸面和网页会不一样", "用看图软件打开它，翻转成想要的样子再保存"
	case errors.Is(err, ErrPictureBroken):
		return "已损坏或不完整", "重新复制或下载一次，看能不能打开"
	}
	return "不是图片", save
}

// size takes the number of pixels in the file, and refuses one nobody prints.
func (p *Picture) size(c image.Config) error {
	if c.Width <= 0 || c.Height <= 0 {
		return fmt.Errorf("%w: no pixels", ErrPictureBroken)
	}
	if int64(c.Width)*int64(c.Height) > maxPixels {
		return fmt.Errorf("%w: %d × %d pixels", ErrPictureSize, c.Width, c.Height)
	}
	p.Width, p.Height = c.Width, c.Height
	return nil
}

// signatures tells kinds of pictures that editors name in vain, by how their
// files begin.
var signatures = []struct {
	at         int
	sign, kind string
}{
	{0, "GIF8", "GIF"}, {8, "WEBP", "WebP"}, {0, "BM", "BMP"}, {0, "II*\x00", "TIFF"}, {0, "MM\x00*", "TIFF"},
	{4, "ftypheic", "HEIC"}, {4, "ftypheix", "HEIC"}, {4, "ftypmif1", "HEIC"}, {4, "ftypmsf1", "HEIC"}, {4, "ftypavif", "AVIF"},
	{0, "\xFF\x0A", "JPEG XL"}, {0, "\x00\x00\x00\x0CJXL ", "JPEG XL"}, {0, "\x00\x00\x00\x0CjP  ", "JPEG 2000"},
	{0, "\xD7\xCD\xC6\x9A", "WMF"}, {40, " EMF", "EMF"}, {0, "8BPS", "PSD"}, {0, "%PDF", "PDF"}, {0, "\x00\x00\x01\x00", "ICO"},
}

// otherKind names the kind of a file that is neither JPEG nor PNG.
func otherKind(data []byte) error {
	for _, s := range signatures {
		if len(data) > s.at && bytes.HasPrefix(data[s.at:], []byte(s.sign)) {
			return fmt.Errorf("%w: %s", ErrPictureKind, s.kind)
		}
	}
	if bytes.Contains(data[:min(len(data), 1024)], []byte("<svg")) {
		return fmt.Errorf("%w: SVG", ErrPictureKind)
	}
	return ErrNotPicture
}

// readJPEG takes the size, looks for the end of the file and returns the
// orientation, 0 when the file tells none.
func (p *Picture) readJPEG() (int, error) {
	c, err := jpeg.DecodeConfig(bytes.NewReader(p.Data))
	var unknown jpeg.UnsupportedError
	switch {
	case errors.As(err, &unknown):
		return 0, fmt.Errorf("%w: 特殊的 JPEG（无损、算术编码或 12 位）", ErrPictureKind)
	case err != nil:
		return 0, fmt.Errorf("%w: %w", ErrPictureBroken, err)
	}
	if err := p.size(c); err != nil {
		return 0, err
	}
	if c.ColorModel != color.GrayModel && c.ColorModel != color.YCbCrModel && c.ColorModel != color.CMYKModel && c.ColorModel != color.RGBAModel {
		return 0, fmt.Errorf("%w: 特殊的 JPEG（颜色）", ErrPictureKind)
	}
	return scanJPEG(p.Data)
}

// scanJPEG walks the segments up to the picture and looks for the mark of the
// end behind it: data of a picture never look like a mark (ISO/IEC 10918-1,
// B.1.1.5).
func scanJPEG(data []byte) (orientation int, err error) {
	for at := 2; at+4 <= len(data) && data[at] == 0xFF; {
		mark, length := data[at+1], int(data[at+2])<<8|int(data[at+3])
		switch {
		case mark == 0xFF: // filling
			at++
			continue
		case mark == 0xDA: // start of scan
			if !bytes.Contains(data[at:], []byte{0xFF, 0xD9}) {
				return 0, fmt.Errorf("%w: cut off", ErrPictureBroken)
			}
			return orientation, nil
		case mark == 0xE1 && orientation == 0 && at+2+length <= len(data) && length >= 2:
			if body, ok := bytes.CutPrefix(data[at+4:at+2+length], []byte("Exif\x00\x00")); ok {
				orientation = exifOrientation(body)
			}
		}
		at += 2 + length
	}
	return 0, fmt.Errorf("%w: no picture in the file", ErrPictureBroken)
}
