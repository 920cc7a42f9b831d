// What the desk does to documents: to make elements, and to change what is there into
// what should be, leaving alone what stays: so nothing flickers, and the browser keeps
// what is being read in its place.
export const make = (name, attributes, ...children) => {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) e.setAttribute(key, value);
  e.append(...children);
  return e;
};

/* settle gives an element children, and leaves those alone that stay. */
export const settle = (parent, children) => {
  const stay = new Set(children);
  for (const old of [...parent.childNodes]) if (!stay.has(old)) old.remove();
  children.forEach((child, i) => { if (parent.childNodes[i] !== child) parent.insertBefore(child, parent.childNodes[i] || null); });
};

/* What may differ in what is the same: numbers that go on with what stands above,
   and what the desk itself has added. */
const numbering = / (?:(?:data-[a-z]+|id|aria-label|aria-labelledby)="[^"]*"|href="#[^"]*")/g;
const key = node => node.nodeType === 1 ? node.outerHTML.replace(numbering, "").replace(/\?v=[0-9a-f]+"/g, '"') : node.nodeType + node.data;
const renumber = (old, fresh) => {
  if (old.nodeType !== 1) return;
  for (const { name, value } of fresh.attributes) if (name !== "src" && old.getAttribute(name) !== value) old.setAttribute(name, value);
  old.childNodes.forEach((child, i) => renumber(child, fresh.childNodes[i]));
};
export const morph = (old, fresh) => {
  const a = [...old.childNodes], b = [...fresh.childNodes], ka = a.map(key), kb = b.map(key);
  let from = 0, end = 0;
  while (from < a.length && from < b.length && ka[from] === kb[from]) { renumber(a[from], b[from]); from++; }
  while (end < a.length - from && end < b.length - from && ka[a.length - 1 - end] === kb[b.length - 1 - end]) { renumber(a[a.length - 1 - end], b[b.length - 1 - end]); end++; }
  const gone = a.slice(from, a.length - end), come = b.slice(from, b.length - end);
  if (gone.length === come.length && gone.every((x, i) => x.nodeName === come[i].nodeName)) {
    gone.forEach((x, i) => {
      if (x.nodeType === 1 && x.children.length && ["DIV", "MAIN", "ARTICLE", "SECTION", "UL", "OL", "TABLE", "TBODY", "HEADER", "FOOTER", "NAV", "ASIDE"].includes(x.nodeName)) {
        for (const { name } of [...x.attributes]) if (!come[i].hasAttribute(name)) x.removeAttribute(name);
        for (const { name, value } of come[i].attributes) if (x.getAttribute(name) !== value) x.setAttribute(name, value);
        morph(x, come[i]);
      } else x.replaceWith(x.ownerDocument.adoptNode(come[i]));
    });
    return;
  }
  const before = a[a.length - end] || null;
  gone.forEach(x => x.remove());
  come.forEach(x => old.insertBefore(old.ownerDocument.adoptNode(x), before));
};
