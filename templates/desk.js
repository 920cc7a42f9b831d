// The page of bulletin serve. It asks the server for what is on the desk whenever
// that says that something has changed, and changes in place what is another: no
// scroll position is lost, and nothing flickers.
import { get, Lost, query } from "/deskask.js";
import { make, morph } from "/deskdom.js";
import { dropFonts, loadFont, useFonts } from "/deskfonts.js";
import { showChosen, showList, tally } from "/desklist.js";

const at = id => document.getElementById(id);
const [paper, web, text, found, status] = ["paper", "web", "text", "found", "status"].map(at);
let chosen = "";        // path of the issue
let state = null;       // of it
let form = "paper";
let events = null;
let known = { list: -1, issue: "" }; // versions of what is shown
let source = { file: "", sum: "" };  // what the pane of the source shows
let place = null;       // {file, line, column} that is lit there
let current = -1;       // the finding that is chosen, by its place in the list

const path = p => p.split("/").map(encodeURIComponent).join("/");
const complain = fault => { if (!(fault instanceof Lost)) console.error(fault); };

/* What the server tells. A window nobody sees asks for nothing: browsers open six
   connections to a server at most, and each window takes one. */
const listen = () => {
  if (events) events.close();
  events = null;
  if (document.hidden) return;
  const mine = events = new EventSource("/events" + query({ issue: chosen }));
  mine.onmessage = e => { if (mine === events) renew(JSON.parse(e.data)); };
  mine.onerror = () => { if (mine === events) say("连不上 bulletin serve，正在重连…", true); };
  mine.onopen = () => { if (mine === events) { known.list = -1; summary(); } }; // it may be another server
};

/* renew brings the page up to date: one run at a time, the last news last. */
let running = false, news = null;
const renew = async latest => {
  news = latest;
  if (running) return;
  running = true;
  try {
    while (news) {
      const now = news;
      news = null;
      const issue = chosen;
      if (now.issue !== known.issue) {
        const fresh = await (await get("/state" + query({ issue }))).json();
        if (issue === chosen) { known.issue = now.issue; await show(fresh); }
      }
      if (now.list !== known.list) {
        known.list = now.list;
        list(await (await get("/list")).json());
      }
    }
  } catch (fault) {
    known.issue = null; // the next news brings it
    complain(fault);
  } finally {
    running = false;
  }
};

const say = (words, bad) => { if (status.textContent !== words) status.textContent = words; status.className = bad ? "bad" : ""; };

/* The list of issues. */
const list = data => {
  at("name").textContent = data.name || "工作简报";
  document.title = (state ? state.heading + " · " : "") + (data.name || "预览");
  showList(at("issues"), data, chosen);
  if (!chosen && data.years.length) location.replace("#" + encodeURIComponent(data.years[0].issues[0].path));
  if (!chosen && !data.years.length) empty();
};
const empty = () => {
  at("heading").textContent = "";
  found.replaceChildren(make("p", { class: "none" }, "还没有选中哪一期"));
  nothing("还没有稿件");
};
const nothing = words => {
  at("nothing").hidden = false;
  at("nothing").textContent = words;
  paper.hidden = web.hidden = true;
};

/* The chosen issue. */
const choose = () => {
  let wanted = "";
  try { wanted = decodeURIComponent(location.hash.slice(1)); } catch (fault) { /* no path */ }
  if (wanted === chosen && events) return;
  chosen = wanted;
  state = place = null;
  current = -1;
  known.issue = null;
  source = { file: "", sum: "" };
  text.replaceChildren();
  at("place").textContent = at("heading").textContent = at("many").textContent = "";
  at("old").hidden = at("pdf").hidden = true;
  say("", false);
  found.replaceChildren();
  paper.replaceChildren();
  paper.scrollTop = 0;
  web.replaceChildren();
  showChosen(at("issues"), chosen);
  pane("view");
  listen();
};

const show = async fresh => {
  if (!fresh) {
    at("heading").textContent = "";
    found.replaceChildren(make("p", { class: "none" }, "没有这一期"));
    if (chosen) nothing("没有 " + chosen + ".md 这份稿件。也许改了名或删去了，在“各期”里另选一期。");
    return;
  }
  if (fresh.moved) { location.replace("#" + encodeURIComponent(fresh.moved)); return; }
  state = fresh;
  at("heading").textContent = state.heading;
  document.title = state.heading + " · " + at("name").textContent;
  summary();
  findings();
  at("pdf").hidden = !state.paper.length;
  at("pdf").href = "/pdf/" + path(state.path) + ".pdf";
  await Promise.all([sources(), form === "paper" ? drawPaper() : drawWeb()]);
};

