/** @module-tag slow */
import JSZip from 'jszip';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReportFileError, parseReport, readReportFile } from './index.ts';
import { fixture } from './testing/fixtures.ts';
import { lvl, num, p, rawDocx } from './testing/raw-docx.ts';

const docx = (body: string, numbering = '', styles = ''): Promise<Uint8Array> => rawDocx(body, { numbering, styles });
const textOf = async (bytes: Uint8Array): Promise<string> => (await readReportFile(bytes, 'a.docx')).text;

describe('.docx', () => {
  it('computes numbers of several levels, by paragraph and by style', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'chineseCountingThousand', '%1、')}${lvl(1, 'chineseCounting', '（%2）')}${lvl(2, 'decimal', '%3.')}${lvl(3, 'decimalEnclosedCircle', '%4')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const styles = `<w:style w:styleId="H"><w:pPr>${num(1, 0)}</w:pPr></w:style>`;
    const body =
      p('甲', '<w:pStyle w:val="H"/>') +
      p('乙', num(1, 1)) +
      p('丙', num(1, 2)) +
      p('丁', num(1, 2)) +
      p('圈', num(1, 3)) +
      p('戊', num(1, 1)) +
      p('己', num(1, 2)) +
      p('庚', '<w:pStyle w:val="H"/>');
    expect(await textOf(await docx(body, numbering, styles))).toBe(
      '一、甲\n（一）乙\n1.丙\n2.丁\n①圈\n（二）戊\n1.己\n二、庚',
    );
  });

  it('joins split runs, keeps soft breaks and inserted text, leaves out deleted text, decodes entities', async () => {
    const body =
      '<w:p><w:r><w:t>整改</w:t></w:r><w:r><w:t xml:space="preserve">情况: </w:t><w:br/><w:t>甲&amp;乙&#x4E19;</w:t></w:r><w:ins><w:r><w:t>丁</w:t></w:r></w:ins><w:del><w:r><w:delText>戊</w:delText></w:r></w:del></w:p>';
    expect(await textOf(await docx(body))).toBe('整改情况: \n甲&乙丙丁');
  });

  it('reads a table: merged cells, several paragraphs in a cell, findings over several rows', async () => {
    const cell = (inner: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
    const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
    const body =
      p('2023年3月6日至5月31日,市委第三巡察组对市局党组开展了巡察。') +
      `<w:tbl>${row(...['序号', '反馈问题', '整改措施', '责任领导', '完成情况'].map((h) => cell(p(h))))}` +
      row(cell(p('（一）学习方面'), '<w:gridSpan w:val="5"/>')) +
      row(
        cell(p('1')),
        cell(p('学习不深入。')),
        cell(p('一是制定计划。') + p('二是召开党组会。')),
        cell(p('甲')),
        cell(p('已完成')),
      ) +
      row(
        cell(p('2')),
        cell(p('作风不实。'), '<w:vMerge w:val="restart"/>'),
        cell(p('一是开展调研。')),
        cell(p('乙')),
        cell(p('持续整改')),
      ) +
      `${row(cell('<w:p/>'), cell('<w:p/>', '<w:vMerge/>'), cell(p('二是清退1200元。')), cell('<w:p/>'), cell('<w:p/>'))}</w:tbl>`;
    const parsed = parseReport(await textOf(await docx(body)));
    expect(
      parsed.findings.map((f) => [
        f.printedNumber,
        f.description,
        f.actions.map((a) => a.text),
        f.responsible.leader,
        f.status,
        f.category,
      ]),
    ).toEqual([
      ['1', '学习不深入。', ['制定计划', '召开党组会'], '甲', 'COMPLETED', '学习方面'],
      ['2', '作风不实。', ['开展调研', '清退1200元'], '乙', 'ONGOING', '学习方面'],
    ]);
    expect(parsed.findings[1]?.refunds.map((r) => r.fen)).toEqual([120000]);
    expect(parsed.unparsed).toEqual([]);
  });

  it('refuses one that declares entities of its own', async () => {
    const zip = new JSZip();
    zip.file(
      'word/document.xml',
      '<!DOCTYPE x [<!ENTITY a "甲">]><w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>',
    );
    await expect(zip.generateAsync({ type: 'uint8array' }).then(textOf)).rejects.toMatchObject({ code: 'UNSAFE' });
  });

  it('refuses one that only holds pictures, and one that swells beyond all measure', async () => {
    await expect(docx('<w:p><w:r><w:drawing/></w:r></w:p>').then(textOf)).rejects.toMatchObject({
      code: 'SCAN_OR_PDF',
    });
    const zip = new JSZip();
    zip.file('word/document.xml', ' '.repeat(50_000_000));
    await expect(zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }).then(textOf)).rejects.toMatchObject({
      code: 'TOO_LARGE',
    });
  });
});

