package dispatch

import (
	"strconv"

	"jianbao/bulletin"
	"jianbao/bulletin/sheet"
)

// marked is what must be seen first: 急件, 密级, the route.
func (j *Job) marked(r Row) sheet.Words {
	var w sheet.Words
	put := func(more sheet.Words) {
		if more.Empty() {
			return
		}
		if len(w) > 0 {
			w = append(w, bulletin.Phrase{Text: "　"})
		}
		w = append(w, more...)
	}
	if j.Urgent {
		put(sheet.Plain("急件"))
	}
	put(sheet.Words(j.Issue.Classification).Spaced())
	put(sheet.Words{r.Unit.Route})
	return w
}

// who takes the copies in: department or person, and a number to call.
func who(u *bulletin.Unit) sheet.Words {
	var w sheet.Words
	if u.Contact.Text != "" {
		w = append(w, u.Contact)
	}
	if u.Phone.Text != "" {
		if len(w) > 0 {
			w = append(w, bulletin.Phrase{Text: "　"})
		}
		w = append(w, sheet.Plain("电话")...)
		w = append(w, u.Phone)
	}
	return w
}

// inside names the bulletin in few words: 《工作简报》第4期.
func (j *Job) inside() sheet.Words {
	w := append(sheet.Plain("《"), j.Issue.Name...)
	return append(w, sheet.Plain("》"+j.Issue.NumberLine()+reprint(j.Printing))...)
}

// count is how many copies, and which.
func (j *Job) count(r Row) sheet.Words {
	text := strconv.Itoa(r.Copies) + "份"
	if n := unbroken(r.First, r.Last()); n != "" {
		text += "　份\u2060号\u2060" + n
	}
	return sheet.Plain(text)
}

// bundle says what is in an envelope: 《工作简报》第4期2份（份号000001—000002）.
func (j *Job) bundle(r Row) sheet.Words {
	text := strconv.Itoa(r.Copies) + "份"
	if n := unbroken(r.First, r.Last()); n != "" {
		text += "（份\u2060号\u2060" + n + "）"
	}
	return append(j.inside(), sheet.Plain(text)...)
}
