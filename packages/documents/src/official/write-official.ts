import { AlignmentType, Document, DocumentGridType, Footer, Header, Packer, PageNumber, Paragraph, TextRun, type ISectionOptions } from 'docx'; // prettier-ignore
import JSZip from 'jszip';
import type { ReportBlock } from '../report/blocks.ts';
import { attachmentNote, imprintOf, signatureIndent, type Imprint } from './ending.ts';
import { headOf, type DocumentHead } from './head.ts';
import { NUMBERING, numbered, type Numbered } from './numbering.ts';
import { characters, CHARACTER_SPACE, FONTS, HALF_POINTS, LANDSCAPE, LINE_PITCH, MARGINS, PAGE, SUBSTITUTES } from './page.ts'; // prettier-ignore
import { BODY_LINES, defaultStyles, officialStyles, STYLE, TITLE_LINES } from './styles.ts';
import { tableOf, type OfficialTable } from './table.ts';
import { font, words } from './text.ts';
import { clean } from './plain-words.ts';

/** A list annexed to a document, on pages laid across. */
export interface Annex {
  title: string;
  /** Above the table: who filled it in, when. */
  note?: string;
  table: OfficialTable;
  /** Below it: who signs. */
  signatures?: string;
}

/** An official document (公文): head, text, ending, annexes. */
export interface OfficialDocument {
  /** For the file's properties; the printed title is a block. */
  title: string;
  author?: string;
  head?: DocumentHead;
  blocks: readonly ReportBlock[];
  /** A form at the end of the text, e.g. 回执. */
  slip?: { title: string; table: OfficialTable };
  annexes?: readonly Annex[];
  imprint?: Imprint;
  /** Who took it out and when, small at the head of every page. */
  watermark?: string;
}

/** Styles whose type is not the body's: they stand off its grid. */
const OFF_GRID = [STYLE.title, STYLE.mark, STYLE.cell, STYLE.cellHead, STYLE.imprint];

const TEXT_WIDTH = PAGE.width - MARGINS.left - MARGINS.right;
const ACROSS_WIDTH = LANDSCAPE.page.width - LANDSCAPE.margins.left - LANDSCAPE.margins.right;

/**
 * Writes a document as .docx in the layout of GB/T 9704-2012: page, margins, 22 lines of 28 characters, fonts by level,
 * real styles with outline levels, numbers that count themselves, page numbers `— 1 —` at the outer edge. Fonts are named
 * with substitutes, none is embedded. What users wrote is text and nothing else.
 */
export async function writeOfficialDocx(paper: OfficialDocument): Promise<Uint8Array> {
  const annexes = paper.annexes ?? [];
  const document = new Document({
    title: clean(paper.title),
    creator: clean(paper.author ?? ''),
    evenAndOddHeaderAndFooters: true,
    numbering: { config: NUMBERING },
    styles: { default: defaultStyles(), paragraphStyles: officialStyles() },
    sections: [textSection(paper), ...annexes.map((annex, at) => annexSection(annex, at, paper))],
  });
  const zip = await JSZip.loadAsync(await Packer.toBuffer(document));
  zip.file('word/fontTable.xml', fontTableXml());
  zip.file('word/styles.xml', await adjustedStyles(zip));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

function textSection(paper: OfficialDocument): ISectionOptions {
  const { slip, imprint } = paper;
  const form = slip && [
    new Paragraph({ style: STYLE.addressee, alignment: AlignmentType.CENTER, keepNext: true, spacing: { ...BODY_LINES, before: LINE_PITCH * 2 }, children: [words(slip.title)] }), // prettier-ignore
    tableOf(slip.table, TEXT_WIDTH),
  ];
  return {
    properties: {
      page: { size: PAGE, margin: { ...MARGINS, header: MARGINS.footer, gutter: 0 } },
      grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE_PITCH, charSpace: CHARACTER_SPACE },
    },
    footers: pageNumbers(),
    ...watermarked(paper),
    children: [
      ...headOf(paper.head ?? {}),
      ...textOf(paper),
      ...(form ?? []),
      ...(imprint === undefined ? [] : imprintOf(imprint)),
    ],
  };
}

