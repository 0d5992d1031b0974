import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { IBaseParagraphStyleOptions, IParagraphStyleOptions, IRunOptions } from 'docx';
import JSZip from 'jszip';
import type { ReportBlock, ReportStyle } from './blocks.ts';
import { CHARACTER_PITCH, CHARACTER_SPACE, FONTS, LINE_PITCH, MARGINS, PAGE, SUBSTITUTES } from './layout.ts';

/** A report to print. `signature` and `date` blocks may be left out when issuingBody and date are given. */
export interface ReportDocument {
  title: string;
  /** e.g. 科协党组〔2024〕15号 */
  documentNumber?: string;
  issuingBody?: string;
  /** YYYY-MM-DD */
  date?: string;
  blocks: readonly ReportBlock[];
}

const font = (name: string): IRunOptions['font'] => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });
const HALF_POINTS = { body: 32, title: 44, pageNumber: 28 } as const;
/**
 * Type is 16 pt wide, its cell 15.79 pt. Word and WPS set it closer by the grid's character space; LibreOffice does not
 * and would give each character two cells. At 98 % width it fits: 28 to a line in all three.
 */
const GRID_SCALE = 98;
const characters = (count: number): number => Math.round(count * CHARACTER_PITCH);
/** Two characters, a hair less: a hair more would push the text to the third cell of the grid in LibreOffice. */
const firstLine = { firstLine: characters(2) - 2 };
/** Word's built-in style of each role, so that navigation pane and tables of contents work. */
const STYLE_IDS: Record<ReportStyle, string> = {
  title: 'Title',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  body: 'OfficialBody',
  signature: 'OfficialSignature',
  date: 'OfficialDate',
};

/**
 * Writes a report as .docx in the layout of GB/T 9704-2012: page, margins, the 22 × 28 grid, fonts by level, real
 * heading styles with outline levels, page numbers `- 1 -` at the outer edge. Fonts are named with substitutes, none is
 * embedded. A title block in `blocks` replaces `title`; signature and date are added where the blocks have none.
 */
export async function writeReportDocx(report: ReportDocument): Promise<Uint8Array> {
  const document = new Document({
    title: report.title,
    creator: report.issuingBody ?? '',
    evenAndOddHeaderAndFooters: true,
    styles: { default: defaultStyles(), paragraphStyles: officialStyles() },
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: { ...MARGINS, header: MARGINS.footer, gutter: 0 } },
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE_PITCH, charSpace: CHARACTER_SPACE },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: paragraphs(report),
      },
    ],
  });
  const zip = await JSZip.loadAsync(await Packer.toBuffer(document));
  zip.file('word/fontTable.xml', fontTableXml());
  zip.file('word/styles.xml', await adjustedStyles(zip));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

function defaultStyles(): NonNullable<ConstructorParameters<typeof Document>[0]['styles']>['default'] {
  const heading = (name: string, level: number): IBaseParagraphStyleOptions => ({
    run: { font: font(name), size: HALF_POINTS.body, bold: false, italics: false, color: '000000' },
    paragraph: { outlineLevel: level, indent: firstLine, spacing: { before: 0, after: 0 }, keepNext: true },
  });
  return {
    document: {
      run: { font: font(FONTS.body), size: 21, language: { eastAsia: 'zh-CN', value: 'zh-CN' } },
      paragraph: { spacing: { before: 0, after: 0 } },
    },
    title: {
      run: { font: font(FONTS.title), size: HALF_POINTS.title, bold: false, scale: 100, snapToGrid: false },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: 0, after: 0, line: 700, lineRule: LineRuleType.EXACT },
      },
    },
    heading1: heading(FONTS.heading1, 0),
    heading2: heading(FONTS.heading2, 1),
    heading3: heading(FONTS.body, 2),
  };
}

function officialStyles(): IParagraphStyleOptions[] {
  const common = { basedOn: 'Normal', quickFormat: true };
  const run = { font: font(FONTS.body), size: HALF_POINTS.body };
  return [
    // The character grid counts from the size of the Normal style, so that must differ from the default: LibreOffice forgets it otherwise.
    { id: 'Normal', name: 'Normal', quickFormat: true, run: { ...run, scale: GRID_SCALE } },
    { ...common, id: STYLE_IDS.body, name: '公文正文', run, paragraph: { alignment: AlignmentType.BOTH, indent: firstLine } }, // prettier-ignore
    { ...common, id: 'OfficialAddressee', name: '公文主送', run, paragraph: { alignment: AlignmentType.LEFT } },
    { ...common, id: 'OfficialNumber', name: '公文发文字号', run, paragraph: { alignment: AlignmentType.CENTER, spacing: { after: LINE_PITCH } } }, // prettier-ignore
    { ...common, id: STYLE_IDS.signature, name: '公文署名', run, paragraph: { alignment: AlignmentType.RIGHT, keepNext: true } }, // prettier-ignore
    { ...common, id: STYLE_IDS.date, name: '公文成文日期', run, paragraph: { alignment: AlignmentType.RIGHT, indent: { right: characters(4) } } }, // prettier-ignore
  ];
}

