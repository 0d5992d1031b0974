import JSZip from 'jszip';
import { deflateSync } from 'node:zlib';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const KINDS = {
  docx: ['word/document.xml', `${OFFICE}.wordprocessingml.document.main+xml`],
  xlsx: ['xl/workbook.xml', `${OFFICE}.spreadsheetml.sheet.main+xml`],
  pptx: ['ppt/presentation.xml', `${OFFICE}.presentationml.presentation.main+xml`],
} as const;

/** A minimal office package; `parts` are added or replace its own. */
export function office(kind: keyof typeof KINDS, parts: Record<string, string | Uint8Array> = {}): Promise<Uint8Array> {
  const [path, type] = KINDS[kind];
  const zip = new JSZip();
  const override = `<Override PartName="/${path}" ContentType="${type}"/>`;
  zip.file('[Content_Types].xml', `<Types>${override}</Types>`);
  zip.file('_rels/.rels', relations('officeDocument', path));
  zip.file(path, '<w:root xmlns:w="w"><w:t>正文</w:t></w:root>');
  for (const [name, content] of Object.entries(parts)) zip.file(name, content, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A relationships part with one relation. */
export function relations(type: string, target: string, external = false): string {
  const mode = external ? ' TargetMode="External"' : '';
  return `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/${type}" Target="${target}"${mode}/></Relationships>`;
}

/** An OFD package. */
export function ofd(root = '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0"/>'): Promise<Uint8Array> {
  const zip = new JSZip().file('OFD.xml', root).file('Doc_0/Document.xml', '<ofd:Document xmlns:ofd="o"/>');
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A one-page PDF, with `extra` objects before its end. */
export function pdf(extra = '', version = '1.4'): Uint8Array {
  const head = `%PDF-${version}\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n`;
  const pages = '2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n';
  return Buffer.from(`${head}${pages}${extra}trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`, 'latin1');
}

const u16 = (n: number): number[] => [n >> 8, n & 255];
const u32 = (n: number): number[] => [...u16(n >>> 16), ...u16(n & 0xffff)];
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];

/** A JPEG with the given segments between its JFIF header and its frame. */
export function jpeg(width = 640, height = 480, segments: number[] = []): Uint8Array {
  const app0 = [0xff, 0xe0, 0, 16, ...ascii('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0];
  const frame = [0xff, 0xc0, 0, 11, 8, ...u16(height), ...u16(width), 1, 1, 0x11, 0];
  return Uint8Array.from([
    0xff,
    0xd8,
    ...app0,
    ...segments,
    ...frame,
    0xff,
    0xda,
    0,
    8,
    1,
    1,
    0,
    0,
    63,
    0,
    1,
    2,
    3,
    0xff,
    0xd9,
  ]);
}

/** A segment of a JPEG. */
export function segment(marker: number, text: string): number[] {
  return [0xff, marker, ...u16(text.length + 2), ...ascii(text)];
}

/** A PNG with the given text chunk; checksums are not looked at by the check. */
export function png(width = 640, height = 480, comment = ''): Uint8Array {
  const chunk = (type: string, data: number[]): number[] => [...u32(data.length), ...ascii(type), ...data, 0, 0, 0, 0];
  const header = chunk('IHDR', [...u32(width), ...u32(height), 8, 2, 0, 0, 0]);
  const text = comment === '' ? [] : chunk('tEXt', ascii(`Comment\0${comment}`));
  const data = chunk('IDAT', [...deflateSync(Buffer.alloc(16))]);
  return Uint8Array.from([...ascii('\u0089PNG\r\n\u001a\n'), ...header, ...text, ...data, ...chunk('IEND', [])]);
}

/** A BMP. */
export function bmp(width = 8, height = 8): Uint8Array {
  const bytes = Buffer.alloc(54 + 64);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  return bytes;
}

/** A TIFF of either byte order. */
export function tiff(little: boolean, width = 100, height = 100): Uint8Array {
  const bytes = Buffer.alloc(64);
  bytes.write(little ? 'II*\0' : 'MM\0*', 'latin1');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  view.setUint32(4, 8, little);
  view.setUint16(8, 2, little);
  [
    [256, width],
    [257, height],
  ].forEach(([tag = 0, value = 0], i) => {
    view.setUint16(10 + i * 12, tag, little);
    view.setUint16(12 + i * 12, 4, little);
    view.setUint32(14 + i * 12, 1, little);
    view.setUint32(18 + i * 12, value, little);
  });
  return bytes;
}

/** An HEIC with its outer boxes. */
export function heic(brand = 'heic'): Uint8Array {
  return Uint8Array.from([
    ...u32(16),
    ...ascii(`ftyp${brand}`),
    ...u32(0),
    ...u32(12),
    ...ascii('meta'),
    ...u32(0),
    ...u32(16),
    ...ascii('mdat'),
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
  ]);
}