const summary = () => {
  if (!state) { say("", false); return; }
  const all = [...state.findings, ...state.shared], n = kind => all.filter(f => f.severity === kind).length;
  const parts = tally({ errors: n("error"), warnings: n("warning"), rest: n("info") }).map(([word, k]) => k + " 处" + word);
  say(state.gone ? "稿件不在了" : state.fault || (parts.length ? parts.join("，") : "没有发现问题"), state.gone || !!state.fault || n("error") > 0);
  at("many").textContent = all.length || "";
};

/* mark says whether what is shown is as the source is now. */
const mark = (there, old, what) => {
  at("nothing").hidden = true;
  paper.hidden = form !== "paper" || !there;
  web.hidden = form !== "web" || !there;
  const notice = at("old");
  notice.hidden = !old;
  notice.textContent = state.gone ? "旧：稿件 " + state.file + " 不在了，这是它原来的样子" : "旧：这是上一次做成的" + what + "；改正错误后更新";
  paper.classList.toggle("stale", old);
  if (!there) nothing("还做不出" + what + "，先改正" + (state.shared.some(f => f.severity === "error") && !state.findings.some(f => f.severity === "error") ? "各期共用的文件里的" : "") + "错误");
};

/* The pages of the PDF. Their fonts are loaded before they are shown; of a long
   issue only the pages near the window are. */
const near = new IntersectionObserver(entries => {
  for (const e of entries) { e.target.near = e.isIntersecting; if (e.isIntersecting) fill(e.target); }
}, { root: paper, rootMargin: "100% 0px" });
const svg = async (n, sum) => (await get("/page" + query({ issue: chosen, n, sum }))).text(); // "": a newer one is on its way
const put = (page, markup, sum) => { page.innerHTML = markup; page.shown = sum; page.classList.add("drawn"); };
const fill = async page => {
  const sum = page.wanted;
  if (page.shown === sum || page.filling === sum) return;
  page.filling = sum;
  try {
    const markup = await svg(page.n, sum);
    if (markup && page.wanted === sum) put(page, markup, sum);
  } catch (fault) { complain(fault); }
  page.filling = "";
};
const drawPaper = async () => {
  const now = state, pages = now.paper;
  mark(pages.length > 0, !!now.paperOld, "纸面");
  const changed = [...paper.children].filter((p, n) => p.near && pages[n] && p.shown !== pages[n].sum);
  const [markups] = await Promise.all([
    Promise.all(changed.map(p => svg(p.n, pages[p.n].sum))),
    Promise.all(now.fonts.map(f => loadFont(f.sum))),
  ]);
  if (now !== state) return;
  useFonts(now.fonts);
  while (paper.children.length > pages.length) { near.unobserve(paper.lastChild); paper.lastChild.remove(); }
  pages.forEach((p, n) => {
    let page = paper.children[n];
    if (!page) {
      page = make("div", { class: "page", role: "group", "aria-label": "第" + (n + 1) + "页" });
      page.n = n;
      paper.append(page);
      near.observe(page);
    }
    page.style.aspectRatio = p.width + " / " + p.height;
    page.wanted = p.sum;
  });
  changed.forEach((page, i) => { if (markups[i]) put(page, markups[i], page.wanted); });
  for (const page of paper.children) if (page.near) fill(page);
  dropFonts(now.fonts);
};

/* The web page, in a frame that runs no script. What has changed is changed in it;
   the browser holds the rest in its place. */
const drawWeb = async () => {
  const now = state;
  mark(!!now.html, !!now.htmlOld, "网页");
  if (!now.html) return;
  const address = "/preview/" + path(now.path) + ".html";
  let frame = web.firstChild;
  if (!frame) {
    frame = make("iframe", { sandbox: "allow-same-origin", title: "网页", src: address });
    const loaded = new Promise(done => frame.addEventListener("load", done, { once: true }));
    web.append(frame);
    await loaded;
    frame.shown = now.html;
    attach(frame.contentDocument);
  } else if (frame.shown !== now.html) {
    const markup = await (await get(address)).text();
    if (now !== state || !frame.contentDocument) return;
    const fresh = new frame.contentWindow.DOMParser().parseFromString(markup, "text/html");
    const style = d => d.querySelector("head style");
    if (style(fresh) && style(frame.contentDocument) && style(fresh).textContent !== style(frame.contentDocument).textContent) style(frame.contentDocument).textContent = style(fresh).textContent;
    morph(frame.contentDocument.body, fresh.body);
    frame.shown = now.html;
  }
  if (now !== state) return;
  locate(frame.contentDocument);
  pictures(frame.contentDocument);
};
const locate = doc => {
  for (const p of state.parts) for (const e of doc.querySelectorAll(p.select)) {
    e.dataset.line = p.line;
    e.dataset.column = p.column;
    e.dataset.file = p.file;
  }
};
const pictures = doc => {
  const folder = state.path.includes("/") ? state.path.slice(0, state.path.lastIndexOf("/") + 1) : "";
  for (const img of doc.images) {
    const src = img.getAttribute("src").replace(/\?v=.*$/, "");
    let name = "";
    try { name = new URL(src, "http://x/" + path(folder + "x")).pathname.slice(1).split("/").map(decodeURIComponent).join("/"); } catch (fault) { continue; }
    const version = state.pictures && state.pictures[name];
    if (version && img.dataset.version !== version) {
      if (img.dataset.version) img.src = src + "?v=" + version;
      img.dataset.version = version;
    }
  }
};
const attach = doc => {
  doc.addEventListener("click", e => {
    const a = e.target.closest("a");
    if (a && !(a.getAttribute("href") || "").startsWith("#")) e.preventDefault();
    point(e.target.closest("[data-line]"));
  });
  doc.addEventListener("keydown", keys);
};

