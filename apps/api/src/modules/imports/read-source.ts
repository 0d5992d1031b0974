import { DocumentError, readLedgerWorkbook, type LedgerWorkbook, type ReadLedgerOptions } from '@closeout/documents';
import { invalid } from '@closeout/domain';
import {
  parseReport,
  readParsedReport,
  readReportFile,
  renderReport,
  ReportFileError,
  type FileReading,
  type ParsedReport,
  type ParseOptions,
  type ResultWords,
} from '@closeout/report';
import type { Context } from '../../graphql/context.ts';
import { directoryOf } from './commit/directory.ts';
import { nameWarnings, type NameWarning } from './commit/responsible.ts';
import { offLoop } from './off-loop.ts';

/** Texts above this are read in a thread of their own: 100,000 characters take some 300 ms. */
const LARGE_TEXT = 150_000;
/** Parsing a report of half a million characters, ten times the longest published, takes some two seconds and 200 MB. */
const MOST_FOR_TEXT = { workMs: 4_000, waitsMs: 30_000, bytes: 256 * 1024 * 1024 };

/** A list of 10,000 rows, with keys and fingerprints or without, takes some two seconds and 60 MB. */
export const MOST_FOR_TABLE = { workMs: 4_500, waitsMs: 30_000, bytes: 128 * 1024 * 1024 };

/** Turns what the packages say about a file into a refusal in the user's own words. */
export async function inUsersWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ReportFileError || error instanceof DocumentError)
      throw invalid('file', `imports.file.${error.code}`, error.message);
    throw error;
  }
}

/** Parses a report's text without holding up other requests. */
export const parseText = (text: string, options: ParseOptions = {}): Promise<ParsedReport> =>
  inUsersWords(async () =>
    text.length > LARGE_TEXT
      ? offLoop<ParsedReport>('@closeout/report', 'parseReport', [text, options], MOST_FOR_TEXT)
      : parseReport(text, options),
  );

/** Prints a parsed report without holding up other requests. */
export const renderText = async (parsed: ParsedReport): Promise<string> =>
  parsed.source.text.length > LARGE_TEXT
    ? offLoop<string>('@closeout/report', 'renderReport', [parsed], MOST_FOR_TEXT)
    : renderReport(parsed);

/** Zip archives and PDFs unpack to whatever whoever made them wanted: read apart, within limits, however small they are. */
const isContainer = (bytes: Uint8Array): boolean =>
  /^(?:PK|%PDF)/u.test(Buffer.from(bytes.subarray(0, 4)).toString('latin1'));

const readFile = (bytes: Uint8Array, fileName: string): Promise<FileReading> =>
  inUsersWords(() =>
    isContainer(bytes) || bytes.byteLength > LARGE_TEXT
      ? offLoop<FileReading>('@closeout/report', 'readReportFile', [bytes, fileName])
      : readReportFile(bytes, fileName),
  );

/** Reads and parses a report file with the words of its inspection; one that is none is refused with the reason in the user's words. */
export async function readReport(bytes: Uint8Array, fileName: string, results?: ResultWords): Promise<ParsedReport> {
  const { text, setAside } = await readFile(bytes, fileName);
  const parsed = await parseText(text, { setAside, profile: results === undefined ? {} : { results } });
  demandFindings(parsed);
  return parsed;
}

/** A reading without findings is no report: refused with what the parser says about it. */
export function demandFindings(parsed: ParsedReport): void {
  const none = parsed.warnings.find((warning) => warning.code === 'NO_FINDINGS');
  if (none !== undefined || parsed.findings.length === 0)
    throw invalid('file', 'imports.noFindings', none?.message ?? '没有识别出任何问题。');
}

/** Reads a body's own list; a file that is none is refused with the reason in the user's words. */
async function readLedger(bytes: Uint8Array, options: ReadLedgerOptions = {}): Promise<LedgerWorkbook> {
  const read = (): Promise<LedgerWorkbook> =>
    isContainer(bytes)
      ? offLoop<LedgerWorkbook>('@closeout/documents/tables', 'readLedgerWorkbook', [bytes, options], MOST_FOR_TABLE)
      : readLedgerWorkbook(bytes, options);
  const workbook = await inUsersWords(read);
  if (workbook.findings.length === 0)
    throw invalid(
      'file',
      'imports.noFindings',
      '表中没有识别出任何问题。请确认表头下有数据行，或手动指定表头所在行和各列的含义。',
    );
  return workbook;
}

/** The stored reading of a report, checked. */
export const reportOf = (stored: unknown): ParsedReport => readParsedReport(stored);

/** A body's own list as read, with the names in it that the body's directory does not know. */
export interface CheckedWorkbook extends LedgerWorkbook {
  nameWarnings: NameWarning[];
}

/** Reads a list and looks its names up in the body's directory. */
export async function readLedgerOf(
  ctx: Context,
  bodyId: string,
  bytes: Uint8Array,
  options?: ReadLedgerOptions,
): Promise<CheckedWorkbook> {
  const workbook = await readLedger(bytes, options);
  return { ...workbook, nameWarnings: nameWarnings(await directoryOf(ctx.db, bodyId), workbook.findings) };
}

/** The stored reading of a list; it was written by `readLedgerOf` and by the corrections only. */
export const workbookOf = (stored: unknown): CheckedWorkbook => stored as CheckedWorkbook;
