import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a forged archive. What its headers declare need not be so. */
export interface ForgedEntry {
  name: string;
  data: Uint8Array;
  /** Already deflated: `data` goes in as it is. */
  raw?: boolean;
  size?: number;
  crc?: number;
  /** The directory points to the local header of an entry before it; nothing is written. */
  sharedWith?: string;
}

/** A zip archive byte by byte, as no honest program writes it. */
export function forgeZip(entries: readonly ForgedEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const places = new Map<string, { offset: number; packed: number; size: number; crc: number }>();
  let offset = 0;
  for (const entry of entries) {
    let place = entry.sharedWith === undefined ? undefined : places.get(entry.sharedWith);
    if (place === undefined) {
      const packed = entry.raw ? Buffer.from(entry.data) : deflateRawSync(entry.data);
      const facts = {
        packed: packed.length,
        size: entry.size ?? entry.data.length,
        crc: entry.crc ?? crc32(entry.data),
      };
      place = { offset, ...facts };
      const header = Buffer.concat([head(0x04034b50, false, entry.name, place), Buffer.from(entry.name), packed]);
      parts.push(header);
      offset += header.length;
    }
    places.set(entry.name, place);
    directory.push(Buffer.concat([head(0x02014b50, true, entry.name, place), Buffer.from(entry.name)]));
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

function head(
  signature: number,
  central: boolean,
  name: string,
  { offset, packed, size, crc }: { offset: number; packed: number; size: number; crc: number },
): Buffer {
  const bytes = Buffer.alloc(central ? 46 : 30);
  const shift = central ? 2 : 0;
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(8, 8 + shift);
  bytes.writeUInt32LE(crc >>> 0, 14 + shift);
  bytes.writeUInt32LE(packed >>> 0, 18 + shift);
  bytes.writeUInt32LE(size >>> 0, 22 + shift);
  bytes.writeUInt16LE(Buffer.byteLength(name), 26 + shift);
  if (central) bytes.writeUInt32LE(offset >>> 0, 42);
  return bytes;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const WORD = `${OFFICE}.wordprocessingml.document.main+xml`;
export const EXCEL = `${OFFICE}.spreadsheetml.sheet.main+xml`;

const asBytes = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? Buffer.from(content) : content); // prettier-ignore

/** An office package of these parts, with the list of types that makes it one. */
export function packageOf(
  kind: 'docx' | 'xlsx',
  parts: Record<string, string | Uint8Array>,
  { type = kind === 'docx' ? WORD : EXCEL, forged = [] as ForgedEntry[] } = {},
): Buffer {
  const main = kind === 'docx' ? 'word/document.xml' : 'xl/workbook.xml';
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="${type}"/></Types>`;
  const all = { '[Content_Types].xml': types, '_rels/.rels': relation('officeDocument', main), ...parts };
  return forgeZip([...Object.entries(all).map(([name, content]) => ({ name, data: asBytes(content) })), ...forged]);
}

/** The body of a small report, as paragraphs of Word. */
export const REPORT =
  '一、整改情况\n1.关于“制度不健全”的问题\n整改情况：一是制定制度。二是组织学习。\n整改结果：已完成整改。\n2.关于“作风不实”的问题\n整改情况：一是开展调研。二是通报批评。\n整改结果：持续整改。';
export const wordXml = (inside = REPORT.split('\n').map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join(''), before = ''): string =>
  `<?xml version="1.0"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`; // prettier-ignore
export const relation = (type: string, target: string, mode = ''): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode && ` TargetMode="${mode}"`}/></Relationships>`;
