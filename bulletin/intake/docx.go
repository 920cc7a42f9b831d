package intake

func (p *paper) openWord(data []byte) bool { return false }