/* point shows where what was clicked on was typed, unless text is being marked. */
const point = e => {
  if (!e || !state || String((e.ownerDocument.defaultView || window).getSelection() || "").length > 1) return;
  light({ file: e.dataset.file || state.file, line: +e.dataset.line, column: +(e.dataset.column || 1) }, true).catch(complain);
};
paper.addEventListener("click", e => {
  const jump = e.target.closest(".jump");
  if (jump) {
    const page = paper.children[+jump.dataset.page];
    if (page) paper.scrollTop = page.offsetTop - paper.offsetTop + page.clientWidth * (+jump.dataset.y) / +state.paper[page.n].width - 40;
    return;
  }
  point(e.target.closest("[data-line]"));
});

/* reveal brings a place of the source into the preview. */
const reveal = async where => {
  if (form === "web") {
    const e = web.firstChild && web.firstChild.contentDocument && nearest(web.firstChild.contentDocument, where);
    if (e) e.scrollIntoView({ block: "center" });
    return;
  }
  if (where.file === state.file) {
    // A printed line that begins in the line before may hold it.
    const before = state.paper.reduce((most, p) => p.last <= where.line ? Math.max(most, p.last) : most, 0);
    const there = [...paper.children].filter((_, n) => state.paper[n] && state.paper[n].first && state.paper[n].first <= where.line && (where.line <= state.paper[n].last || state.paper[n].last === before));
    await Promise.all(there.slice(0, 8).map(fill));
  }
  for (const old of paper.querySelectorAll(".here")) old.classList.remove("here");
  const e = nearest(paper, where);
  if (!e) return;
  const y = e.firstChild.getAttribute("y");
  for (const t of e.closest("svg").querySelectorAll("text")) if (t.firstChild.getAttribute("y") === y) t.classList.add("here");
  e.scrollIntoView({ block: "center", inline: "nearest" });
};

/* nearest finds what shows a place of the source: the last that begins in its line at
   or before it, or the first in the line, or the last of the lines right above. */
const nearest = (within, where) => {
  const all = [...within.querySelectorAll("[data-line]")].filter(e => (e.dataset.file || state.file) === where.file && +e.dataset.line <= where.line);
  const line = all.reduce((most, e) => Math.max(most, +e.dataset.line), 0), column = e => +(e.dataset.column || 1);
  const inLine = all.filter(e => +e.dataset.line === line).sort((x, y) => column(x) - column(y));
  if (!inLine.length || !joined(line, where.line)) return null;
  return inLine.filter(e => line < where.line || column(e) <= where.column).pop() || inLine[0];
};

/* joined tells whether a line belongs to the paragraph that begins in another. */
const joined = (from, line) => {
  for (let n = from; n < line; n++) if (!text.children[n] || !text.children[n].lastChild.textContent.trim()) return false;
  return true;
};

