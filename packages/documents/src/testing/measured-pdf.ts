import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfLine {
  text: string;
  /** Millimetres from the left and the top edge of the page: where the line begins and where its letters stand. */
  left: number;
  right: number;
  baseline: number;
  points: number;
}

export interface MeasuredPdfPage {
  /** Whole millimetres: a browser rounds to its own dots. */
  size: [width: number, height: number];
  lines: PdfLine[];
}

const mm = (points: number): number => Math.round((points * 254) / 72) / 10;

/** Opens a PDF and says what stands where, page by page. */
export async function measurePdf(bytes: Uint8Array): Promise<MeasuredPdfPage[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: MeasuredPdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const lines: PdfLine[] = [];
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , size, x, y] = item.transform as [number, number, number, number, number, number];
      const baseline = mm(height - y);
      const last = lines.at(-1);
      if (last !== undefined && Math.abs(last.baseline - baseline) < 1 && last.right <= mm(x) + 1) {
        last.text += item.str;
        last.right = mm(x + item.width);
      } else lines.push({ text: item.str, left: mm(x), right: mm(x + item.width), baseline, points: Math.round(size) });
    }
    pages.push({ size: [Math.round(mm(width)), Math.round(mm(height))], lines });
  }
  await task.destroy();
  return pages;
}
