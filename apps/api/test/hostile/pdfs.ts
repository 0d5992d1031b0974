import { deflateSync } from 'node:zlib';
import type { HostileFile } from './files.ts';

/** A PDF of these objects, numbered from 1; the first is the catalog. A stream is a dictionary and its bytes. */
function pdfOf(objects: readonly (string | [dictionary: string, data: Uint8Array])[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  const add = (bytes: Buffer): void => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(at);
    const [dictionary, data] = typeof object === 'string' ? [object, null] : object;
    add(Buffer.from(`${i + 1} 0 obj\n${data ? dictionary.replace('>>', `/Length ${data.length}>>`) : dictionary}\n`));
    if (data) add(Buffer.concat([Buffer.from('stream\n'), data, Buffer.from('\nendstream\n')]));
    add(Buffer.from('endobj\n'));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  add(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`)); // prettier-ignore
  return Buffer.concat(parts);
}

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const PAGES = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>';
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const flate = (data: Uint8Array, filters = '/FlateDecode'): [string, Uint8Array] => [`<</Filter ${filters}>>`, data];
const zeros = (megabytes: number, fill = ' '): Buffer => Buffer.alloc(megabytes * 1024 * 1024, fill);
const words = Buffer.from(`BT /F 12 Tf 50 700 Td (${'Closeout of findings after an inspection. '.repeat(3)}) Tj ET`);
const onePage = (contents: string | [string, Uint8Array], page = PAGE, more: string[] = []): Buffer =>
  pdfOf([CATALOG, PAGES, page, contents, FONT, ...more]);

const refused = (name: string, make: () => Buffer, fileName = '报告.pdf'): HostileFile => ({ name, fileName, make });

/** PDFs that unpack without end, turn in circles, or bring something to run. */
export const HOSTILE_PDFS: readonly HostileFile[] = [
  refused('PDF: content that unpacks to 1 GB', () => onePage(flate(deflateSync(zeros(1_000))))),
  refused('PDF: content packed twice, 2 GB', () => onePage(flate(deflateSync(deflateSync(zeros(2_000), { level: 9 })), '[/FlateDecode/FlateDecode]'))), // prettier-ignore
  refused('PDF: 500 MB of drawing', () => onePage(flate(deflateSync(Buffer.from('0 0 m 9 9 l S '.repeat(5_000_000)).subarray(0, 500_000_000))))), // prettier-ignore
  refused('PDF: text without end', () => onePage(flate(deflateSync(Buffer.from('BT /F 9 Tf 9 9 Td (AB) Tj ET '.repeat(3_000_000)))))), // prettier-ignore
  refused('PDF: pages in a circle', () => pdfOf([CATALOG, '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>'])), // prettier-ignore
  refused('PDF: claims 2 billion pages', () => pdfOf([CATALOG, '<</Type/Pages/Kids[3 0 R]/Count 2000000000>>', PAGE, flate(deflateSync(words)), FONT])), // prettier-ignore
  refused('PDF: form that draws itself', () =>
    pdfOf([CATALOG, PAGES, PAGE.replace('<</Font', '<</XObject<</X 6 0 R>>/Font'), ['<<>>', Buffer.from('/X Do')], FONT, ['<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>>>'.replace('>>>>>>', '>>>>>>'), Buffer.from('/X Do /X Do')]])), // prettier-ignore
  refused('PDF: arrays 1,000,000 deep', () => onePage(['<<>>', words], PAGE.replace('/Contents', `/X ${'['.repeat(1_000_000)}/Contents`))), // prettier-ignore
  refused('PDF: table of objects that refers to itself', () => {
    const bytes = pdfOf([CATALOG, PAGES], '/Prev 0000000000');
    const at = bytes.lastIndexOf('xref\n0');
    return Buffer.from(bytes.toString('latin1').replace('/Prev 0000000000', `/Prev ${String(at).padStart(10, '0')}`), 'latin1'); // prettier-ignore
  }),
  refused('PDF: encrypted', () => pdfOf([CATALOG, PAGES, PAGE, ['<<>>', words], FONT, '<</Filter/Standard/V 2/R 3/Length 128/P -4/O<0102030405060708091011121314151617181920212223242526272829303132>/U<3132333435363738394041424344454647484950515253545556575859606162>>>'], '/Encrypt 6 0 R/ID[<01><01>]')), // prettier-ignore
  refused('PDF: only a picture (a scan)', () => onePage(['<<>>', Buffer.from('q Q')])),
  refused('PDF: cut in half', () => { const whole = onePage(flate(deflateSync(words))); return whole.subarray(0, whole.length / 2); }), // prettier-ignore
  refused('PDF: nothing but its first line', () => Buffer.from('%PDF-1.7\n')),
  refused('PDF: JavaScript and Launch beside text without findings', () =>
    pdfOf(['<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R/AA<</WC 7 0 R>>>>', PAGES, PAGE, ['<<>>', words], FONT, '<</S/JavaScript/JS(app.alert\\(1\\))>>', '<</S/Launch/F(cmd.exe)>>'])), // prettier-ignore
];
