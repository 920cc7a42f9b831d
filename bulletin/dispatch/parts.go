package dispatch

import (
	"strconv"

	"jianbao/bulletin"
)

// marked is what must be seen first: 急件, 密级, the route.
func (j *Job) marked(r Row) words {
	var w words
	put := func(more words) {
		if more.empty() {
			return
		}
		if len(w) > 0 {
			w = append(w, bulletin.Phrase{Text: "　"})
		}
		w = append(w, more...)
	}
	if j.Urgent {
		put(plain("急件"))
	}
	put(words(j.Issue.Classification).spaced())
	put(words{r.Unit.Route})
	return w
}

// who takes the copies in: department or person, and a number to call.
func who(u *bulletin.Unit) words {
	var w words
	if u.Contact.Text != "" {
		w = append(w, u.Contact)
	}
	if u.Phone.Text != "" {
		if len(w) > 0 {
			w = append(w, bulletin.Phrase{Text: "　"})
		}
		w = append(w, plain("电话")...)
		w = append(w, u.Phone)
	}
	return w
}

// inside names the bulletin in few words: 《工作简报》第4期.
func (j *Job) inside() words {
	w := append(plain("《"), j.Issue.Name...)
	return append(w, plain("》"+j.Issue.NumberLine()+reprint(j.Printing))...)
}

// count is how many copies, and which.
func (j *Job) count(r Row) words {
	text := strconv.Itoa(r.Copies) + "份"
	if n := unbroken(r.First, r.Last()); n != "" {
		text += "　份号\u2060" + n
	}
	return plain(text)
}

// bundle says what is in an envelope: 《工作简报》第4期2份（份号000001—000002）.
func (j *Job) bundle(r Row) words {
	text := strconv.Itoa(r.Copies) + "份"
	if n := unbroken(r.First, r.Last()); n != "" {
		text += "（份号\u2060" + n + "）"
	}
	return append(j.inside(), plain(text)...)
}
