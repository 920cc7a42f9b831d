/* Finds words in all issues of a series, in the browser alone: no server, no
   request but for the files beside this one, which call the functions of
   bulletinSearch with their data. A page opened from a disk may load scripts, but
   fetch nothing else. ECMAScript 5, for the browsers of offices. */
(function () {
  "use strict";

  var page = document.getElementById("search");
  var field = document.getElementById("q");
  var status = document.getElementById("found");
  var hits = document.getElementById("hits");
  var more = document.getElementById("more");
  var folder = page.getAttribute("data-folder");
  var atOnce = 20, mostPlaces = 3, mostPairs = 16, mostWords = 10, mostCharacters = 100;
  var before = 30, after = 60; // characters of the text around what was found

  /* What the files hold. */
  var series = null, tables = {}, shards = {}, texts = {};
  window.bulletinSearch = {
    series: function (data) { series = data; },
    issues: function (n, data) { tables[n] = data; },
    shard: function (n, data) { shards[n] = data; },
    text: function (path, data) { texts[path] = data; }
  };

  /* Loads files, each once, and goes on when all are there or have failed. */
  var asked = {};
  function load(names, then) {
    var left = 1;
    function done() { if (--left === 0) { then(); } }
    names.forEach(function (name) {
      if (asked[name]) { return; }
      asked[name] = true;
      left++;
      var script = document.createElement("script");
      script.charset = "utf-8";
      script.onload = script.onerror = done;
      script.src = folder + name.split("/").map(encodeURIComponent).join("/") + version();
      document.body.appendChild(script);
    });
    done();
  }

  /* A server's files may stand in a cache from before the last build. */
  function version() {
    if (location.protocol === "file:") { return ""; }
    return "?v=" + (series ? series.stamp : new Date().getTime());
  }

  function fileName(kind, n) { return "_" + kind + "/" + ("00" + n).slice(n > 999 ? 2 : -3) + ".js"; }

  /* The characters by which a text is found, and where in it each stands: without
     white space and marks, full-width letters and capitals as small ones of ASCII.
     The tool that made the index does the same (fold.go). */
  var dropped = /[\u0000-\u002d\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u1680\u180b-\u180f\u2000-\u206f\u2190-\u245f\u2500-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30fb\ufe00-\ufe6f\ufeff\uff5f-\uff65]/;
  function fold(s) {
    var out = { text: "", from: [], to: [] }, digit = false, point = -1, i, n;
    function add(c, from, to) {
      out.text += c;
      for (var k = 0; k < c.length; k++) { out.from.push(from); out.to.push(to); }
    }
    for (i = 0; i < s.length; i += n) {
      var c = s.charAt(i), code = s.charCodeAt(i), isDigit;
      n = 1;
      if (code >= 0xd800 && code < 0xdc00 && i + 1 < s.length) {
        c += s.charAt(i + 1);
        n = 2;
      } else if (code >= 0xff01 && code <= 0xff5e) {
        c = String.fromCharCode(code - 0xfee0);
      }
      code = c.charCodeAt(0);
      if ((code < 0x590 || code >= 0x1e00 && code < 0x1f00) && c.toLowerCase().length === 1) { c = c.toLowerCase(); }
      if (c === ".") {
        point = digit ? i : -1;
        digit = false;
        continue;
      }
      isDigit = c >= "0" && c <= "9";
      if (n === 2 ? c >= "\udb40\udd00" && c <= "\udb40\uddef" : dropped.test(c)) {
        isDigit = false;
      } else {
        if (isDigit && point >= 0) { add(".", point, point + 1); }
        add(c, i, i + n);
      }
      point = -1;
      digit = isDigit;
    }
    return out;
  }
  window.bulletinSearch.fold = function (s) { return fold(s).text; };

  /* The characters of a text, those beyond U+FFFF whole. */
  function characters(s) { return s.match(/[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g) || []; }

  function codeOf(c) {
    var high = c.charCodeAt(0);
    return c.length === 1 ? high : (high - 0xd800) * 0x400 + c.charCodeAt(1) - 0xdc00 + 0x10000;
  }

  /* The words of a query, folded, each once; what stands in quotation marks is one. */
  function wordsOf(query) {
    var out = [], parts = query.match(/[“"「『][^”"」』]*[”"」』]?|[^\s“"「『]+/g) || [];
    parts.forEach(function (part) {
      var word = fold(part).text;
      if (word && out.indexOf(word) < 0 && out.length < mostWords) { out.push(word); }
    });
    return out;
  }

  /* Numbers of the index: 64 characters that end one, 27 that go before, and the
     one that says that many issues follow one after another (postings.go). */
  var endings = 64, leads = 27, fewNext = 3, values = {};
  (function () {
    for (var code = 33, n = 0; code < 126; code++) {
      if (code !== 34 && code !== 92) { values[String.fromCharCode(code)] = n++; }
    }
  })();

  /* Marks the issues of a list, which ends at a blank or with the text; returns
     where. */
  function read(s, at, issues) {
    var next = 0, high = 0, run = false;
    for (; at < s.length && s.charAt(at) !== " "; at++) {
      var c = s.charAt(at), n = values[c];
      if (c === "~") { run = true; continue; }
      if (n >= endings) { high = high * leads + n - endings; continue; }
      n += high * endings;
      high = 0;
      if (!run) {
        next += n;
        issues[next++] = true;
        continue;
      }
      for (n += fewNext; n > 0; n--) { issues[next++] = true; }
      run = false;
    }
    return at;
  }

  /* The lists of a character lie in the shard of its code, or in several, by the
     second one (shards.go). */
  var apart = 37;
  function partsOf(c) { return Object.prototype.hasOwnProperty.call(series.parts, c) ? series.parts[c] : 1; }

  function shardOf(first, remainder) { return (codeOf(first) + apart * remainder) % series.shards; }

  function listsOf(first, remainder) {
    var shard = shards[shardOf(first, remainder)];
    return shard && Object.prototype.hasOwnProperty.call(shard, first) ? shard[first] : "";
  }

  /* The issues two characters stand side by side in. */
  function issuesOf(first, second) {
    var issues = {}, lists = listsOf(first, codeOf(second) % partsOf(first)), at = lists.indexOf(" " + second);
    if (at >= 0) { read(lists, at + 1 + second.length, issues); }
    return issues;
  }

  /* The issues one character stands in: those of all that may follow it. */
  function issuesOfOne(c) {
    var issues = {};
    for (var r = 0; r < partsOf(c); r++) {
      for (var lists = listsOf(c, r), at = 0; at < lists.length;) {
        at = read(lists, at + 1 + characters(lists.substr(at + 1, 2))[0].length, issues);
      }
    }
    return issues;
  }

  /* The shards a word needs. */
  function shardsOf(word) {
    var out = [];
    if (characters(word).length > 1) {
      return pairsOf(word).map(function (pair) { return shardOf(pair[0], codeOf(pair[1]) % partsOf(pair[0])); });
    }
    for (var r = 0; r < partsOf(word); r++) { out.push(shardOf(word, r)); }
    return out;
  }

  /* The pairs of a word to look up; of a very long one some of them. */
  function pairsOf(word) {
    var all = [], list = characters(word), out = [], i;
    for (i = 0; i + 1 < list.length; i++) { all.push([list[i], list[i + 1]]); }
    var step = Math.max(1, all.length / mostPairs);
    for (i = 0; i < all.length; i += step) { out.push(all[Math.floor(i)]); }
    return out;
  }

  /* The issues that may hold all words, newest first. */
  function candidates(words) {
    var sets = [];
    words.forEach(function (word) {
      var list = characters(word);
      if (list.length === 1) { sets.push(issuesOfOne(word)); }
      pairsOf(word).forEach(function (pair) { sets.push(issuesOf(pair[0], pair[1])); });
    });
    return Object.keys(sets[0]).filter(function (n) {
      return sets.every(function (set) { return set[n]; });
    }).map(Number).sort(function (a, b) { return b - a; });
  }

  /* Where the words stand in a paragraph: [from, to, word], in order. */
  function placesIn(paragraph, words) {
    var text = fold(paragraph), out = [];
    words.forEach(function (word, n) {
      for (var at = text.text.indexOf(word); at >= 0; at = text.text.indexOf(word, at + word.length)) {
        out.push([text.from[at], text.to[at + word.length - 1], n]);
      }
    });
    return out.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
  }

  /* The paragraphs the words stand in, those with most of them first; none when
     one of the words stands nowhere. */
  function placesOf(text, words) {
    var out = [], found = {};
    text.parts.forEach(function (part) {
      part.text.forEach(function (paragraph) {
        var places = placesIn(paragraph, words), here = {};
        places.forEach(function (p) { here[p[2]] = found[p[2]] = true; });
        if (places.length) {
          out.push({ id: part.id || "", title: part["in"] ? text.titles[part["in"] - 1] : "", paragraph: paragraph,
            places: places, words: Object.keys(here).length, order: out.length });
        }
      });
    });
    if (Object.keys(found).length < words.length) { return []; }
    return out.sort(function (a, b) { return b.words - a.words || a.order - b.order; });
  }

  function element(name, parent, className) {
    var e = document.createElement(name);
    if (className) { e.className = className; }
    parent.appendChild(e);
    return e;
  }

  function write(parent, text) { parent.appendChild(document.createTextNode(text)); }

  /* A place of a text that parts no character in two. */
  function whole(s, at) {
    at = Math.max(0, Math.min(at, s.length));
    return at > 0 && at < s.length && /[\udc00-\udfff]/.test(s.charAt(at)) ? at - 1 : at;
  }

  /* Writes a text from one place to another, with what was found in it marked. */
  function writeMarked(parent, s, from, to, places) {
    var at = from;
    places.forEach(function (p) {
      if (p[1] <= at || p[0] >= to) { return; }
      write(parent, s.slice(at, Math.max(p[0], at)));
      at = Math.max(p[0], at);
      write(element("mark", parent), s.slice(at, p[1]));
      at = p[1];
    });
    write(parent, s.slice(at, Math.max(to, at)));
    return Math.max(to, at);
  }

  /* Writes the paragraph around the first place. */
  function writeContext(parent, hit) {
    var s = hit.paragraph, first = hit.places[0];
    var from = whole(s, first[0] - before), to = whole(s, Math.max(first[1], first[0] + after));
    if (to + 8 > s.length) { to = s.length; }
    if (from < 8) { from = 0; }
    if (from > 0) { write(parent, "……"); }
    if (writeMarked(parent, s, from, to, hit.places) < s.length) { write(parent, "……"); }
  }

  function chineseDate(iso) {
    var d = iso.split("-");
    return Number(d[0]) + "年" + Number(d[1]) + "月" + Number(d[2]) + "日";
  }

  function addressOf(issue) { return (issue[3] || issue[0] + ".html").split("/").map(encodeURIComponent).join("/"); }

  /* Shows an issue: [path, heading, date, file]. */
  function show(issue, found) {
    var item = element("li", hits), link = element("a", element("h2", item)), isPage = !issue[3] || /\.html$/.test(issue[3]);
    function at(hit) { return addressOf(issue) + (isPage && hit.id ? "#" + hit.id : ""); }
    link.href = at(found[0]);
    write(link, issue[1]);
    var date = element("time", link);
    date.setAttribute("datetime", issue[2]);
    if (issue[1] !== chineseDate(issue[2])) { write(date, chineseDate(issue[2])); }
    var last = null;
    found.slice(0, mostPlaces).forEach(function (hit) {
      var isTitle = hit.paragraph === hit.title;
      if (hit.title && hit.title !== last) {
        var title = element("a", element("p", item, "where"));
        title.href = at(hit);
        writeMarked(title, hit.title, 0, hit.title.length, isTitle ? hit.places : []);
      }
      if (!isTitle) {
        writeContext(element("p", item, "context"), hit);
      }
      last = hit.title;
    });
    if (found.length > mostPlaces) {
      write(element("p", item, "rest"), "本期另有" + (found.length - mostPlaces) + "段");
    }
  }

  function say(text) { status.textContent = text; }

  /* Shows the next issues of a search: those that do hold the words as typed. */
  function next(search, wanted, first) {
    var batch = search.left.splice(0, wanted), names = [];
    batch.forEach(function (n) {
      var table = fileName("issues", Math.floor(n / series.table));
      if (names.indexOf(table) < 0) { names.push(table); }
    });
    load(names, function () {
      var issues = batch.map(function (n) { return (tables[Math.floor(n / series.table)] || [])[n % series.table]; });
      load(issues.filter(Boolean).map(function (issue) { return issue[0] + ".js"; }), function () {
        issues.forEach(function (issue) {
          if (!issue || !texts[issue[0]]) { search.missing++; return; }
          var found = placesOf(texts[issue[0]], search.words);
          if (!found.length) { return; }
          show(issue, found);
          search.shown++;
          wanted--;
        });
        if (wanted > 0 && search.left.length) { next(search, wanted, first); return; }
        report(search);
        if (first >= 0 && hits.children[first]) { hits.children[first].querySelector("a").focus(); }
      });
    });
  }

  function report(search) {
    var text;
    more.hidden = !search.left.length;
    if (search.left.length) {
      text = (search.exact ? "找到" + search.total : "找到约" + (search.shown + search.left.length)) + "期，列出最近的" + search.shown + "期";
    } else if (search.shown) {
      text = "找到" + search.shown + "期";
    } else {
      text = "没有找到。请少写几个字，或换一个说法；几个词要在同一期里都有才算找到。";
    }
    if (search.missing) { text += "。另有" + search.missing + "期的文字读不到，请确认 " + folder + " 文件夹是完整的"; }
    say(text);
  }

  function search(query) {
    var words = wordsOf(query), names = [];
    if (!words.length) { say("请写要找的字词，标点不算。"); return; }
    if (!series.issues) { say("还没有可以查找的期次。"); return; }
    say("正在查找……");
    words.forEach(function (word) {
      shardsOf(word).forEach(function (n) { names.push(fileName("shard", n)); });
    });
    load(names, function () {
      var left = candidates(words);
      var job = { words: words, left: left, total: left.length, shown: 0, missing: 0,
        exact: words.every(function (word) { return characters(word).length < 3; }) };
      more.onclick = function () {
        more.hidden = true;
        next(job, atOnce, job.shown);
      };
      next(job, atOnce, -1);
    });
  }

  /* The query stands in the address, so that a search can be linked. */
  function queryOf(address) {
    var m = /[?&]q=([^&#]*)/.exec(address);
    if (!m) { return ""; }
    try {
      return decodeURIComponent(m[1].replace(/\+/g, " "));
    } catch (e) {
      return "";
    }
  }

  var query = queryOf(location.search);
  query = query.slice(0, whole(query, mostCharacters));
  field.value = query;
  if (!query) { field.focus(); return; }
  document.title = query + " - " + document.title;
  say("正在查找……");
  load(["_series.js"], function () {
    if (series) { search(query); return; }
    say("查找用的文件读不到，请确认 " + folder + " 文件夹与本页放在一起。");
  });
})();