function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const run = { font: font(FONTS.pageNumber), size: HALF_POINTS.pageNumber };
  const side = alignment === AlignmentType.LEFT ? { left: characters(1) } : { right: characters(1) };
  const children = [new TextRun({ ...run, children: ['- ', PageNumber.CURRENT, ' -'] })];
  return new Footer({ children: [new Paragraph({ alignment, indent: side, children })] });
}

function paragraphs(report: ReportDocument): Paragraph[] {
  const blocks = completed(report);
  const lastTitle = blocks.findLastIndex((block) => block.style === 'title');
  const date = blocks.find((block) => block.style === 'date')?.text ?? '';
  const firstSigned = blocks.findIndex((block) => block.style === 'signature' || block.style === 'date');
  const body = blocks.map((block, i) => {
    const spacing = i === lastTitle ? { after: LINE_PITCH } : i === firstSigned ? { before: LINE_PITCH * 2 } : {};
    const addressee = i === lastTitle + 1 && block.style === 'body' && /^.{2,40}[：:]$/.test(block.text);
    return new Paragraph({
      style: addressee ? 'OfficialAddressee' : STYLE_IDS[block.style],
      ...(Object.keys(spacing).length > 0 ? { spacing: titleSpacing(block.style, spacing) } : {}),
      ...(block.style === 'signature' ? { indent: { right: signatureIndent(block.text, date) } } : {}),
      children: runs(block),
    });
  });
  if (report.documentNumber === undefined || report.documentNumber === '') return body;
  return [new Paragraph({ style: 'OfficialNumber', children: [new TextRun(clean(report.documentNumber))] }), ...body];
}

/** Spacing set on a paragraph replaces its style's: the title's fixed line must be said again. */
function titleSpacing(style: ReportStyle, spacing: { before?: number; after?: number }): IParagraphSpacing {
  return style === 'title' ? { ...spacing, line: 700, lineRule: LineRuleType.EXACT } : spacing;
}

type IParagraphSpacing = { before?: number; after?: number; line?: number; lineRule?: (typeof LineRuleType)['EXACT'] };

/** The blocks with the title before and signature and date behind, where they are missing. */
function completed({ title, issuingBody, date, blocks }: ReportDocument): ReportBlock[] {
  const all = [...blocks];
  const has = (style: ReportStyle): boolean => all.some((block) => block.style === style);
  if (!has('title')) all.unshift({ style: 'title', text: title });
  const signed = has('signature') || has('date');
  if (!signed && issuingBody !== undefined) all.push({ style: 'signature', text: issuingBody });
  if (!signed && date !== undefined) all.push({ style: 'date', text: prose(date) });
  return all;
}

/** 2024-06-18 → 2024年6月18日, as dates stand in prose. */
function prose(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** A heading that runs on: its first sentence in the heading's font, the rest in the body's. */
function runs({ style, text }: ReportBlock): TextRun[] {
  const plain = clean(text);
  const end = plain.indexOf('。') + 1;
  const runsOn = style.startsWith('heading') && end > 0 && end < plain.length;
  if (!runsOn) return [new TextRun(plain)];
  return [new TextRun(plain.slice(0, end)), new TextRun({ text: plain.slice(end), font: font(FONTS.body) })];
}

/** The signature is centred over the date, which ends four characters from the right. */
function signatureIndent(signature: string, date: string): number {
  const difference = (widthOf(date) - widthOf(signature)) / 2;
  return characters(Math.max(0, 4 + difference));
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 1 : 0.5), 0);
}

/** What XML cannot hold is dropped; a line break inside a paragraph becomes a space. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[\r\n\u2028]+/g, ' ').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''); // prettier-ignore
}

/**
 * What the library has no option for: no widow control, so that a page keeps its 22 lines, and no grid for the title,
 * whose larger type would be spread over two cells.
 */
async function adjustedStyles(zip: JSZip): Promise<string> {
  const styles = (await zip.file('word/styles.xml')?.async('string')) ?? '';
  return styles
    .replace(/(w:styleId="Normal"[^>]*>.*?)<w:rPr>/s, '$1<w:pPr><w:widowControl w:val="0"/></w:pPr><w:rPr>')
    .replace(/(w:styleId="Title"[^>]*>.*?<w:pPr>)/s, '$1<w:snapToGrid w:val="0"/>');
}

function fontTableXml(): string {
  const fonts = Object.entries(SUBSTITUTES).map(([name, others]) => {
    return `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
