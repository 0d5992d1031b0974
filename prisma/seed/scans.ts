import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

export interface StoredScan {
  sha256: string;
  size: number;
  mediaType: 'application/pdf' | 'image/png' | 'text/plain';
}

/** Where generated scans go: kept by SHA-256, one file per content, as uploads are. */
export interface ScanStore {
  pdf(title: string, lines: string[]): StoredScan;
  photo(title: string): StoredScan;
  keep(content: Buffer, mediaType: StoredScan['mediaType']): StoredScan;
}

/** Writes into `folder`, or only names the files when there is no folder (the demo then has records without content). */
export function createScanStore(folder: string | undefined): ScanStore {
  if (folder) mkdirSync(folder, { recursive: true });
  const store = (content: Buffer, mediaType: StoredScan['mediaType']): StoredScan => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (folder) writeFileSync(path.join(folder, sha256), content);
    return { sha256, size: content.length, mediaType };
  };
  return {
    keep: store,
    pdf: (title, lines) => store(pdfPage(title, lines), 'application/pdf'),
    photo: (title) => store(greyPicture(title), 'image/png'),
  };
}

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();

/** A one-page A4 PDF in the reader's own Song face (STSong-Light, not embedded), so that a scan stays below 2 KB. */
function pdfPage(title: string, lines: string[]): Buffer {
  const place = (size: number, y: number, text: string) => `BT /F1 ${size} Tf 72 ${y} Td <${hex(text)}> Tj ET`;
  const drawn = [place(18, 740, title), ...lines.map((line, index) => place(12, 700 - index * 26, line))].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 7 0 R >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [5 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 6 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
  ];
  let file = '%PDF-1.5\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(
    `${file}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A small grey picture that stands for a photograph: a horizon whose slope depends on the title, so that files differ. */
function greyPicture(title: string): Buffer {
  const [width, height] = [240, 160];
  const slope = createHash('sha256').update(title).digest().readUInt16BE(0) / 65536 - 0.5;
  const pixels = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const horizon = 90 + slope * (x - width / 2) * 0.4;
      pixels[y * (width + 1) + 1 + x] = y < horizon ? 235 - Math.floor(y / 3) : 150 - Math.floor((y - horizon) / 2);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
