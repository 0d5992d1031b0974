import { isCompoundFile, compoundFileNames } from '../containers/compound-file.ts';
import { openZip, readEntryChunks } from '../containers/zip.ts';
import type { ZipArchive } from '../containers/zip.ts';
import { DocumentError } from '../errors.ts';
import { classifyFormat } from './number-formats.ts';
import type { NumberFormat } from './number-formats.ts';
import { parseXml } from './xml.ts';
import type { XmlHandlers } from './xml.ts';

/** Declared unpacked size of a whole workbook; and how much text its string table may hold. */
const LIMITS = { entries: 5_000, totalBytes: 256 * 1024 * 1024 };
const MAX_SHARED_CHARACTERS = 30_000_000;
const MAX_BYTES = 50 * 1024 * 1024;

/** One sheet of a workbook, not yet read. */
export interface SheetReference {
  name: string;
  hidden: boolean;
  path: string;
}

/** An opened workbook: everything but the sheets' cells. */
export interface Workbook {
  archive: ZipArchive;
  sheets: SheetReference[];
  date1904: boolean;
  definedNames: Set<string>;
  sharedStrings: string[];
  formats: NumberFormat[];
}

/** Opens an .xlsx file. Anything else (old formats, passwords, bombs, entities) is refused with its own sentence. */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  if (bytes.byteLength === 0) throw new DocumentError('FILE_EMPTY');
  if (bytes.byteLength > MAX_BYTES) throw new DocumentError('FILE_TOO_LARGE', { limit: MAX_BYTES / 1024 / 1024 });
  if (isCompoundFile(bytes)) {
    throw new DocumentError(compoundFileNames(bytes).has('EncryptedPackage') ? 'ENCRYPTED' : 'OLD_EXCEL_FORMAT');
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new DocumentError('NOT_XLSX');
  const archive = openZip(bytes, LIMITS);
  const main = await mainPart(archive);
  const relations = await readRelations(archive, main);
  const { sheets, date1904, definedNames } = await readMain(archive, main, relations);
  const part = (type: string): string | undefined => [...relations.values()].find((r) => r.type === type)?.path;
  return {
    archive,
    sheets,
    date1904,
    definedNames,
    sharedStrings: await readSharedStrings(archive, part('sharedStrings')),
    formats: await readFormats(archive, part('styles')),
  };
}

async function parsePart(archive: ZipArchive, path: string | undefined, on: XmlHandlers): Promise<void> {
  const entry = path === undefined ? undefined : archive.entries.get(path);
  if (entry !== undefined) await parseXml(readEntryChunks(archive, entry), on);
}

async function mainPart(archive: ZipArchive): Promise<string> {
  const relations = await readRelations(archive, '');
  const path = [...relations.values()].find((r) => r.type === 'officeDocument')?.path;
  if (path === undefined || !path.startsWith('xl/') || !path.endsWith('.xml')) throw new DocumentError('NOT_XLSX');
  if (!archive.entries.has(path)) throw new DocumentError('NOT_XLSX');
  return path;
}

type Relations = Map<string, { type: string; path: string }>;

async function readRelations(archive: ZipArchive, part: string): Promise<Relations> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const relations: Relations = new Map();
  await parsePart(archive, `${folder}_rels/${part.slice(slash)}.rels`, {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const url = new URL(Target, `zip:///${folder}`);
      relations.set(Id, {
        type: Type.slice(Type.lastIndexOf('/') + 1),
        path: decodeURIComponent(url.pathname.slice(1)),
      });
    },
  });
  return relations;
}

async function readMain(
  archive: ZipArchive,
  path: string,
  relations: Relations,
): Promise<Pick<Workbook, 'sheets' | 'date1904' | 'definedNames'>> {
  const sheets: SheetReference[] = [];
  const definedNames = new Set<string>();
  let date1904 = false;
  await parsePart(archive, path, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name === 'definedName') definedNames.add(attributes['name'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const target = relations.get(id);
      if (target?.type !== 'worksheet') return;
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', hidden, path: target.path });
    },
  });
  return { sheets, date1904, definedNames };
}

/** Undoes the `_x000D_` escapes by which the format writes characters that XML cannot hold. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

async function readSharedStrings(archive: ZipArchive, path: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = 0;
  let total = 0;
  await parsePart(archive, path, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') phonetic++;
      inText = name === 't' && phonetic === 0;
    },
    text: (text) => {
      if (!inText) return;
      current += text;
      total += text.length;
      if (total > MAX_SHARED_CHARACTERS) throw new DocumentError('TOO_MUCH_TEXT');
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic--;
      if (name === 'si') strings.push(unescapeText(current));
    },
  });
  return strings;
}

async function readFormats(archive: ZipArchive, path: string | undefined): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellFormats = false;
  await parsePart(archive, path, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      formats.push(classifyFormat(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats;
}
