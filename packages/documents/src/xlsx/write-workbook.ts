import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { columnLetter } from './address.ts';
import type { CellRange } from './address.ts';
import { dateToSerial } from './number-formats.ts';
import { stylesXml } from './write-styles.ts';
import type { CellStyle } from './write-styles.ts';
import { escapeAttribute, escapeText, XML_HEAD } from './write-xml.ts';

/** A value to write. There is no kind for formulas, so no text can become one. A decimal is written digit by digit. */
export type CellValue = { text: string } | { decimal: string } | { date: string };

/** One cell: its value (null: only its borders) and look. */
export interface CellSpec {
  value: CellValue | null;
  style: CellStyle;
}

/** One row; `cells[0]` is column A. */
export interface RowSpec {
  height?: number;
  cells: (CellSpec | null)[];
}

/** A 数据有效性 list on a range: literal words, or a reference to cells that hold them. */
export interface ValidationSpec {
  range: string;
  source: readonly string[] | { reference: string };
  prompt: string;
}

/**
 * One sheet. `frozen` rows and columns stay in view; `repeatedRow` prints on every page; `footer` stands small at the foot of
 * each page. A sheet that is `very` hidden is not offered for showing; `hiddenColumns` count from 1.
 */
export interface SheetSpec {
  name: string;
  hidden?: boolean | 'very';
  widths: number[];
  hiddenColumns?: readonly number[];
  footer?: string;
  /** Asked for one by one and once only: what a row's making finds out (merges) may be given along the way. */
  rows: Iterable<RowSpec>;
  merges?: CellRange[];
  frozen?: { rows: number; columns: number };
  filter?: CellRange;
  repeatedRow?: number;
  validations?: ValidationSpec[];
  paper?: 'A4' | 'A3';
  orientation?: 'landscape' | 'portrait';
}

/** A workbook; `marks` are hidden defined names by which a reader recognises the file. */
export interface WorkbookSpec {
  sheets: SheetSpec[];
  marks?: string[];
}

/**
 * Writes an .xlsx file. Own writer, because exceljs takes minutes to merge what a ledger of 10,000 rows needs, and
 * because a writer that has no notion of a formula cannot leak one. A sheet's rows are asked for while they are
 * compressed: the text of a large sheet is never in memory as a whole.
 */
