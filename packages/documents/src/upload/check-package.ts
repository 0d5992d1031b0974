import { openZip, readEntryChunks, readZipFile } from '../containers/zip.ts';
import type { ZipArchive, ZipEntry, ZipLimits } from '../containers/zip.ts';
import { compoundFileNames, isCompoundFile } from '../containers/compound-file.ts';
import { parseXml } from '../xlsx/xml.ts';
import { refuse } from './verdict.ts';
import type { ContentVerdict, Refusal } from './verdict.ts';

const LIMITS = { entries: 5_000, totalBytes: 300 * 1024 * 1024 };
const MAX_SMALL_PART = 8 * 1024 * 1024;
const MAX_EMBEDDED = 64 * 1024 * 1024;
const OOXML = { 'word/document.xml': 'docx', 'xl/workbook.xml': 'xlsx', 'ppt/presentation.xml': 'pptx' } as const;
const MAIN_TYPE =
  /(?:wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.(?:presentation|slideshow))\.main\+xml/;
const FORBIDDEN_PARTS: readonly [RegExp, Refusal][] = [
  [/vbaproject|vbadata|\/macrosheets\//i, refuse('MACROS')],
  [/activex/i, refuse('ACTIVE_CONTENT', { what: 'ActiveX' })],
  [/\.(?:exe|dll|bat|cmd|js|vbs|scr|html?|svgz|jar|lnk|ps1|hta)$/i, refuse('ACTIVE_CONTENT', { what: '可执行文件' })],
];
/** Relations that fetch or run something when the document is opened; hyperlinks and linked workbooks do not. */
const FETCHING = /\/(?:attachedTemplate|oleObject|frame|subDocument|aFChunk|package|control|mailMergeSource)$/;

/**
 * Checks a zip container: what it is by its parts, that it unpacks to what it declares (every entry is inflated and
 * its checksum compared, within limits), and that it holds no macros, external templates, DDE or packaged programs.
 * Damage and bombs throw a DocumentError.
 */
export async function checkPackage(bytes: Uint8Array, limits: ZipLimits = LIMITS): Promise<ContentVerdict> {
  const archive = openZip(bytes, limits);
  for (const entry of archive.entries.values()) {
    const problem = entryProblem(entry);
    if (problem !== null) return problem;
  }
  for (const entry of archive.entries.values()) {
    if (await declaresDocumentType(archive, entry)) return refuse('UNSAFE_XML');
  }
  if (archive.entries.has('OFD.xml')) return checkOfd(archive);
  const found = Object.entries(OOXML).filter(([path]) => archive.entries.has(path));
  const [main] = found;
  if (main === undefined || found.length > 1) return refuse('CONTENT_UNKNOWN');
  return (await checkOoxml(archive, main[0])) ?? { type: main[1] };
}

function entryProblem(entry: ZipEntry): Refusal | null {
  if (entry.encrypted) return refuse('ENCRYPTED');
  const unsafe = entry.symlink || /(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[a-z]:|\u0000/i.test(entry.name);
  if (unsafe) return refuse('POLYGLOT');
  return FORBIDDEN_PARTS.find(([pattern]) => pattern.test(entry.name))?.[1] ?? null;
}

/** Inflates the entry to its end, and looks for a document type declaration (entities, bombs) when it is XML. */
async function declaresDocumentType(archive: ZipArchive, entry: ZipEntry): Promise<boolean> {
  const isXml = /\.(?:xml|rels|vml)$/i.test(entry.name);
  let tail = '';
  let found = false;
  for await (const chunk of readEntryChunks(archive, entry)) {
    if (!isXml || found) continue;
    const text = tail + Buffer.from(chunk).toString('latin1').replaceAll('\0', '');
    found = text.includes('<!DOCTYPE') || text.includes('<!ENTITY');
    tail = text.slice(-9);
  }
  return found;
}

async function checkOfd(archive: ZipArchive): Promise<ContentVerdict> {
  let root: string | null = null;
  const xml = await readZipFile(archive, 'OFD.xml', MAX_SMALL_PART);
  await parseXml(xml === null ? [] : [xml], { open: (name) => (root ??= name) });
  return root === 'OFD' ? { type: 'ofd' } : refuse('CONTENT_UNKNOWN');
}

async function checkOoxml(archive: ZipArchive, main: string): Promise<Refusal | null> {
  const types = await readZipFile(archive, '[Content_Types].xml', MAX_SMALL_PART);
  if (types === null) return refuse('CONTENT_UNKNOWN');
  let mainType = '';
  let macros = false;
  await parseXml([types], {
    open: (_, attributes) => {
      if (attributes['PartName'] === `/${main}`) mainType = attributes['ContentType'] ?? '';
      macros ||= /macroEnabled|vbaProject/i.test(attributes['ContentType'] ?? '');
    },
  });
  if (macros) return refuse('MACROS');
  if (!MAIN_TYPE.test(mainType)) return refuse('CONTENT_UNKNOWN');
  for (const entry of archive.entries.values()) {
    const problem = await partProblem(archive, entry);
    if (problem !== null) return problem;
  }
  return null;
}

async function partProblem(archive: ZipArchive, entry: ZipEntry): Promise<Refusal | null> {
  if (entry.name.endsWith('.rels')) return relationProblem(archive, entry);
  if (/embeddings\/.*\.bin$/i.test(entry.name)) return embeddedProblem(archive, entry);
  if (/^xl\/externalLinks\/[^/]+\.xml$/.test(entry.name) || /^word\/[^/]+\.xml$/.test(entry.name)) {
    return fieldProblem(archive, entry);
  }
  return null;
}

async function relationProblem(archive: ZipArchive, entry: ZipEntry): Promise<Refusal | null> {
  let problem: Refusal | null = null;
  await parseXml(readEntryChunks(archive, entry), {
    open: (_, { Type = '', TargetMode }) => {
      if (TargetMode === 'External' && FETCHING.test(Type))
        problem = refuse('ACTIVE_CONTENT', { what: '外部模板或对象' });
    },
  });
  return problem;
}

/** Embedded equations and drawings are fine; a packaged file (Ole10Native) can be a program. */
async function embeddedProblem(archive: ZipArchive, entry: ZipEntry): Promise<Refusal | null> {
  const content = await readZipFile(archive, entry.name, MAX_EMBEDDED);
  if (content === null || !isCompoundFile(content)) return refuse('ACTIVE_CONTENT', { what: '嵌入对象' });
  const names = compoundFileNames(content);
  if (names.has('VBA') || names.has('_VBA_PROJECT')) return refuse('MACROS');
  return names.has('\u0001Ole10Native') ? refuse('ACTIVE_CONTENT', { what: '嵌入的程序包' }) : null;
}

/** DDE: fields of a text document (whose code may be split over runs) and links of a workbook. */
async function fieldProblem(archive: ZipArchive, entry: ZipEntry): Promise<Refusal | null> {
  let instruction = '';
  let inside = false;
  let dde = false;
  await parseXml(readEntryChunks(archive, entry), {
    open: (name, attributes) => {
      inside = name === 'instrText';
      dde ||= name === 'ddeLink';
      if (name === 'fldSimple') dde ||= /\bDDE(?:AUTO)?\b/i.test(attributes['w:instr'] ?? '');
      if (name === 'fldChar') {
        dde ||= /\bDDE(?:AUTO)?\b/i.test(instruction);
        instruction = '';
      }
    },
    text: (text) => {
      if (inside && instruction.length < 10_000) instruction += text;
    },
    close: (name) => {
      if (name === 'instrText') inside = false;
    },
  });
  return dde || /\bDDE(?:AUTO)?\b/i.test(instruction) ? refuse('ACTIVE_CONTENT', { what: 'DDE' }) : null;
}
