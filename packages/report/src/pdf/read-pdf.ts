import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReportFileError } from '../errors.ts';
import { tablesOf } from './cells.ts';
import { fragmentOf } from './fragments.ts';
import { withoutFurniture } from './furniture.ts';
import { linesIn } from './lines.ts';
import { textOfPages } from './paragraphs.ts';
import { rulesOf } from './rules.ts';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Fragment, Matrix, RawItem } from './fragments.ts';
import type { PageLines } from './furniture.ts';
import type { PageTable } from './cells.ts';
import type { FileReading, SetAside } from '../set-aside.ts';

const MOST_PAGES = 300;
/** Fewer characters than this on the average page: pictures with a stamp or a page number. */
const LEAST_PER_PAGE = 12;
/** More characters without meaning than this share: the fonts do not say what their glyphs are. */
const MOST_GARBLED = 0.1;

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Scripts are never run, pictures never decoded; fonts are read only for what their glyphs mean. */
const SETTINGS = {
  verbosity: 0,
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  enableXfa: false,
  maxImageSize: 1,
  useWasm: false,
  cMapUrl: `${join(PACKAGE, 'cmaps')}/`,
  cMapPacked: true,
  standardFontDataUrl: `${join(PACKAGE, 'standard_fonts')}/`,
};

/** The text of a PDF that has text, paragraph by paragraph; scans, encrypted and broken ones are refused with what to do. */
export async function pdfReading(bytes: Uint8Array, fileName: string): Promise<FileReading> {
  const task = getDocument({ ...SETTINGS, data: new Uint8Array(bytes) });
  try {
    return await readPages(await task.promise, fileName);
  } catch (error) {
    throw refusalOf(error, fileName);
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

function refusalOf(error: unknown, fileName: string): Error {
  if (error instanceof ReportFileError) return error;
  if (error instanceof Error && error.name === 'PasswordException')
    return new ReportFileError('ENCRYPTED', `文件“${fileName}”设有打开密码，请去掉密码后再上传。`);
  return new ReportFileError(
    'DAMAGED',
    `文件“${fileName}”已损坏，无法读出，请重新导出PDF，或改传.docx、.txt格式的正文。`,
  );
}

async function readPages(document: PDFDocumentProxy, fileName: string): Promise<FileReading> {
  if (document.numPages > MOST_PAGES)
    throw new ReportFileError('TOO_LARGE', `文件“${fileName}”超过${MOST_PAGES}页，请只上传报告正文。`);
  const setAside: SetAside[] = [];
  const pages: (PageLines & { tables: PageTable[] })[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await readPage(page, setAside));
    page.cleanup();
  }
  refuseScan(pages, fileName);
  for (const { number, lines, tables } of pages)
    if (lines.length + tables.length === 0)
      setAside.push({ kind: 'UNREAD', text: `第${number}页没有文字（可能是扫描页），未读入`, page: number });
  const kept = withoutFurniture(pages);
  setAside.push(...kept.setAside);
  const text = textOfPages(
    kept.pages.map((page, i) => ({ ...page, tables: pages[i]?.tables ?? [] })),
    setAside,
  );
  if (await document.hasJSActions()) setAside.push({ kind: 'UNREAD', text: '文件带有脚本，没有运行' });
  return { text, setAside };
}

async function readPage(page: PDFPageProxy, setAside: SetAside[]): Promise<PageLines & { tables: PageTable[] }> {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const view = transform as unknown as Matrix;
  const { items } = await page.getTextContent({ disableNormalization: true });
  const fragments: Fragment[] = [];
  for (const item of items) {
    const one = 'str' in item ? fragmentOf(item as RawItem, view) : null;
    if (one?.slanted) setAside.push({ kind: 'HIDDEN', text: one.text, page: page.pageNumber });
    else if (one) fragments.push(one);
  }
  const rules = rulesOf(await page.getOperatorList(), view);
  const { tables, outside } = tablesOf(fragments, rules, width * height);
  return { number: page.pageNumber, width, height, lines: linesIn(outside), tables };
}

const letters = (text: string): string => text.replace(/\s/gu, '');

function refuseScan(pages: readonly (PageLines & { tables: PageTable[] })[], fileName: string): void {
  const text = letters(pages.flatMap(({ lines, tables }) => [...lines.map((line) => line.text), ...tables.flatMap((table) => table.rows)]).join('')); // prettier-ignore
  if (text.length < LEAST_PER_PAGE * pages.length)
    throw new ReportFileError(
      'SCAN_OR_PDF',
      `文件“${fileName}”是扫描件或图片PDF，几乎没有文字。请先做文字识别（OCR），另存为.docx或.txt后再上传。`,
    );
  const garbled = text.replace(/[^\uFFFD\uE000-\uF8FF\u0000-\u001F]/gu, '').length;
  if (garbled > MOST_GARBLED * text.length)
    throw new ReportFileError(
      'SCAN_OR_PDF',
      `文件“${fileName}”的字体没有文字信息，读出来是乱码。请改传.docx或.txt，或先做文字识别（OCR）。`,
    );
}
