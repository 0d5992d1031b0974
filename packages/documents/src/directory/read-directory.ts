import { ADMIN_ROLES } from '@closeout/domain/vocabulary';
import type { BodyKind } from '@closeout/domain/vocabulary';
import { DocumentError } from '../errors.ts';
import { splitDepartments } from '../ledger/cell-values.ts';
import { mergedGrid } from '../xlsx/merged-grid.ts';
import { readSheet } from '../xlsx/sheet.ts';
import { openWorkbook } from '../xlsx/workbook.ts';
import { isCreditCode } from './credit-code.ts';
import { readTable } from './read-table.ts';
import type { TableRow } from './read-table.ts';
import { KIND_WORDS, ROLE_WORDS, TABLES } from './tables.ts';
import type { DirectoryPerson, DirectoryRowError, DirectoryWorkbook, PersonRole } from './types.ts';

const MAX_ROWS = 10_000;
const LOGIN = /^[a-z0-9][a-z0-9._-]{2,63}$/;
type Table = keyof typeof TABLES;
type Tables = Partial<Record<Table, TableRow[]>>;

/**
 * Reads an administrator's list of bodies, departments, posts and people: the template's four sheets, or one sheet 人员
 * that names them all, from which bodies, departments and posts are then derived. Guaranteed of what is returned:
 * names are unique where they must be, references resolve, logins are well-formed, roles known, no one holds two of
 * the three administrators' roles. Every row that is not is named with the reason.
 */
export async function readDirectoryWorkbook(bytes: Uint8Array): Promise<DirectoryWorkbook> {
  const rowErrors: DirectoryRowError[] = [];
  const tables = await readTables(bytes, rowErrors);
  const result: DirectoryWorkbook = { bodies: [], departments: [], posts: [], people: [], rowErrors };
  for (const row of tables.bodies ?? []) addBody(result, row);
  for (const row of tables.departments ?? []) addDepartment(result, row, tables);
  for (const row of tables.posts ?? []) addPost(result, row, tables);
  for (const row of tables.people ?? []) addPerson(result, row, tables);
  return result;
}

async function readTables(bytes: Uint8Array, errors: DirectoryRowError[]): Promise<Tables> {
  const workbook = await openWorkbook(bytes);
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden);
  const tables: Tables = {};
  for (const reference of visible) {
    const plain = reference.name.replace(/[\s（(].*$/, '');
    const table = (Object.keys(TABLES) as Table[]).find((key) => {
      const { names } = TABLES[key];
      return names.some((name) => name === plain) || (visible.length === 1 && key === 'people');
    });
    if (table === undefined || tables[table] !== undefined) continue;
    const grid = await readSheet(workbook, reference, MAX_ROWS);
    if (grid.truncated) throw new DocumentError('TOO_MANY_ROWS', { limit: MAX_ROWS });
    const rows = readTable(mergedGrid(grid), reference.name, TABLES[table].columns, errors);
    if (rows !== null) tables[table] = rows;
  }
  if (Object.keys(tables).length === 0) throw new DocumentError('DIRECTORY_NOT_FOUND');
  return tables;
}

const textOrNull = (text: string): string | null => (text === '' ? null : text);

/** Refuses the row when the same key stands in an earlier row. */
function refuseDuplicate<T extends { row: number }>(
  row: TableRow,
  field: string,
  others: T[],
  same: (o: T) => boolean,
): void {
  const other = others.find(same);
  if (other !== undefined) row.refuse(field, 'DUPLICATE', { other: other.row });
}

function addBody(result: DirectoryWorkbook, row: TableRow): void {
  const name = row.get('name');
  const shortName = textOrNull(row.get('shortName'));
  const creditCode = textOrNull(row.get('creditCode').toUpperCase());
  refuseDuplicate(row, 'name', result.bodies, (other) => other.name === name);
  if (shortName !== null) refuseDuplicate(row, 'shortName', result.bodies, (other) => other.shortName === shortName);
  if (creditCode !== null && !isCreditCode(creditCode)) row.refuse('creditCode', 'CREDIT_CODE_INVALID');
  const kind = row.get('kind') === '' ? 'INSPECTED' : codeOf<BodyKind>(KIND_WORDS, row.get('kind'));
  if (kind === null) row.refuse('kind', 'WORD_UNKNOWN', { known: firstWords(KIND_WORDS) });
  if (row.bad || kind === null) return;
  result.bodies.push({
    row: row.row,
    name,
    shortName,
    kind,
    creditCode,
    regionCode: textOrNull(row.get('regionCode')),
  });
}

