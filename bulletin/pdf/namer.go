package pdf

import (
	"fmt"

	"jianbao/bulletin/pdf/object"
)

// A namer renames the pictures content streams draw. fpdf's names are hashes
// of compressed data and would change with the compressor.
type namer struct {
	old      object.Dict                 // fpdf's names and pictures
	names    map[object.Name]object.Name // fpdf's names and ours
	pictures object.Dict                 // our names and pictures
}

// rename returns a content stream with our names for pictures: the operand of
// Do (8.8) is replaced and all else kept as it is.
func (n *namer) rename(content []byte) ([]byte, error) {
	operations, err := object.Content(content)
	if err != nil {
		return nil, err
	}
	var out []byte
	done := 0
	for _, op := range operations {
		if op.Operator != "Do" || len(op.Operands) != 1 {
			continue
		}
		old, ok := op.Operands[0].(object.Name)
		if !ok || n.old[old] == nil {
			return nil, errUnexpected
		}
		out = append(out, content[done:op.At]...)
		out = append(out, '/')
		out = append(out, n.name(old)...)
		done = op.At + 1 + len(old)
	}
	return append(out, content[done:]...), nil
}

// name returns our name for a picture, a new one where it is drawn first.
func (n *namer) name(old object.Name) object.Name {
	if name, ok := n.names[old]; ok {
		return name
	}
	name := object.Name(fmt.Sprintf("Im%d", len(n.names)+1))
	n.names[old] = name
	n.pictures[name] = n.old[old]
	return name
}