/** Pages laid across have no grid: a table's type is smaller than the body's. */
function annexSection({ title, note, table, signatures }: Annex, at: number, paper: OfficialDocument): ISectionOptions {
  const count = paper.annexes?.length ?? 0;
  const { page, margins } = LANDSCAPE;
  const below = signatures === undefined ? [] : [new Paragraph({ style: STYLE.tableNote, spacing: { before: 200 }, children: [words(signatures)] })]; // prettier-ignore
  return {
    properties: {
      // The library turns the measures round by itself.
      page: { size: { width: page.height, height: page.width, orientation: 'landscape' }, margin: { ...margins, header: margins.footer, gutter: 0 } }, // prettier-ignore
    },
    footers: pageNumbers(),
    ...watermarked(paper),
    children: [
      new Paragraph({ style: STYLE.addressee, children: [words(`附件${count > 1 ? at + 1 : ''}`, { font: font(FONTS.heading1) })] }), // prettier-ignore
      new Paragraph({ style: STYLE.title, children: [words(title)] }),
      ...(note === undefined ? [] : [new Paragraph({ style: STYLE.tableNote, children: [words(note)] })]),
      tableOf(table, ACROSS_WIDTH),
      ...below,
    ],
  };
}

/** — 1 — one character in from the outer edge: right on odd pages, left on even ones. */
function pageNumbers(): NonNullable<ISectionOptions['footers']> {
  const run = { font: font(FONTS.pageNumber), size: HALF_POINTS.pageNumber };
  const footer = (alignment: 'left' | 'right'): Footer => {
    const indent = alignment === 'left' ? { left: characters(1) } : { right: characters(1) };
    const children = [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })];
    return new Footer({ children: [new Paragraph({ alignment, indent, children })] });
  };
  return { default: footer('right'), even: footer('left') };
}

/** Grey and small in the margin above the text. */
function watermarked({ watermark }: OfficialDocument): Pick<ISectionOptions, 'headers'> {
  if (watermark === undefined) return {};
  const run = { font: font(FONTS.pageNumber), size: HALF_POINTS.watermark, color: '999999' };
  const header = (): Header => new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [words(watermark, run)] })] }); // prettier-ignore
  return { headers: { default: header(), even: header() } };
}

function textOf({ blocks, annexes = [] }: OfficialDocument): Paragraph[] {
  const lastTitle = blocks.findLastIndex(({ style }) => style === 'title');
  const date = blocks.find(({ style }) => style === 'date')?.text ?? '';
  const signed = blocks.findIndex(({ style }) => style === 'signature' || style === 'date');
  const numbers = numbered(blocks);
  const ending = signed < 0 ? blocks.length : signed;
  const paragraphs = blocks.map((block, at) => {
    const gap = at === lastTitle ? { after: LINE_PITCH } : at === signed ? { before: LINE_PITCH * 2 } : null;
    const lines = block.style === 'title' ? TITLE_LINES : BODY_LINES;
    const number = numbers.get(at);
    return new Paragraph({
      style: styleOf(block, at === lastTitle + 1),
      ...(gap === null ? {} : { spacing: { ...lines, ...gap } }),
      ...(block.style === 'signature' ? { indent: { right: signatureIndent(block.text, date) } } : {}),
      ...(number === undefined ? {} : { numbering: { reference: number.reference, level: number.level, instance: 0 } }),
      children: runs(block, number),
    });
  });
  return [...paragraphs.slice(0, ending), ...attachmentNote(annexes.map(({ title }) => title)), ...paragraphs.slice(ending)]; // prettier-ignore
}

/** The line under the title that ends in a colon says to whom the document goes. */
function styleOf({ style, text }: ReportBlock, underTitle: boolean): string {
  return underTitle && style === 'body' && /^.{2,80}[：:]$/.test(text) ? STYLE.addressee : STYLE[style];
}

/** A heading that runs on: its first sentence in the heading's font, the rest in the body's. */
function runs({ style, text }: ReportBlock, number: Numbered | undefined): TextRun[] {
  const plain = clean(number?.text ?? text);
  const end = plain.indexOf('。') + 1;
  const runsOn = style.startsWith('heading') && end > 0 && end < plain.length;
  if (!runsOn) return [words(plain)];
  return [words(plain.slice(0, end)), words(plain.slice(end), { font: font(FONTS.body) })];
}

/**
 * What the library has no option for: no widow control, so that a page keeps its 22 lines, and no grid for what is set in
 * another size, which would be spread over the grid's cells.
 */
async function adjustedStyles(zip: JSZip): Promise<string> {
  const styles = (await zip.file('word/styles.xml')?.async('string')) ?? '';
  const offGrid = new RegExp(`(w:styleId="(?:${OFF_GRID.join('|')})"[^>]*>.*?<w:pPr>)`, 'gs');
  return styles
    .replace(/(w:styleId="Normal"[^>]*>.*?)<w:rPr>/s, '$1<w:pPr><w:widowControl w:val="0"/></w:pPr><w:rPr>')
    .replace(offGrid, '$1<w:snapToGrid w:val="0"/>');
}

function fontTableXml(): string {
  const fonts = Object.entries(SUBSTITUTES).map(([name, others]) => {
    return `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
