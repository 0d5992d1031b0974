import { measureDocx } from '@closeout/documents/measured-docx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { publicationsOver } from '../../../test/publications.ts';
import { openDatabase, type Database } from '../../db/client.ts';
import { listPublished, PUBLIC_ROLE, readPublished } from './read-published.ts';

describe('what is handed out', () => {
  let api: Api;
  let clerk: Caller;
  let database: Database;
  let world: Awaited<ReturnType<typeof publicationsOver>>;
  beforeAll(async () => {
    api = await startApi();
    database = openDatabase(api.databaseUrl);
    world = await publicationsOver(api, '市侨青会');
    clerk = await api.as('clerk');
    await world.call(clerk, 'draftPublication');
    await world.call(clerk, 'decidePassage', { key: 'finding/5/fact', decision: 'WITHHOLD', ground: 'STATE_SECRET' });
    await world.call(clerk, 'setPublicPage', { contactPhone: '0999-4225555' });
    await world.call(clerk, 'proposePublication');
  });
  afterAll(async () => {
    await database.stop();
    await api.stop();
  });
  const circular = () => clerk.fetch(`/export/circular.docx?inspectionId=${world.inspectionId}`);
  const slug = async (): Promise<string> => (await world.read(clerk))!.slug;

  it('no document before the secretary approved; then exactly the public passages, and its trace', async () => {
    expect(await (await circular()).text()).toContain('publications.circular');
    await world.call(await api.as('leader2'), 'reviewPublication');
    await world.call(await api.as('secretary'), 'approvePublication');
    const response = await circular();
    expect([response.status, decodeURIComponent(response.headers.get('content-disposition')!)]).toEqual([200, expect.stringContaining('巡察整改公开通报-市侨青会')]); // prettier-ignore
    const { paragraphs } = await measureDocx(new Uint8Array(await response.arrayBuffer()));
    const { passages } = (await world.read(clerk))!;
    const text = paragraphs.map((one) => one.text).join('\n');
    const withheld = passages.find(({ key }) => key === 'finding/5/fact')!.internal;
    expect(text).not.toContain(withheld.slice(2, 30));
    expect(text).toContain(passages.find(({ key }) => key === 'finding/6/fact')!.internal.slice(2, 30));
    const [trace] = await api.sql(`SELECT after FROM audit_event WHERE verb = 'exportCircular' AND after ? 'sha256'`);
    expect(trace).toBeDefined();
    const other = await api.as('otherclerk');
    expect((await other.fetch(`/export/circular.docx?inspectionId=${world.inspectionId}`)).status).not.toBe(200);
  });

  it('the page is off until the body switches it on; then it is read by a role that sees nothing else', async () => {
    await world.call(clerk, 'publish');
    const row = (await readPublished(database.db, await slug()))!;
    expect([row.pageOn, row.commentsOn, row.content?.contact.phone]).toEqual([false, false, '0999-4225555']);
    expect((await listPublished(database.db)).map((one) => one.slug)).not.toContain(await slug());
    await world.call(clerk, 'setPublicPage', { pageOn: true, commentsOn: true });
    expect((await listPublished(database.db)).find((one) => one.slug === row.slug)).toMatchObject({ pageOn: true, commentsOn: true }); // prettier-ignore
    await world.call(clerk, 'setPublicPage', { pageOn: false });
    expect(await readPublished(database.db, row.slug)).toMatchObject({ pageOn: false, commentsOn: false });
    expect(await readPublished(database.db, 'no-such-page')).toBeNull();
  });

  it('that role reads no table of the ledger, of the drafts, of the past, and changes nothing', async () => {
    const tables = await api.sql<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'v', 'm', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
         AND (has_table_privilege($1, c.oid, 'SELECT') OR has_table_privilege($1, c.oid, 'INSERT') OR has_table_privilege($1, c.oid, 'UPDATE') OR has_table_privilege($1, c.oid, 'DELETE'))`,
      [PUBLIC_ROLE],
    );
    expect(tables.map(({ name }) => name).toSorted()).toEqual(['published.comment', 'published.publication']);
    const [rights] = await api.sql(
      `SELECT has_table_privilege($1, 'published.publication', 'INSERT,UPDATE,DELETE,TRUNCATE') AS writes, has_schema_privilege($1, 'history', 'USAGE') AS history`,
      [PUBLIC_ROLE],
    );
    expect(rights).toEqual({ writes: false, history: false });
  });

  it('what was taken down keeps its address and loses its content', async () => {
    const secretary = await api.as('secretary');
    expect((await world.call(secretary, 'takeDown', { reason: '勘误' })).publication?.state).toBe('TAKEN_DOWN');
    expect(await readPublished(database.db, await slug())).toMatchObject({ content: null, sha256: null, takenDownAt: expect.any(String) }); // prettier-ignore
    expect((await circular()).status).not.toBe(200);
  });
});