const bytes = (...values: number[]): Uint8Array => Uint8Array.from([...values, ...Array.from({ length: 64 }, () => 0)]);
const encrypted = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(512),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);
const REFUSED: [string, Uint8Array, string][] = [
  ['empty.txt', new Uint8Array(), 'EMPTY'],
  ['blank.txt', new TextEncoder().encode(' \n\u3000'), 'EMPTY'],
  ['old.doc', bytes(0xd0, 0xcf, 0x11, 0xe0), 'BINARY_WORD'],
  ['locked.docx', encrypted, 'ENCRYPTED'],
  ['broken.pdf', new TextEncoder().encode('%PDF-1.7'), 'DAMAGED'],
  ['photo.jpg', bytes(0xff, 0xd8, 0xff), 'SCAN_OR_PDF'],
  ['broken.docx', bytes(0x50, 0x4b, 0x03, 0x04), 'DAMAGED'],
  ['binary.txt', bytes(0x41, 0x00, 0x01), 'UNSUPPORTED'],
  ['latin.txt', Uint8Array.from([0xff, 0xff, 0x41, 0xff]), 'ENCODING'],
  ['page.html', new TextEncoder().encode('<html><body><script>1</script></body></html>'), 'EMPTY'],
  ['saved.mht', new TextEncoder().encode('MIME-Version: 1.0\nContent-Type: multipart/related'), 'UNSUPPORTED'],
  ['word2003.xml', new TextEncoder().encode('<?xml version="1.0"?><w:wordDocument/>'), 'UNSUPPORTED'],
  ['text.rtf', new TextEncoder().encode('{\\rtf1 甲}'), 'UNSUPPORTED'],
  ['packed.rar', bytes(0x52, 0x61, 0x72, 0x21), 'UNSUPPORTED'],
];

describe('files that are no report', () => {
  it.each(REFUSED)('%s is refused with a reason that names it', async (name, content, code) => {
    const error: unknown = await readReportFile(content, name).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ReportFileError);
    expect(error).toMatchObject({ code });
    expect((error as Error).message).toContain(name);
  });

  it('refuses a zip that is no Word document', async () => {
    const zip = await new JSZip().file('xl/workbook.xml', '<x/>').generateAsync({ type: 'uint8array' });
    await expect(readReportFile(zip, 'a.xlsx')).rejects.toMatchObject({ code: 'UNSUPPORTED' });
  });
});

describe('command line', () => {
  const cli = fileURLToPath(new URL('cli.ts', import.meta.url));
  let folder = '';
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'report-cli-'))));
  afterAll(() => rm(folder, { recursive: true }));
  const run = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
    new Promise((resolve) =>
      execFile(process.execPath, [cli, ...args], { maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
      ),
    );
  const file = async (name: string, content: string | Uint8Array): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };

  it('parse prints one JSON document, render prints the text', async () => {
    const { text } = fixture('01-wenbaoju-nested-quotes');
    const parsed = await run('parse', await file('r.txt', text));
    expect(parsed).toMatchObject({ code: 0, stderr: '' });
    expect((JSON.parse(parsed.stdout) as { findings: unknown[] }).findings).toHaveLength(25);
    expect(await run('render', await file('r.json', parsed.stdout))).toEqual({ code: 0, stdout: text, stderr: '' });
  });

  it.each([
    ['a scan', ['parse', 'scan.pdf']],
    ['a letter without findings', ['parse', 'letter.txt']],
    ['a missing file', ['parse', 'nowhere.txt']],
    ['no JSON', ['render', 'letter.txt']],
    ['JSON of another kind', ['render', 'other.json']],
    ['an unknown command', ['frobnicate', 'letter.txt']],
  ])('%s ends with status 2 and one line', async (_, [command = '', name = '']) => {
    await file('scan.pdf', '%PDF-1.7');
    await file('letter.txt', '请准时参加会议。');
    await file('other.json', '{"a":1}');
    const { code, stdout, stderr } = await run(command, join(folder, name));
    expect({ code, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
    expect(stderr.trim().length).toBeGreaterThan(8);
  });
});
