// The text of a PDF file as pdf.js reads it, page after page.
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const data = new Uint8Array(readFileSync(process.argv[2]));
const document = await getDocument({ data, verbosity: 0 }).promise;
for (let i = 1; i <= document.numPages; i++) {
  const page = await document.getPage(i);
  const content = await page.getTextContent({ disableNormalization: true });
  console.log(content.items.map((item) => item.str).join(''));
}
