// The fonts of the pages: what the PDF has of each face, loaded before a page is shown.
import { get, query } from "/deskask.js";

const fonts = new Map();
const rules = new CSSStyleSheet();
document.adoptedStyleSheets = [rules];
export const loadFont = sum => {
  if (!fonts.has(sum)) fonts.set(sum, (async () => {
    const data = await (await get("/font" + query({ sum }))).arrayBuffer();
    if (!data.byteLength) { fonts.delete(sum); return null; } // a newer one is on its way
    const face = await new FontFace("p" + sum, data).load();
    document.fonts.add(face);
    return face;
  })().catch(fault => { fonts.delete(sum); throw fault; }));
  return fonts.get(sum);
};

/* useFonts has the pages take these fonts: faces are called f0, f1 … in them. */
export const useFonts = list => rules.replaceSync(list.map(f => ".page .f" + f.face + " { font-family: p" + f.sum + " }").join("\n"));

/* dropFonts gives up all fonts but these. */
export const dropFonts = list => {
  const used = new Set(list.map(f => f.sum));
  for (const [sum, loading] of fonts) if (!used.has(sum)) {
    fonts.delete(sum);
    loading.then(face => face && document.fonts.delete(face), () => null);
  }
};
