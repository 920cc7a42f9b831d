package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"jianbao/bulletin/archive"
)

// lockWait is how long one waits for another build before saying so.
const lockWait = time.Second

// lockFolder keeps other runs of the tool out of an output folder, and waits for
// those that are at work there. The system gives the lock back if the tool is
// killed. The caller calls unlock.
func (w world) lockFolder(dir string) (unlock func(), err error) {
	if err := makeFolder(dir); err != nil {
		return nil, err
	}
	name := filepath.Join(dir, archive.LockName)
	waiting := false
	for start := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		lock := flock.New(name)
		ok, err := lock.TryLock()
		if errors.Is(err, fs.ErrPermission) {
			return nil, &fs.PathError{Op: "create", Path: dir, Err: errReadOnly}
		}
		if err != nil && !os.IsNotExist(err) {
			return nil, err
		}
		if ok {
			if held(lock, name) {
				return func() {
					err := os.Remove(name) // while it is locked: nobody else's is removed
					_ = lock.Unlock()
					if err != nil { // Windows removes no open file, and so none that another has locked
						_ = os.Remove(name)
					}
				}, nil
			}
			_ = lock.Unlock()
			continue
		}
		if !waiting && time.Since(start) > lockWait {
			waiting = true
			fmt.Fprintf(w.err, "另一个 bulletin 正在往 %s 里生成，等它做完……\n", told(dir))
		}
	}
}

// held reports whether the file that was locked is still the one of that name:
// who held it before may have removed it.
func held(lock *flock.Flock, name string) bool {
	mine, err := lock.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(name)
	return err == nil && os.SameFile(mine, there)
}
