import JSZip from 'jszip';

/** A cell of a hand-made sheet: text, number, or raw attributes and content for the odd cases. */
export type RawCell = string | number | null | { attributes: string; content: string };

export interface RawSheet {
  name: string;
  hidden?: boolean;
  rows: RawCell[][];
  hiddenRows?: number[];
  merges?: string[];
  /** Replaces the whole sheet part. */
  xml?: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Style indexes of the hand-made workbooks: 1 = yyyy-mm-dd, 2 = 0.00, 3 = percent, 4 = a Chinese built-in date. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="2"/><xf numFmtId="9"/><xf numFmtId="31"/></cellXfs></styleSheet>`;

/** Builds an .xlsx the way other programs write it: inline strings, their own styles, optional 1904 dates. */
export async function rawXlsx(sheets: RawSheet[], options: { date1904?: boolean } = {}): Promise<Uint8Array> {
  const zip = rawXlsxZip(sheets, options);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** The same as a zip still open for tampering. */
export function rawXlsxZip(sheets: RawSheet[], options: { date1904?: boolean } = {}): JSZip {
  const zip = new JSZip();
  const list = sheets.map(
    ({ name, hidden }, i) =>
      `<x:sheet name="${escape(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  zip.file(
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  );
  zip.file('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  zip.file(
    'xl/workbook.xml',
    `${HEAD}<x:workbook xmlns:x="${MAIN}" xmlns:r="${REL}"><x:workbookPr${options.date1904 ? ' date1904="1"' : ''}/><x:sheets>${list.join('')}</x:sheets></x:workbook>`,
  );
  const parts = sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]);
  zip.file('xl/_rels/workbook.xml.rels', relations([...parts, ['styles', '/xl/styles.xml']]));
  zip.file('xl/styles.xml', STYLES);
  sheets.forEach((sheet, i) => zip.file(`xl/worksheets/sheet${i + 1}.xml`, sheet.xml ?? sheetXml(sheet)));
  return zip;
}

/** The XML of a sheet. */
export function sheetXml({ rows, hiddenRows = [], merges = [] }: RawSheet): string {
  const body = rows.map((cells, r) => {
    const hidden = hiddenRows.includes(r + 1) ? ' hidden="1"' : '';
    return `<row r="${r + 1}"${hidden}>${cells.map((cell, c) => cellXml(`${String.fromCharCode(65 + c)}${r + 1}`, cell)).join('')}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
}

function cellXml(address: string, cell: RawCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${address}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
  return `<c r="${address}" ${cell.attributes}>${cell.content}</c>`;
}

function relations(parts: [string, string][]): string {
  const items = parts.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${REL}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}
