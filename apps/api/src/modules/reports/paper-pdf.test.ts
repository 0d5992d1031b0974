import { measurePdf, type MeasuredPdfPage } from '@closeout/documents/measured-pdf';
import { officialHtml } from '@closeout/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api } from '../../../test/api.ts';
import { browser } from '../../../test/browser.ts';
import { committed, emptyInspection, fixtureText } from '../../../test/import-files.ts';
import { MEASURED } from '../../../test/measured.ts';
import { printPdf } from './print-pdf.ts';

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

// npm test installs a Chromium first and skips none of these; on a machine that can have none, the rest is still tested.
describe.skipIf(browser === undefined)('official documents as PDF (skipped where no Chromium is installed)', () => {
  const printed = async (blocks: { style: 'title' | 'body'; text: string }[]): Promise<MeasuredPdfPage[]> =>
    measurePdf(await printPdf(officialHtml({ title: '题', blocks }), browser ?? ''));

  it('has 22 lines of 28 characters on A4, inside 37, 35, 28 and 26 mm, and page numbers at the outer edges', async () => {
    const pages = await printed([{ style: 'body', text: '测'.repeat(28 * 44 + 20) }]);
    expect(pages.map(({ size }) => size)).toEqual([1, 2, 3].map(() => [210, 297]));
    const [first, second] = pages.map(({ lines }) => lines.filter(({ text }) => !text.includes('—')));
    expect(first?.map(({ text }) => text.length)).toEqual([26, ...Array.from({ length: 21 }, () => 28)]);
    expect(second?.map(({ text }) => text.length)).toEqual(Array.from({ length: 22 }, () => 28));
    for (const line of second ?? []) {
      expect(line.left).toBeCloseTo(28, 0);
      expect([line.right > 183, line.right <= 184.1, line.baseline > 37, line.baseline < 297 - 35]).toEqual([true, true, true, true]); // prettier-ignore
      expect(line.points).toBe(16);
    }
    expect((first?.[0]?.left ?? 0) - 28).toBeCloseTo((156 / 28) * 2, 0);
    const numbers = pages.map(({ lines }) => lines.find(({ text }) => text.includes('—'))!);
    expect(numbers.map(({ text }) => text.replace(/\s/g, ''))).toEqual(['—1—', '—2—', '—3—']);
    expect(numbers.map(({ left }) => (left > 105 ? 'right' : 'left'))).toEqual(['right', 'left', 'right']);
    for (const { baseline, points } of numbers)
      expect([baseline > 262 + 7, baseline < 297 - 14, points]).toEqual([true, true, 14]);
  });

  it('prints what users wrote as text: no markup, no script, nothing loaded', async () => {
    const evil = '<script>document.body.textContent=1</script><img src="file:///etc/passwd">&lt;b&gt; </style>玚';
    const [page] = await printed([{ style: 'title', text: evil }, { style: 'body', text: evil }]); // prettier-ignore
    const all = page!.lines.map(({ text }) => text).join('').replace(/\s/g, ''); // prettier-ignore
    expect(all.split(evil.replace(/\s/g, '')).length - 1).toBe(2);
  });

  describe('over the API', () => {
    let api: Api;
    beforeAll(async () => {
      api = await startApi({ server: { settings: { chromiumPath: browser } } });
    });
    afterAll(() => api.stop());

    it(
      'prints the plan of forty findings, under three seconds beyond what an empty page takes here',
      MEASURED,
      async () => {
        const clerk = await api.as('clerk');
        const large = await emptyInspection(api);
        await committed(clerk, large, fixtureText('12-ligongdaxue-40-findings'), 'HISTORY');
        const startOfBrowser = await timed(() => printed([]));
        let response = new Response();
        const took = await timed(async () => {
          response = await clerk.fetch(`/export/plan.pdf?inspectionId=${large}`);
        });
        expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
        expect(took - startOfBrowser).toBeLessThan(3_000);
        const pages = await measurePdf(new Uint8Array(await response.arrayBuffer()));
        expect([pages[0]?.size, pages.at(-1)?.size]).toEqual([[210, 297], [297, 210]]); // prettier-ignore
        const [event] = await api.sql(`SELECT verb, after FROM audit_event WHERE record_id = $1 ORDER BY id DESC LIMIT 1`, [large.slice(4)]); // prettier-ignore
        expect(event).toMatchObject({ verb: 'exportPlan', after: { format: 'pdf' } });
      },
    );
  });
});
