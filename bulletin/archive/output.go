package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"io/fs"
	"sync"
)

// Output is where files go. Names have forward slashes.
type Output struct {
	FS     fs.FS                                // what stands there; a folder that is not there yet is empty
	Write  func(name string, data []byte) error // writes a file whole or not at all; does not keep data
	Remove func(name string) error              // removes a file, and the folders it leaves empty
}

// has reports whether a file stands in the output.
func (o Output) has(name string) bool {
	info, err := fs.Stat(o.FS, name)
	return err == nil && info.Mode().IsRegular()
}

// sumOf returns the SHA-256 of data in hexadecimal digits.
func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// A summer sums up files one after another in the same room.
type summer struct {
	hash   hash.Hash
	buffer []byte
}

func newSummer() *summer { return &summer{sha256.New(), make([]byte, 256<<10)} }

// sum returns the SHA-256 of a file and its size in bytes; "" for what cannot
// be read or is no file.
func (s *summer) sum(fsys fs.FS, name string) (string, int64) {
	if info, err := fs.Stat(fsys, name); err != nil || !info.Mode().IsRegular() { // a pipe would wait for ever
		return "", 0
	}
	f, err := fsys.Open(name)
	if err != nil {
		return "", 0
	}
	defer f.Close()
	s.hash.Reset()
	n, err := io.CopyBuffer(s.hash, onlyReader{f}, s.buffer)
	if err != nil {
		return "", 0
	}
	return hex.EncodeToString(s.hash.Sum(nil)), n
}

// onlyReader hides what else a file can do, so that the buffer is used.
type onlyReader struct{ io.Reader }

// sumAll returns the SHA-256 of files, "" for those that are not there, several
// at a time.
func sumAll(fsys fs.FS, names []string, jobs int) map[string]string {
	sums := make([]string, len(names))
	inParallel(len(names), jobs, func() func(int) {
		s := newSummer()
		return func(i int) { sums[i], _ = s.sum(fsys, names[i]) }
	})
	out := make(map[string]string, len(names))
	for i, name := range names {
		out[name] = sums[i]
	}
	return out
}

// inParallel calls what each of several workers makes for itself for every
// number below n.
func inParallel(n, jobs int, worker func() func(int)) {
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(max(jobs, 1), n) {
		workers.Go(func() {
			do := worker()
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	workers.Wait()
}
