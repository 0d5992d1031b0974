import { expect, it } from 'vitest';
import fc from 'fast-check';
import { DocumentError } from '../errors.ts';
import { readLedgerWorkbook } from '../ledger/read-ledger.ts';
import { compoundFile } from '../testing/compound-file.ts';
import { rawXlsx } from '../testing/raw-xlsx.ts';
import { jpeg, office, pdf, png, tiff } from '../testing/samples.ts';
import { checkUpload } from '../upload/check-upload.ts';

const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });

function damaged(bytes: Uint8Array, edits: [number, number][], cut: number): Uint8Array {
  const copy = bytes.slice(0, bytes.byteLength - (cut % 4 === 0 ? cut % bytes.byteLength : 0));
  for (const [at, value] of edits) if (copy.byteLength > 0) copy[at % copy.byteLength] = value;
  return copy;
}

it('answers every damaged workbook with a reading or a DocumentError, nothing else', async () => {
  const good = await rawXlsx([{ name: 'x', rows: [['序号', '问题', '措施'], [1, '甲', 'a']], merges: ['A2:A3'] }]); // prettier-ignore
  await fc.assert(
    fc.asyncProperty(changes, fc.nat(), async (edits, cut) => {
      const error: unknown = await readLedgerWorkbook(damaged(good, edits, cut)).then(() => null, (e: unknown) => e); // prettier-ignore
      expect(error === null || error instanceof DocumentError, String(error)).toBe(true);
    }),
    { numRuns: 1_500 },
  );
});

it('answers every damaged upload with a verdict, and never throws', async () => {
  const samples: [string, Uint8Array][] = [
    ['a.docx', await office('docx')],
    ['a.doc', compoundFile(['Root Entry', 'WordDocument'])],
    ['a.pdf', pdf()],
    ['a.jpg', jpeg()],
    ['a.png', png()],
    ['a.tif', tiff(true)],
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...samples), changes, fc.nat(), async ([name, bytes], edits, cut) => {
      const verdict = await checkUpload(damaged(bytes, edits, cut), name);
      expect(typeof verdict.ok).toBe('boolean');
    }),
    { numRuns: 3_000 },
  );
});
