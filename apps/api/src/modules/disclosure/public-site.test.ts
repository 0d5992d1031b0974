import { createHash } from 'node:crypto';
import { measureDocx } from '@closeout/documents/measured-docx';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { publicationsOver } from '../../../test/publications.ts';
import { settled, workerOver } from '../../../test/worker.ts';

describe('the files for the government’s site', () => {
  let api: Api;
  let clerk: Caller;
  let world: Awaited<ReturnType<typeof publicationsOver>>;
  const site = (who: Caller) => who.fetch(`/export/public-site.zip?inspectionId=${world.inspectionId}`);
  const handouts = async (who: Caller): Promise<string[]> =>
    (
      await who.execute<{ publication: { handouts: string[] } }>(
        'query H($id: ID!) { publication(inspectionId: $id) { handouts } }',
        { id: world.inspectionId },
      )
    ).publication.handouts;
  beforeAll(async () => {
    api = await startApi();
    world = await publicationsOver(api, '市侨青会');
    clerk = await api.as('clerk');
    await world.call(clerk, 'draftPublication');
    await world.maskAll(clerk);
    await world.call(clerk, 'proposePublication');
  });
  afterAll(() => api.stop());

  it('are handed out once approved, to who publishes; others who read the text get the document alone', async () => {
    expect(await handouts(clerk)).toEqual([]);
    expect(await (await site(clerk)).json()).toMatchObject({ rule: 'publications.circular' });
    await world.call(await api.as('leader2'), 'reviewPublication');
    await world.call(await api.as('secretary'), 'approvePublication');
    const secretary = await api.as('secretary');
    expect([await handouts(clerk), await handouts(secretary)]).toEqual([['CIRCULAR', 'BUNDLE'], ['CIRCULAR']]);
    expect((await site(secretary)).status).toBe(403);
    for (const login of ['otherclerk', 'office', 'handler']) expect((await site(await api.as(login))).status, login).toBe(404); // prettier-ignore
    expect((await clerk.fetch(`/export/public-site.zip?inspectionId=${world.inspectionId}&asOf=2026-11-01`)).status).toBe(422); // prettier-ignore
  });

  it('hold exactly what was approved, prove it by their sums, and leave a trace', async () => {
    const response = await site(clerk);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const zip = await JSZip.loadAsync(await response.arrayBuffer());
    const bytesOf = (name: string): Promise<Uint8Array> => zip.file(name)!.async('uint8array');
    const { versions } = (await world.read(clerk))!;
    const data = createHash('sha256')
      .update(await bytesOf('publication.json'))
      .digest('hex');
    expect(data).toBe(versions[0]!.publicSha256);
    expect(await zip.file('SHA256SUMS')!.async('string')).toContain(`${data}  publication.json\n`);
    const { paragraphs } = await measureDocx(await bytesOf('circular.docx'));
    const [longest] = paragraphs.map(({ text }) => text).toSorted((a, b) => b.length - a.length);
    expect(await zip.file('index.html')!.async('string')).toContain(longest!.slice(0, 40));
    const [trace] = await api.sql(`SELECT after FROM audit_event WHERE verb = 'exportPublicSite'`);
    expect(trace).toEqual({ after: { format: 'zip', version: 1, sha256: versions[0]!.publicSha256 } });
  });

  it('are made in the background as well, for the same people', async () => {
    const start = (who: Caller, options: { asOf?: string } = {}) =>
      who.execute<{ startExport: { job: { id: string } | null; userErrors: { code: string; rule: string }[] } }>(
        'mutation S($input: StartExportInput!) { startExport(input: $input) { job { id } userErrors { code rule } } }',
        { input: { inspectionId: world.inspectionId, kind: 'PUBLICATION', ...options } },
      );
    expect((await start(await api.as('secretary'))).startExport.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await start(clerk, { asOf: '2026-11-21' })).startExport.userErrors).toMatchObject([{ rule: 'jobs.archiveDay' }]); // prettier-ignore
    const worker = await workerOver(api);
    const { job } = (await start(clerk)).startExport;
    await settled(api);
    await worker.stop();
    const made = await clerk.fetch(`/export/job/${job?.id}`);
    const zip = await JSZip.loadAsync(await made.arrayBuffer());
    const data = await zip.file('publication.json')!.async('uint8array');
    expect(createHash('sha256').update(data).digest('hex')).toBe((await world.read(clerk))!.versions[0]!.publicSha256);
  });
});