function addDepartment(result: DirectoryWorkbook, row: TableRow, tables: Tables): void {
  const body = row.get('body');
  const name = row.get('name');
  needBody(result, row, tables);
  refuseDuplicate(row, 'name', result.departments, (other) => other.body === body && other.name === name);
  if (!row.bad) result.departments.push({ row: row.row, body, name });
}

function addPost(result: DirectoryWorkbook, row: TableRow, tables: Tables): void {
  const [body, title, department] = [row.get('body'), row.get('title'), textOrNull(row.get('department'))];
  const inChargeOf = splitDepartments(row.get('inChargeOf'));
  needBody(result, row, tables);
  if (department !== null) needDepartment(result, row, tables, 'department', department);
  for (const one of inChargeOf) needDepartment(result, row, tables, 'inChargeOf', one);
  refuseDuplicate(row, 'title', result.posts, (other) => other.body === body && other.title === title);
  const leadership = /^(?:是|√|✓|y|yes|1|true)$/i.test(row.get('leadership'));
  if (!row.bad) result.posts.push({ row: row.row, body, title, department, leadership, inChargeOf });
}

function addPerson(result: DirectoryWorkbook, row: TableRow, tables: Tables): void {
  const [body, name, login] = [row.get('body'), row.get('name'), row.get('login').toLowerCase()];
  const [department, post] = [textOrNull(row.get('department')), textOrNull(row.get('post'))];
  needBody(result, row, tables);
  if (department !== null) needDepartment(result, row, tables, 'department', department);
  if (post !== null) needPost(result, row, tables, post, department);
  if (login !== '' && !LOGIN.test(login)) row.refuse('login', 'LOGIN_INVALID');
  refuseDuplicate(row, 'login', result.people, (other) => other.login === login);
  const roles = readRoles(row);
  if (!row.bad) result.people.push({ row: row.row, body, department, post, name, login, roles });
}

function readRoles(row: TableRow): DirectoryPerson['roles'] {
  const roles = new Set<PersonRole>();
  for (const word of row
    .get('roles')
    .split(/[、,，;；/\s]+/)
    .filter((part) => part !== '')) {
    const role = codeOf<PersonRole>(ROLE_WORDS, word);
    if (role === null) row.refuse('roles', 'WORD_UNKNOWN', { value: word, known: firstWords(ROLE_WORDS) });
    else roles.add(role);
  }
  if (ADMIN_ROLES.filter((role) => roles.has(role)).length > 1) row.refuse('roles', 'ADMIN_ROLES_TOGETHER');
  return [...roles];
}

/** With a sheet of bodies the name must stand there; without one it is derived from the row. */
function needBody(result: DirectoryWorkbook, row: TableRow, tables: Tables): void {
  const name = row.get('body');
  if (name === '' || result.bodies.some((body) => body.name === name)) return;
  if (tables.bodies !== undefined) row.refuse('body', 'UNKNOWN_REFERENCE', { sheet: TABLES.bodies.sheet });
  else
    result.bodies.push({ row: row.row, name, shortName: null, kind: 'INSPECTED', creditCode: null, regionCode: null });
}

function needDepartment(result: DirectoryWorkbook, row: TableRow, tables: Tables, field: string, name: string): void {
  const body = row.get('body');
  if (result.departments.some((department) => department.body === body && department.name === name)) return;
  if (tables.departments === undefined) result.departments.push({ row: row.row, body, name });
  else row.refuse(field, 'UNKNOWN_REFERENCE', { value: name, sheet: TABLES.departments.sheet });
}

function needPost(
  result: DirectoryWorkbook,
  row: TableRow,
  tables: Tables,
  title: string,
  department: string | null,
): void {
  const body = row.get('body');
  if (result.posts.some((post) => post.body === body && post.title === title)) return;
  if (tables.posts !== undefined) row.refuse('post', 'UNKNOWN_REFERENCE', { sheet: TABLES.posts.sheet });
  else result.posts.push({ row: row.row, body, title, department, leadership: false, inChargeOf: [] });
}

function codeOf<Code extends string>(words: Record<Code, readonly string[]>, word: string): Code | null {
  return (Object.keys(words) as Code[]).find((code) => words[code].includes(word)) ?? null;
}

function firstWords(words: Record<string, readonly string[]>): string {
  return Object.values(words).map(([first]) => first).join('、'); // prettier-ignore
}
