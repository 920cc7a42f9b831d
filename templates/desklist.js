// The list of issues by year, each with how many findings it has.
import { make, settle } from "/deskdom.js";

/* tally names the kinds of findings there are: [word, how many, kind]. */
export const tally = e => [["错误", e.errors, "error"], ["警告", e.warnings, "warning"], ["提示", e.rest, "info"]].filter(t => t[1] > 0);

/* showList shows the list; entries that have not changed stay, among thousands. */
export const showList = (nav, data, chosen) => {
  const focused = nav.contains(document.activeElement) ? document.activeElement.dataset.path : undefined;
  const before = new Map([...nav.querySelectorAll("li")].map(li => [li.key, li]));
  const item = e => {
    const key = JSON.stringify(e);
    return before.get(key) || Object.assign(entry(e), { key });
  };
  const children = [];
  if (data.fault) children.push(make("p", { class: "nothing error" }, data.fault));
  for (const y of data.years) {
    const old = nav.querySelector('[data-year="' + CSS.escape(y.year) + '"]');
    const section = old || make("section", { "aria-labelledby": "y" + y.year, "data-year": y.year }, make("h2", { id: "y" + y.year }, y.year), make("ul"));
    settle(section.querySelector("ul"), y.issues.map(item));
    children.push(section);
  }
  if (!data.years.length && !data.fault) children.push(make("p", { class: "nothing" }, "这个文件夹里还没有稿件（.md 文件）。放进来就会出现在这里。"));
  settle(nav, children);
  showChosen(nav, chosen);
  if (focused !== undefined && !nav.contains(document.activeElement)) {
    const again = nav.querySelector('[data-path="' + CSS.escape(focused) + '"]');
    if (again) again.focus({ preventScroll: true });
  }
};

const entry = e => {
  const counts = tally(e).map(([word, n, kind]) => make("span", { class: "tag " + kind, title: n + " 处" + word }, word + " " + n));
  if (!e.checked) counts.push(make("span", { class: "tag wait" }, "待查"));
  const a = make("a", { href: "#" + encodeURIComponent(e.path), "data-path": e.path, title: e.path + ".md" },
    make("span", { class: "row" }, make("span", { class: "head" }, e.heading), make("span", { class: "date" }, e.date)),
    make("span", { class: "about" }, e.about),
    ...(counts.length ? [make("span", { class: "counts" }, ...counts)] : []));
  return make("li", {}, a);
};

/* showChosen marks the issue that is shown. */
export const showChosen = (nav, chosen) => {
  for (const a of nav.querySelectorAll("a")) {
    if (a.dataset.path === chosen) a.setAttribute("aria-current", "page"); else a.removeAttribute("aria-current");
  }
};
