import { describe, expect, it } from 'vitest';
import JSZip from 'jszip';
import { compoundFile } from '../testing/compound-file.ts';
import { rawXlsx, rawXlsxZip, sheetXml } from '../testing/raw-xlsx.ts';
import type { RawCell } from '../testing/raw-xlsx.ts';
import { declareSize } from '../testing/zip-forgery.ts';
import { readLedgerWorkbook } from './read-ledger.ts';

const ROWS: RawCell[][] = [['序号', '问题', '整改措施'], [1, '甲', 'a']]; // prettier-ignore
const good = (): JSZip => rawXlsxZip([{ name: 'x', rows: ROWS }]);
const pack = (zip: JSZip): Promise<Uint8Array> => zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
const withSheet = (xml: string | Uint8Array): Promise<Uint8Array> => pack(good().file('xl/worksheets/sheet1.xml', xml));
const code = async (bytes: Uint8Array): Promise<string> =>
  readLedgerWorkbook(bytes).then(
    () => 'accepted',
    (error: { code?: string }) => error.code ?? String(error),
  );
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
const XXE = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>`;
const SHEET = 'xl/worksheets/sheet1.xml';

describe('files that are refused', () => {
  it.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['FILE_EMPTY', 'nothing', () => new Uint8Array()],
    ['NOT_XLSX', 'a text', () => Buffer.from('序号,问题\n1,甲')],
    ['NOT_XLSX', 'a web page named .xls', () => Buffer.from('<html><table></table></html>')],
    ['OLD_EXCEL_FORMAT', 'an .xls or .et', () => compoundFile(['Root Entry', 'Workbook'])],
    ['ENCRYPTED', 'a workbook with a password', () => compoundFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage'])],
    ['FILE_DAMAGED', 'a truncated workbook', async () => (await pack(good())).slice(0, -40)],
    ['FILE_DAMAGED', 'a truncated compound file', () => compoundFile(['Root Entry']).slice(0, 600)],
    ['NOT_XLSX', 'a docx', () => pack(new JSZip().file('word/document.xml', '<x/>'))],
    ['NOT_XLSX', 'a binary workbook', () => pack(good().file('_rels/.rels', '<Relationships/>'))],
    ['UNSAFE_XML', 'an external entity', () => withSheet(sheetXml({ name: '', rows: ROWS }).replace('?>', `?>${XXE}`))],
    ['UNSAFE_XML', 'a billion laughs', () => withSheet(sheetXml({ name: '', rows: ROWS }).replace('?>', `?>${LAUGHS}`))],
    ['UNSAFE_XML', 'an entity in UTF-16', () => withSheet(Buffer.from(`\ufeff<?xml version="1.0"?>${XXE}<x/>`, 'utf16le'))],
    ['FILE_DAMAGED', 'broken XML', () => withSheet('<worksheet><sheetData>')],
    ['FILE_DAMAGED', 'bytes that are no UTF-8', () => withSheet(new Uint8Array([0x3c, 0xff, 0xfe, 0xfd]))],
    ['FILE_DAMAGED', 'an impossible merge', () => withSheet(sheetXml({ name: '', rows: ROWS, merges: ['B9:A1'] }))],
    ['HEADER_NOT_FOUND', 'a sheet without a header', () => rawXlsx([{ name: 'x', rows: [['甲', '乙', '丙']] }])],
    ['HEADER_NOT_FOUND', 'a header on a hidden sheet only', () => rawXlsx([{ name: 'x', hidden: true, rows: ROWS }])],
    ['ZIP_BOMB', 'too many entries', () => pack(manyEntries())],
    ['ZIP_BOMB', 'a part declared as 300 MB', async () => declareSize(await pack(good()), SHEET, 300 * 1024 * 1024)],
    ['ZIP_BOMB', 'a declared size of 4 GB', async () => declareSize(await pack(good()), SHEET, 0xfffffff0)],
    ['FILE_DAMAGED', 'a size declared too small', async () => declareSize(await pack(good()), SHEET, 10)],
    ['TOO_MUCH_TEXT', 'a cell of 100,000 characters', () => rawXlsx([{ name: 'x', rows: [...ROWS, [2, '乙'.repeat(100_000), 'b']] }])],
    ['TOO_MANY_ROWS', '10,001 rows', () => rawXlsx([{ name: 'x', rows: [ROWS[0] as RawCell[], ...Array.from({ length: 10_001 }, (_, i): RawCell[] => [i, '甲', 'a'])] }])],
  ])('%s: %s', async (expected, _name, make) => {
    expect(await code(await make())).toBe(expected);
  }); // prettier-ignore

  it('tells the user what to do about an old format, in Chinese', async () => {
    await expect(readLedgerWorkbook(compoundFile(['Workbook']))).rejects.toThrow('“另存为”.xlsx');
  });

  it('is not slowed by merges and rows over the whole sheet', async () => {
    const started = performance.now();
    const empty = Array.from({ length: 200_000 }, (_, i) => `<row r="${i + 10}"><c r="A${i + 10}" s="1"/></row>`).join(
      '',
    );
    const xml = sheetXml({ name: '', rows: ROWS, merges: ['A5:XFD1048576'] }).replace(
      '</sheetData>',
      `${empty}</sheetData>`,
    );
    expect((await readLedgerWorkbook(await withSheet(xml))).findings).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

function manyEntries(): JSZip {
  const zip = good();
  for (let i = 0; i < 5_100; i++) zip.file(`xl/media/${i}.png`, 'x');
  return zip;
}
