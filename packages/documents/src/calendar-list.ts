import { parse } from 'csv-parse/sync';
import type { ListedDay } from '@closeout/domain';
import { DocumentError } from './errors.ts';
import { readTable } from './directory/read-table.ts';
import type { TableColumn } from './directory/tables.ts';
import { mergedGrid } from './xlsx/merged-grid.ts';
import { readSheet } from './xlsx/sheet.ts';
import { openWorkbook } from './xlsx/workbook.ts';

const MOST_ROWS = 2_000;

const COLUMNS: readonly (TableColumn & { field: 'day' | 'kind' | 'name' })[] = [
  { field: 'day', header: '日期', synonyms: ['day', 'date', '日'], required: true, width: 14 },
  { field: 'kind', header: '类型', synonyms: ['kind', 'type', '安排', 'isOffDay', '放假'], required: true, width: 12 },
  { field: 'name', header: '节日', synonyms: ['name', '名称', '节日名称', '说明'], width: 20 },
];

/** The list's rows as they are written; the domain reads them (checkCalendarList). .xlsx, .csv (UTF-8) or JSON by their content. */
export async function readCalendarList(bytes: Uint8Array): Promise<ListedDay[]> {
  if (bytes.byteLength === 0) throw new DocumentError('FILE_EMPTY');
  const rows = bytes[0] === 0x50 && bytes[1] === 0x4b ? await fromWorkbook(bytes) : fromText(bytes);
  if (rows.length > MOST_ROWS) throw new DocumentError('TOO_MANY_ROWS', { limit: MOST_ROWS });
  return rows;
}

async function fromWorkbook(bytes: Uint8Array): Promise<ListedDay[]> {
  const workbook = await openWorkbook(bytes);
  const sheet = workbook.sheets.find((one) => !one.hidden);
  if (sheet === undefined) throw new DocumentError('CALENDAR_LIST');
  const grid = await readSheet(workbook, sheet, MOST_ROWS + 10);
  const rows = readTable(mergedGrid(grid), sheet.name, COLUMNS, []);
  if (rows === null) throw new DocumentError('CALENDAR_LIST');
  return rows.map(({ row, get }) => ({ row, day: get('day'), kind: get('kind'), name: get('name') }));
}

function fromText(bytes: Uint8Array): ListedDay[] {
  const text = decode(bytes);
  return /^\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text);
}

/** UTF-8, else what WPS and Excel write on Chinese Windows. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function fromCsv(text: string): ListedDay[] {
  let lines: string[][];
  try {
    lines = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false, trim: true });
  } catch {
    throw new DocumentError('CALENDAR_LIST');
  }
  const at = lines.findIndex((cells) => columnOf(cells, 'day') >= 0 && columnOf(cells, 'kind') >= 0);
  const header = lines[at];
  if (header === undefined) throw new DocumentError('CALENDAR_LIST');
  const of = (cells: string[], field: (typeof COLUMNS)[number]['field']): string =>
    cells[columnOf(header, field)]?.trim() ?? '';
  return lines.flatMap((cells, index) =>
    index <= at || cells.every((one) => one.trim() === '')
      ? []
      : [{ row: index + 1, day: of(cells, 'day'), kind: of(cells, 'kind'), name: of(cells, 'name') }],
  );
}

function columnOf(cells: readonly string[], field: string): number {
  const column = COLUMNS.find((one) => one.field === field)!;
  const names = [column.header, ...column.synonyms].map((one) => one.toLowerCase());
  return cells.findIndex((cell) => names.includes(cell.trim().replace(/\*$/, '').toLowerCase()));
}

/** A list of days, or an object with `days`: `day` or `date`, `kind` or `isOffDay`, `name`. */
function fromJson(text: string): ListedDay[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DocumentError('CALENDAR_LIST');
  }
  const days = Array.isArray(value) ? value : (value as { days?: unknown }).days;
  if (!Array.isArray(days)) throw new DocumentError('CALENDAR_LIST');
  const words = (one: unknown): string =>
    typeof one === 'string' || typeof one === 'boolean' || typeof one === 'number' ? String(one) : '';
  return days.map((one: unknown, index) => {
    const row = typeof one === 'object' && one !== null ? (one as Record<string, unknown>) : {};
    return {
      row: index + 1,
      day: words(row['day'] ?? row['date']),
      kind: words(row['kind'] ?? row['type'] ?? row['isOffDay']),
      name: words(row['name']),
    };
  });
}