/* The findings. */
const all = () => state ? [...state.findings, ...state.shared] : [];
const findings = () => {
  const before = found.querySelector("[aria-current]"), wanted = before && before.dataset.key, focused = found.contains(document.activeElement) && document.activeElement.dataset && document.activeElement.dataset.key, top = found.scrollTop;
  const children = [];
  if (state.fault) children.push(make("p", { class: "none error" }, state.fault));
  if (!all().length) children.push(make("p", { class: "none" }, "没有发现问题"));
  else {
    const mends = all().filter(f => f.mends).length;
    if (mends) children.push(make("p", { class: "mends" }, mends + " 处能自动改：bulletin check --fix " + (/^[\p{L}\p{N}._/-]+$/u.test(state.file) ? state.file : '"' + state.file + '"')));
    if (state.findings.length) children.push(make("ul", {}, ...state.findings.map((f, i) => item(f, i))));
    if (state.shared.length) children.push(make("h3", {}, "各期共用的文件"), make("ul", {}, ...state.shared.map((f, i) => item(f, state.findings.length + i))));
  }
  found.replaceChildren(...children);
  found.scrollTop = top;
  current = -1;
  [...found.querySelectorAll("button")].forEach((b, i) => {
    if (wanted && b.dataset.key === wanted) { b.setAttribute("aria-current", "true"); current = i; }
    if (focused && b.dataset.key === focused) b.focus({ preventScroll: true });
  });
};
const item = (f, i) => {
  const where = f.file ? f.file + ":" + f.line + ":" + f.column : "";
  const b = make("button", { type: "button", "data-key": f.code + f.message },
    make("span", { class: "tag " + f.severity }, f.word), make("span", { class: "said" }, f.message),
    ...(f.hint ? [make("span", { class: "hint" }, f.hint)] : []),
    make("span", { class: "where" }, where + " [" + f.code + "]" + (f.mends ? " 能自动改" : "")));
  b.addEventListener("click", () => { pick(i); pane("source"); });
  return make("li", {}, b);
};
const pick = i => {
  const buttons = found.querySelectorAll("button"), f = all()[i];
  if (!f || !buttons[i]) return;
  current = i;
  buttons.forEach((b, k) => { if (k === i) b.setAttribute("aria-current", "true"); else b.removeAttribute("aria-current"); });
  buttons[i].scrollIntoView({ block: "nearest" });
  if (f.file) light(f, false).then(() => reveal(f)).catch(complain);
};

/* The source, with the line a finding or a paragraph stands in. */
const light = async (where, fromView) => {
  place = { file: where.file, line: where.line, column: where.column };
  at("place").textContent = place.file + ":" + place.line + ":" + place.column;
  if (fromView && matchMedia("(max-width: 52rem)").matches) pane("source");
  await sources();
  lit(true);
};
const sources = async () => {
  const file = place && state.sources[place.file] !== undefined ? place.file : state.file;
  if (source.file === file && source.sum === state.sources[file]) return;
  const issue = chosen, data = await (await get("/source" + query({ issue, file }))).json();
  if (issue !== chosen) return;
  const same = source.file === file, top = text.scrollTop;
  source = { file, sum: data.sum };
  text.replaceChildren(...data.text.replace(/\n$/, "").split("\n").map((line, i) =>
    make("div", { class: "line" }, make("span", { class: "n" }, i + 1), make("code", {}, line))));
  text.scrollTop = same ? top : 0;
  if (!place || place.file !== file) at("place").textContent = file;
  lit(false);
};
const lit = scroll => {
  for (const old of text.querySelectorAll(".lit")) {
    old.classList.remove("lit");
    old.lastChild.textContent = old.lastChild.textContent.replace(/\u200b$/, "");
  }
  const row = place && place.file === source.file && text.children[place.line - 1];
  if (!row) return;
  const code = row.lastChild, chars = [...code.textContent], n = Math.max(place.column - 1, 0);
  row.classList.add("lit");
  code.replaceChildren(chars.slice(0, n).join(""), make("mark", {}, chars[n] || "\u200b"), chars.slice(n + 1).join(""));
  if (scroll) code.querySelector("mark").scrollIntoView({ block: "center" });
};

/* Forms, panes, keys. */
const look = wanted => {
  form = wanted;
  at("as-paper").setAttribute("aria-pressed", form === "paper");
  at("as-web").setAttribute("aria-pressed", form === "web");
  if (state) (form === "paper" ? drawPaper() : drawWeb()).catch(fault => { known.issue = null; complain(fault); });
};
at("as-paper").addEventListener("click", () => look("paper"));
at("as-web").addEventListener("click", () => look("web"));
const pane = wanted => {
  document.body.dataset.pane = wanted;
  for (const b of document.querySelectorAll(".panes button")) b.setAttribute("aria-pressed", b.dataset.pane === wanted);
};
for (const b of document.querySelectorAll(".panes button")) b.addEventListener("click", () => pane(b.dataset.pane));
const keys = e => {
  if (e.key !== "F8" || !all().length) return;
  e.preventDefault();
  const n = all().length;
  pick(e.shiftKey ? (current <= 0 ? n : current) - 1 : (current + 1) % n);
};
addEventListener("keydown", keys);
addEventListener("hashchange", choose);
document.addEventListener("visibilitychange", listen);
choose();
