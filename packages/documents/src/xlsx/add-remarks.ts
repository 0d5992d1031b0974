import { TextDecoder } from 'node:util';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { DocumentError } from '../errors.ts';
import { columnLetter, parseAddress, parseRange } from './address.ts';
import { openWorkbook } from './workbook.ts';
import { escapeText } from './write-xml.ts';

/** Heading of the added column. */
export const REMARK_HEADING = '问题说明';
const WIDTH = 60;
const LAST_COLUMN = 16_384;

/** Remarks to add to one sheet: by row, and what belongs to no row of it, told below the heading. */
export interface SheetRemarks {
  sheet: string;
  /** Last row of the header. */
  headerRow: number;
  rows: ReadonlyMap<number, readonly string[]>;
  general?: readonly string[];
}

/**
 * The very file with one more column behind its last: what is wrong with each row, and what to do. Everything else stays byte
 * for byte as it was: styles, widths, merges, formulas, other sheets, whatever program wrote it.
 */
export async function addRemarks(bytes: Uint8Array, remarks: SheetRemarks): Promise<Uint8Array> {
  const workbook = await openWorkbook(bytes);
  const sheet = workbook.sheets.find(({ name }) => name === remarks.sheet);
  if (sheet === undefined) throw new DocumentError('SHEET_NOT_FOUND', { sheet: remarks.sheet });
  const zip = await JSZip.loadAsync(bytes);
  const part = zip.file(sheet.path);
  if (part === null) throw new DocumentError('FILE_DAMAGED');
  const xml = decoded(await part.async('uint8array'));
  zip.file(sheet.path, withRemarks(xml, remarks), { createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 4 } });
}

/** The text of a part, and that it is UTF-8 from now on. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === 'utf-8' ? text : text.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/i, '$1UTF-8');
}

interface RowPlace {
  row: number;
  /** Where the row's start tag begins and ends, and where its end tag begins (the same for an empty row). */
  from: number;
  inner: number;
  end: number;
  name: string;
  empty: boolean;
  /** Style of the row's last cell. */
  style: string | undefined;
}

/** What of a sheet's text must be known to add a column. */
interface Layout {
  rows: RowPlace[];
  lastColumn: number;
  /** Where a column's width can be said: in the list of widths, or before the rows. */
  cols: { at: number; last: number; name: string } | null;
  data: { at: number; prefix: string };
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

function layoutOf(xml: string): Layout {
  const parser = new SaxesParser({ xmlns: false });
  const layout: Layout = { rows: [], lastColumn: 0, cols: null, data: { at: 0, prefix: '' } };
  const state = { row: null as RowPlace | null, number: 0, column: 0, lastWidth: 0 };
  parser.on('error', () => {
    throw new DocumentError('FILE_DAMAGED');
  });
  parser.on('doctype', () => {
    throw new DocumentError('UNSAFE_XML');
  });
  parser.on('opentag', (tag) => {
    const { name, attributes, isSelfClosing } = tag;
    const inner = parser.position;
    const from = xml.lastIndexOf('<', inner - 1);
    if (local(name) === 'sheetData') layout.data = { at: from, prefix: prefixOf(name) };
    if (local(name) === 'col') state.lastWidth = Math.max(state.lastWidth, Number(attributes['max'] ?? 0));
    if (local(name) === 'mergeCell') layout.lastColumn = Math.max(layout.lastColumn, parseRange(attributes['ref'] ?? '')?.right ?? 0); // prettier-ignore
    if (local(name) === 'row') {
      state.number = Number(attributes['r'] ?? state.number + 1);
      state.column = 0;
      state.row = { row: state.number, from, inner, end: inner, name, empty: isSelfClosing, style: undefined };
    }
    if (local(name) === 'c' && state.row !== null) {
      state.column = parseAddress(attributes['r'] ?? '')?.column ?? state.column + 1;
      state.row.style = attributes['s'];
      layout.lastColumn = Math.max(layout.lastColumn, state.column);
    }
  });
  parser.on('closetag', ({ name }) => {
    const at = xml.lastIndexOf('<', parser.position - 1);
    if (local(name) === 'cols') layout.cols = { at, last: state.lastWidth, name };
    if (local(name) !== 'row' || state.row === null) return;
    layout.rows.push({ ...state.row, end: state.row.empty ? state.row.inner : at });
    state.row = null;
  });
  parser.write(xml).close();
  return layout;
}

interface Insertion {
  from: number;
  to: number;
  text: string;
}

function withRemarks(xml: string, remarks: SheetRemarks): string {
  const layout = layoutOf(xml);
  const column = layout.lastColumn + 1;
  if (column > LAST_COLUMN) throw new DocumentError('TOO_MUCH_TEXT');
  const general = remarks.general ?? [];
  const said = layout.rows.flatMap((place): Insertion[] => {
    if (place.row === remarks.headerRow)
      return added(xml, place, column, [REMARK_HEADING, ...general].join('\n'), place.style);
    const lines = remarks.rows.get(place.row) ?? [];
    return lines.length === 0 ? [] : added(xml, place, column, lines.join('\n'), undefined);
  });
  const edits = [...widthOf(layout, column), ...said].toSorted((a, b) => a.from - b.from);
  let at = 0;
  const parts: string[] = [];
  for (const { from, to, text } of edits) {
    parts.push(xml.slice(at, from), text);
    at = to;
  }
  return [...parts, xml.slice(at)].join('');
}

/** A cell at the end of a row; the hint which columns the row spans would be wrong now and goes. */
function added(xml: string, place: RowPlace, column: number, text: string, style: string | undefined): Insertion[] {
  const prefix = prefixOf(place.name);
  const look = style === undefined ? '' : ` s="${style}"`;
  const content = `<${prefix}is><${prefix}t xml:space="preserve">${escapeText(text)}</${prefix}t></${prefix}is>`;
  const cell = `<${prefix}c r="${columnLetter(column)}${place.row}"${look} t="inlineStr">${content}</${prefix}c>`;
  const start = xml.slice(place.from, place.inner).replace(/\s+spans=(?:"[^"]*"|'[^']*')/, '');
  if (place.empty)
    return [{ from: place.from, to: place.inner, text: `${start.replace(/\s*\/>$/, '>')}${cell}</${place.name}>` }];
  return [
    { from: place.from, to: place.inner, text: start },
    { from: place.end, to: place.end, text: cell },
  ];
}

/** Room for the words, unless the file says a width of that column already. */
function widthOf({ cols, data }: Layout, column: number): Insertion[] {
  const width = (prefix: string): string =>
    `<${prefix}col min="${column}" max="${column}" width="${WIDTH}" customWidth="1"/>`;
  if (cols === null) {
    const { at, prefix } = data;
    return [{ from: at, to: at, text: `<${prefix}cols>${width(prefix)}</${prefix}cols>` }];
  }
  return cols.last < column ? [{ from: cols.at, to: cols.at, text: width(prefixOf(cols.name)) }] : [];
}
