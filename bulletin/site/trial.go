package site

import (
	"errors"
	"fmt"
	"io"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// sample is an issue that has something of everything a template may show.
const sample = `---
刊名上行: 专项工作
刊名: 工作简报
期号: 2
总期号: 12
date: 2020-01-02
日期位置: 文末
编发单位: [某某办公室, 某某局]
签发人: 张三
密级: 内部资料
份号: 1
编者按: 编者的话。
导读: {栏目: [第一篇, 第二篇]}
报: [某单位]
送: [甲, 乙]
责任编辑: 李四
份数: 10
更正: [{日期: 2020-01-03, 说明: 改一处。}]
---

# 第一篇

正文。

# 第二篇

正文。
`

// try makes every kind of page out of made-up issues, one that has something of
// everything and one that has nothing, so that what is wrong with the templates of
// an office is found before its issues are built.
func (s *Site) try(findings *diag.List) error {
	full := bulletin.Read(diag.NewSource("sample", []byte(sample)), "2020/002", nil)
	bare := &bulletin.Issue{Path: "2019/001", Front: bulletin.Front{Date: bulletin.Date{Year: 2019, Month: 1, Day: 1}, Public: true, Style: bulletin.DefaultStyle()}}
	secret := &bulletin.Issue{Path: "secret", Front: bulletin.Front{Style: bulletin.DefaultStyle()}}
	if full.Findings.Errors() > 0 {
		return errors.New("the sample of the templates has errors")
	}
	var entries []Entry
	for _, issue := range []*bulletin.Issue{full, bare} {
		e := NewEntry(issue)
		e.HTML, e.PDF, e.PDFSize = issue.Path+".html", issue.Path+".pdf", 1
		entries = append(entries, e)
	}
	for n := range mostInFull + 1 { // more than an index shows
		e := entries[1]
		e.Path, e.Number = fmt.Sprintf("2018/%d", n), n+1
		e.Date.Year = 2018 - n/fewInFull
		entries = append(entries, e)
	}
	info := IndexInfo{Address: "https://www.example.gov.cn/"}
	neighbours := AllNeighbours(entries)
	shared := func(entries []Entry) error {
		_, err := s.Shared(info, entries)
		return err
	}
	return s.tryAll(findings,
		func() error { return s.Page(io.Discard, full, NewPageInfo(entries[0], neighbours[full.Path], info)) },
		func() error { return s.Page(io.Discard, bare, NewPageInfo(entries[1], neighbours[bare.Path], info)) },
		func() error { return s.Page(io.Discard, secret, PageInfo{}) },
		func() error { return shared(nil) },
		func() error { return shared(entries) })
}

// tryAll collects what is wrong with pages, each of which may take a while; after
// one that has no end it tries no more.
func (s *Site) tryAll(findings *diag.List, pages ...func() error) error {
	defer s.rounds.free()
	for _, page := range pages {
		s.rounds.bound(mostRounds)
		err := page()
		if fault := s.collect(err, findings); fault != nil || errors.Is(err, errRounds) {
			return fault
		}
	}
	return nil
}
