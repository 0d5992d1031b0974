import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { writeBundle } from './bundle.ts';
import { sampleSnapshot } from './sample.ts';

const CIRCULAR = new Uint8Array([80, 75, 3, 4, 9]);

async function unpacked(): Promise<Map<string, Buffer>> {
  const snapshot = sampleSnapshot(3);
  const bytes = await writeBundle({ snapshot, content: JSON.stringify(snapshot), publishedOn: '2026-11-22', circular: CIRCULAR }); // prettier-ignore
  const zip = await JSZip.loadAsync(bytes);
  const files = Object.values(zip.files).map(async (file): Promise<[string, Buffer]> => [
    file.name,
    await file.async('nodebuffer'),
  ]);
  return new Map(await Promise.all(files));
}

it('holds the pages, the document, the data and the sums of all of them', async () => {
  const files = await unpacked();
  expect([...files.keys()]).toEqual(['index.html', 'item-1.html', 'item-2.html', 'item-3.html', 'circular.docx', 'publication.json', 'SHA256SUMS']); // prettier-ignore
  const sums = files.get('SHA256SUMS')!.toString().trimEnd().split('\n');
  expect(sums).toHaveLength(6);
  for (const line of sums) {
    const [sum, name] = line.split('  ');
    expect(createHash('sha256').update(files.get(name!)!).digest('hex'), name).toBe(sum);
  }
  expect(JSON.parse(files.get('publication.json')!.toString())).toEqual(sampleSnapshot(3));
});

it('every link leads to a place of a file that is there', async () => {
  const files = await unpacked();
  for (const [name, bytes] of [...files].filter(([name]) => name.endsWith('.html')))
    for (const [, href] of bytes.toString().matchAll(/href="([^"]*)"/g)) {
      if (href!.startsWith('tel:')) continue;
      const [file, anchor] = href!.split('#');
      const target = files.get(file === '' ? name : file!);
      expect(target, `${name}: ${href}`).toBeDefined();
      if (anchor) expect(target!.toString()).toContain(`id="${anchor}"`);
    }
});
