import { Document, type FileChild, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import JSZip from 'jszip';

/** A paragraph of runs: what a word processor makes of one placeholder that was typed in several goes. */
export const typed = (...runs: string[]): Paragraph =>
  new Paragraph({ children: runs.map((text, at) => new TextRun({ text, bold: at % 2 === 1 })) });

/** One row whose cells are paragraphs. */
export const row = (...cells: string[]): Table =>
  new Table({ rows: [new TableRow({ children: cells.map((text) => new TableCell({ children: text.split('\n').map((line) => typed(line)) })) })] }); // prettier-ignore

/** A .docx as a body would hand it in. */
export async function ownTemplate(...children: FileChild[]): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

/** The same with its main part changed. */
export async function withMainPart(bytes: Uint8Array, change: (xml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  zip.file('word/document.xml', change((await zip.file('word/document.xml')?.async('string')) ?? ''));
  return zip.generateAsync({ type: 'uint8array' });
}

/** The main part as it is, and its text: one line per paragraph, a tab between cells. */
export async function mainPart(bytes: Uint8Array): Promise<{ xml: string; text: string }> {
  const zip = await JSZip.loadAsync(bytes);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const text = xml
    .replace(/<w:br\/>/g, '↵')
    .replace(/<\/w:p><\/w:tc>/g, '\t')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
  return { xml, text };
}