export async function writeWorkbook(workbook: WorkbookSpec): Promise<Uint8Array> {
  const strings = new Map<string, number>();
  const styles = new Map<string, number>([[JSON.stringify({}), 0]]);
  const { sheets } = workbook;
  const zip = new ZipFile();
  const part = (path: string, text: () => Iterable<string>): void =>
    zip.addReadStreamLazy(path, { compressionLevel: 4 }, (give) => give(null, Readable.from(inPieces(text()))));
  part('[Content_Types].xml', () => [contentTypesXml(sheets.length)]);
  part('_rels/.rels', () => [relationsXml([['officeDocument', 'xl/workbook.xml']])]);
  part('xl/workbook.xml', () => [workbookXml(workbook)]);
  const parts = sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]);
  part('xl/_rels/workbook.xml.rels', () => [relationsXml([...parts, ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']])]); // prettier-ignore
  sheets.forEach((sheet, i) => part(`xl/worksheets/sheet${i + 1}.xml`, () => sheetXml(sheet, strings, styles)));
  // after the sheets, which find their styles and strings
  part('xl/styles.xml', () => [stylesXml([...styles.keys()].map((key) => JSON.parse(key) as Partial<CellStyle>))]);
  part('xl/sharedStrings.xml', () => sharedStringsXml(strings));
  return written(zip);
}

const PIECE = 65_536;

/** Small texts joined, so that each step of the compression has something to do. */
function* inPieces(texts: Iterable<string>): Generator<Buffer> {
  let waiting: string[] = [];
  let length = 0;
  for (const text of texts) {
    waiting.push(text);
    length += text.length;
    if (length < PIECE) continue;
    yield Buffer.from(waiting.join(''), 'utf8');
    [waiting, length] = [[], 0];
  }
  yield Buffer.from(waiting.join(''), 'utf8');
}

async function written(zip: ZipFile): Promise<Uint8Array> {
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  zip.end();
  return Promise.race([buffer(zip.outputStream), failed]);
}

function indexOf(map: Map<string, number>, key: string): number {
  const known = map.get(key);
  if (known !== undefined) return known;
  map.set(key, map.size);
  return map.size - 1;
}

function* sheetXml(sheet: SheetSpec, strings: Map<string, number>, styles: Map<string, number>): Generator<string> {
  const styleIndex = new Map<CellStyle, number>();
  const styleOf = (style: CellStyle): number => {
    const index = styleIndex.get(style) ?? indexOf(styles, JSON.stringify(style));
    styleIndex.set(style, index);
    return index;
  };
  const widths = sheet.widths.map((width, i) => {
    const hidden = sheet.hiddenColumns?.includes(i + 1) === true ? ' hidden="1"' : '';
    return `<col min="${i + 1}" max="${i + 1}" width="${width + 0.71}" customWidth="1"${hidden}/>`;
  });
  yield* [
    `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${paneXml(sheet.frozen)}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="18"/><cols>${widths.join('')}</cols><sheetData>`,
  ];
  let number = 0;
  for (const row of sheet.rows) yield rowXml(row, (number += 1), styleOf, strings);
  yield* [
    '</sheetData>',
    sheet.filter === undefined ? '' : `<autoFilter ref="${rangeReference(sheet.filter)}"/>`,
    mergesXml(sheet.merges ?? []),
    validationsXml(sheet.validations ?? []),
    '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${sheet.paper === 'A3' ? 8 : 9}" orientation="${sheet.orientation ?? 'landscape'}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>${escapeText(footerCode(sheet.footer))}</oddFooter></headerFooter></worksheet>`,
  ];
}

function rowXml(
  row: RowSpec,
  number: number,
  styleOf: (style: CellStyle) => number,
  strings: Map<string, number>,
): string {
  const cells = row.cells.map((cell, column) =>
    cell === null ? '' : cellXml(`${columnLetter(column + 1)}${number}`, cell, styleOf(cell.style), strings),
  );
  const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`;
  return `<row r="${number}"${height}>${cells.join('')}</row>`;
}

/** Page numbers in the middle, and what is said of the file at the left; `&` begins a code there and is doubled. */
function footerCode(footer: string | undefined): string {
  const left = footer === undefined ? '' : `&L&"仿宋"&8 ${footer.replaceAll('&', '&&').slice(0, 180)}`;
  return `${left}&C第 &P 页 共 &N 页`;
}

function cellXml(address: string, { value }: CellSpec, style: number, strings: Map<string, number>): string {
  const open = `<c r="${address}" s="${style}"`;
  if (value === null) return `${open}/>`;
  if ('decimal' in value) return `${open}><v>${value.decimal}</v></c>`;
  if ('date' in value) return `${open}><v>${dateToSerial(value.date)}</v></c>`;
  return value.text === '' ? `${open}/>` : `${open} t="s"><v>${indexOf(strings, value.text)}</v></c>`;
}

function paneXml(frozen: SheetSpec['frozen']): string {
  if (frozen === undefined) return '';
  const { rows, columns } = frozen;
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const pane = columns > 0 ? 'bottomRight' : 'bottomLeft';
  return `<pane${split} topLeftCell="${columnLetter(columns + 1)}${rows + 1}" activePane="${pane}" state="frozen"/>`;
}

function rangeReference(range: CellRange): string {
  return `${columnLetter(range.left)}${range.top}:${columnLetter(range.right)}${range.bottom}`;
}

function mergesXml(merges: CellRange[]): string {
  if (merges.length === 0) return '';
  const cells = merges.map((range) => `<mergeCell ref="${rangeReference(range)}"/>`);
  return `<mergeCells count="${cells.length}">${cells.join('')}</mergeCells>`;
}

function validationsXml(validations: ValidationSpec[]): string {
  if (validations.length === 0) return '';
  const items = validations.map(({ range, source, prompt }) => {
    const formula = 'reference' in source ? source.reference : `"${source.join(',')}"`;
    const attributes = 'type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1"';
    const texts = `error="${escapeAttribute(prompt)}" prompt="${escapeAttribute(prompt)}"`;
    return `<dataValidation ${attributes} ${texts} sqref="${range}"><formula1>${escapeText(formula)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

function workbookXml({ sheets, marks = [] }: WorkbookSpec): string {
  const list = sheets.map(({ name, hidden }, i) => {
    const state = hidden === true ? ' state="hidden"' : hidden === 'very' ? ' state="veryHidden"' : '';
    return `<sheet name="${escapeAttribute(name)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`;
  });
  const quoted = (sheet: SheetSpec): string => `'${sheet.name.replaceAll("'", "''")}'`;
  const names = sheets.flatMap((sheet, i) => [
    ...(sheet.filter === undefined
      ? []
      : [`<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${escapeText(`${quoted(sheet)}!${absolute(sheet.filter)}`)}</definedName>`]), // prettier-ignore
    ...(sheet.repeatedRow === undefined
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escapeText(`${quoted(sheet)}!$${sheet.repeatedRow}:$${sheet.repeatedRow}`)}</definedName>`]), // prettier-ignore
  ]);
  const first = sheets[0] as SheetSpec;
  const marked = marks.map((mark) => `<definedName name="${mark}" hidden="1">${escapeText(`${quoted(first)}!$A$1`)}</definedName>`); // prettier-ignore
  const defined = [...names, ...marked].join('');
  return `${XML_HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets>${defined === '' ? '' : `<definedNames>${defined}</definedNames>`}</workbook>`; // prettier-ignore
}

function absolute(range: CellRange): string {
  return `$${columnLetter(range.left)}$${range.top}:$${columnLetter(range.right)}$${range.bottom}`;
}

function* sharedStringsXml(strings: Map<string, number>): Generator<string> {
  yield `${XML_HEAD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${strings.size}">`;
  for (const text of strings.keys()) yield `<si><t xml:space="preserve">${escapeText(text)}</t></si>`;
  yield '</sst>';
}

function relationsXml(parts: [type: string, target: string][]): string {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const items = parts.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${base}/${type}" Target="${target}"/>`); // prettier-ignore
  return `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`; // prettier-ignore
}

function contentTypesXml(sheets: number): string {
  const base = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (path: string, type: string): string => `<Override PartName="/xl/${path}" ContentType="${base}.${type}+xml"/>`; // prettier-ignore
  const all = Array.from({ length: sheets }, (_, i) => part(`worksheets/sheet${i + 1}.xml`, 'worksheet'));
  const fixed = [part('workbook.xml', 'sheet.main'), part('styles.xml', 'styles'), part('sharedStrings.xml', 'sharedStrings')]; // prettier-ignore
  return `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[...fixed, ...all].join('')}</Types>`; // prettier-ignore
}
