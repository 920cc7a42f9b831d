package object

// An Operation is an operator of a content stream with what stands before it
// (7.8.2).
type Operation struct {
	Operator string
	Operands []Object
	At       int // where the first operand, or the operator, begins
}

// Content reads the operations of a content stream without inline images. An
// error wraps ErrSyntax.
func Content(data []byte) ([]Operation, error) {
	l := lexer{data: data}
	var operations []Operation
	for {
		l.skipSpace()
		op := Operation{At: l.pos}
		for op.Operator == "" {
			v, err := l.value(0)
			if err != nil {
				return nil, err
			}
			k, ok := v.(keyword)
			if !ok {
				op.Operands = append(op.Operands, v)
				continue
			}
			if k == "" && len(op.Operands) == 0 {
				return operations, nil
			}
			if k == "" || k == "BI" || isDelimiter(k[0]) {
				return nil, l.fail("%q for an operator", string(k))
			}
			op.Operator = string(k)
		}
		operations = append(operations, op)
	}
}
