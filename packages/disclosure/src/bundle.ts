import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import type { Links } from './frame.ts';
import { itemPage } from './item-page.ts';
import { publicationPage, type Disclosed } from './publication-page.ts';

const CIRCULAR = 'circular.docx';
const itemFile = (number: number): string => `item-${number}.html`;

const AT_HOME: Links = { list: null, publication: 'index.html', item: itemFile, circular: CIRCULAR };

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What is handed to the government's site: the snapshot's own JSON text and the document that belongs to it. */
export interface BundleContent extends Disclosed {
  content: string;
  circular: Uint8Array;
}

/**
 * The handed-out files: every page is one file that works from a folder, a disk or any site; links lead from file to file only.
 * SHA256SUMS can be checked with `sha256sum -c`; the sum of publication.json is the one that was reviewed and approved.
 */
function bundleFiles(given: BundleContent): Map<string, string | Uint8Array> {
  const { snapshot, content, circular } = given;
  const files = new Map<string, string | Uint8Array>([['index.html', publicationPage(given, AT_HOME)]]);
  for (const { number } of snapshot.items) files.set(itemFile(number), itemPage(snapshot, number, AT_HOME) as string);
  files.set(CIRCULAR, circular);
  files.set('publication.json', content);
  const sums = [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
  return files.set('SHA256SUMS', sums.join(''));
}

export async function writeBundle(given: BundleContent): Promise<Uint8Array> {
  const zip = new JSZip();
  const date = new Date(`${given.publishedOn}T00:00:00Z`);
  for (const [name, bytes] of bundleFiles(given)) zip.file(name, bytes, { date });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
