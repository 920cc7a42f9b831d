package object

import (
	"bytes"
	"fmt"
	"io"

	"github.com/klauspost/compress/zlib"
)

// maxInflated bounds what a stream may unfold to, in bytes.
const maxInflated = 1 << 28

// Decode returns the data of a stream with its filter undone, which must be
// none or FlateDecode without a predictor.
func (s *Stream) Decode() ([]byte, error) {
	switch filter := s.Dict["Filter"]; {
	case filter == nil:
		return s.Data, nil
	case filter == Name("FlateDecode") && s.Dict["DecodeParms"] == nil:
		return Inflate(s.Data)
	default:
		return nil, fmt.Errorf("stream with filter %v", filter)
	}
}

// Inflate undoes FlateDecode (7.4.4).
func Inflate(data []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("inflate: %w", err)
	}
	out, err := io.ReadAll(io.LimitReader(r, maxInflated+1))
	if err != nil {
		return nil, fmt.Errorf("inflate: %w", err)
	}
	if len(out) > maxInflated {
		return nil, fmt.Errorf("inflate: more than %d bytes", maxInflated)
	}
	return out, nil
}

// A Deflater compresses streams, one after the other with the same tables.
type Deflater struct{ w *zlib.Writer }

// level is where fonts, nearly all of our bytes, stop to gain: outlines hold
// little that repeats. Measured on an issue of five pages, level 3 makes 1.7 %
// more in three quarters of the time, and level 9 1.6 % less in the threefold.
const level = 6

// NewDeflater returns a Deflater.
func NewDeflater() (*Deflater, error) {
	w, err := zlib.NewWriterLevel(io.Discard, level)
	if err != nil {
		return nil, fmt.Errorf("deflate: %w", err)
	}
	return &Deflater{w}, nil
}

// Compress returns data as FlateDecode reads it. Equal data give equal bytes,
// whatever was compressed before.
func (d *Deflater) Compress(data []byte) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(len(data)/2 + 64)
	d.w.Reset(&out)
	if _, err := d.w.Write(data); err != nil {
		return nil, fmt.Errorf("deflate: %w", err)
	}
	if err := d.w.Close(); err != nil {
		return nil, fmt.Errorf("deflate: %w", err)
	}
	return out.Bytes(), nil
}
