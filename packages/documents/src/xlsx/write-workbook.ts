import JSZip from 'jszip';
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

/** One sheet. `frozen` rows and columns stay in view; `repeatedRow` prints on every page. */
export interface SheetSpec {
  name: string;
  hidden?: boolean;
  widths: number[];
  rows: RowSpec[];
  merges?: CellRange[];
  frozen?: { rows: number; columns: number };
  filter?: CellRange;
  repeatedRow?: number;
  validations?: ValidationSpec[];
  paper?: 'A4' | 'A3';
  /** Who took it out and when, at the foot of every page. */
  watermark?: string;
}

/** A workbook; `marks` are hidden defined names by which a reader recognises the file. */
export interface WorkbookSpec {
  sheets: SheetSpec[];
  marks?: string[];
}

/**
 * Writes an .xlsx file. Own writer, because exceljs takes minutes to merge what a ledger of 10,000 rows needs, and
 * because a writer that has no notion of a formula cannot leak one.
 */
export async function writeWorkbook(workbook: WorkbookSpec): Promise<Uint8Array> {
  const strings = new Map<string, number>();
  const styles = new Map<string, number>([[JSON.stringify({}), 0]]);
  const zip = new JSZip();
  const sheets = workbook.sheets.map((sheet) => sheetXml(sheet, strings, styles));
  zip.file('[Content_Types].xml', contentTypesXml(sheets.length));
  zip.file('_rels/.rels', relationsXml([['officeDocument', 'xl/workbook.xml']]));
  zip.file('xl/workbook.xml', workbookXml(workbook));
  const parts = sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]);
  zip.file('xl/_rels/workbook.xml.rels', relationsXml([...parts, ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']])); // prettier-ignore
  sheets.forEach((xml, i) => zip.file(`xl/worksheets/sheet${i + 1}.xml`, xml));
  zip.file('xl/styles.xml', stylesXml([...styles.keys()].map((key) => JSON.parse(key) as Partial<CellStyle>)));
  zip.file('xl/sharedStrings.xml', sharedStringsXml(strings));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 4 } });
}

function indexOf(map: Map<string, number>, key: string): number {
  const known = map.get(key);
  if (known !== undefined) return known;
  map.set(key, map.size);
  return map.size - 1;
}

function sheetXml(sheet: SheetSpec, strings: Map<string, number>, styles: Map<string, number>): string {
  const styleIndex = new Map<CellStyle, number>();
  const styleOf = (style: CellStyle): number => {
    const index = styleIndex.get(style) ?? indexOf(styles, JSON.stringify(style));
    styleIndex.set(style, index);
    return index;
  };
  const rows = sheet.rows.map((row, i) => {
    const cells = row.cells.map((cell, column) =>
      cell === null ? '' : cellXml(`${columnLetter(column + 1)}${i + 1}`, cell, styleOf(cell.style), strings),
    );
    const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`;
    return `<row r="${i + 1}"${height}>${cells.join('')}</row>`;
  });
  const widths = sheet.widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width + 0.71}" customWidth="1"/>`); // prettier-ignore
  return [
    `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${paneXml(sheet.frozen)}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="18"/><cols>${widths.join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    sheet.filter === undefined ? '' : `<autoFilter ref="${rangeReference(sheet.filter)}"/>`,
    mergesXml(sheet.merges ?? []),
    validationsXml(sheet.validations ?? []),
    '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${sheet.paper === 'A3' ? 8 : 9}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>${watermarkXml(sheet.watermark)}&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter></worksheet>`,
  ].join('');
}

/** At the left of the foot; `&` is doubled, for it begins a code there. */
const watermarkXml = (text: string | undefined): string =>
  text === undefined ? '' : `&amp;L${escapeText(text.replaceAll('&', '&&').slice(0, 120))}`;

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
    const state = hidden === true ? ' state="hidden"' : '';
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

function sharedStringsXml(strings: Map<string, number>): string {
  const items = [...strings.keys()].map((text) => `<si><t xml:space="preserve">${escapeText(text)}</t></si>`);
  return `${XML_HEAD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${items.length}">${items.join('')}</sst>`; // prettier-ignore
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
