import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { followedTables } from '../../../test/history.ts';

interface Entry {
  record_id: string;
  record_type: string;
  actor_name: string;
  success: boolean;
}

describe('reading restricted evidence', () => {
  let api: Api;
  let secretary: Caller;
  let clerk: Caller;
  let talks: string[];
  beforeAll(async () => {
    api = await startApi();
    secretary = await api.as('secretary');
    clerk = await api.as('clerk');
    const { evidence } = await secretary.execute<{
      evidence: { edges: { node: { id: string; restricted: boolean } }[] };
    }>('{ evidence(first: 100, filter: { kind: [TALK] }) { edges { node { id restricted } } } }');
    talks = evidence.edges.flatMap(({ node }) => (node.restricted ? [node.id] : []));
  });
  afterAll(() => api.stop());

  const entries = (): Promise<Entry[]> =>
    api.sql<Entry>(
      `SELECT record_id, record_type, actor_name, success FROM audit_event WHERE verb = 'readRestricted' ORDER BY id`,
    );
  /** The ids of the entries that a request adds. */
  async function noted(request: () => Promise<unknown>): Promise<string[]> {
    const before = (await entries()).length;
    await request();
    return (await entries()).slice(before).map((one) => `evd_${one.record_id}`);
  }
  const CONTENT = 'talk { interviewee } note';
  const asked = (id: string, fields: string) => `{ evidencePiece(id: "${id}") { ${fields} } }`;

  it('is an entry for each record of the request, before it is answered', async () => {
    expect(talks.length).toBeGreaterThan(1);
    const [talk = ''] = talks;
    expect(await noted(() => secretary.execute(asked(talk, CONTENT)))).toEqual([talk]);
    expect((await entries()).at(-1)).toMatchObject({ record_type: 'Evidence', success: true });
    const list = `evidence(first: 100, filter: { kind: [TALK] }) { edges { node { id ${CONTENT} } } }`;
    expect((await noted(() => secretary.execute(`{ a: ${list} b: ${list} }`))).toSorted()).toEqual(talks.toSorted());
  });

  it('also beside fields with resolvers of their own, by id, and on a day of the past', async () => {
    const [talk = ''] = talks;
    expect(await noted(() => secretary.execute(`{ viewer { name } evidencePiece(id: "${talk}") { note } }`))).toEqual([
      talk,
    ]);
    expect(await noted(() => secretary.execute(`{ node(id: "${talk}") { id ... on Evidence { quote } } }`))).toEqual([
      talk,
    ]);
    // The ledger as if it had been kept for weeks.
    await api.sql(`UPDATE history.beginning SET at = '2026-11-01'`);
    for (const table of await followedTables(api))
      await api.sql(`UPDATE history.${table} SET valid_from = '2026-11-02'`);
    const past = (await noted(() => secretary.execute(`query @asOf(day: "2026-11-20") ${asked(talk, CONTENT)}`)))[0];
    expect(past).toBe(talk);
  });

  it('is none for a list of numbers and titles, for open pieces, and for who does not see it', async () => {
    const [talk = ''] = talks;
    expect(
      await noted(() =>
        secretary.execute(asked(talk, 'id pieceNumber title date { on } acceptance hints attachments { fileName }')),
      ),
    ).toEqual([]);
    const meetings = `{ evidence(first: 20, filter: { kind: [MEETING, DOCUMENT] }) { edges { node { id note ${CONTENT} } } } }`;
    expect(await noted(() => secretary.execute(meetings))).toEqual([]);
    // Details of a kind that the talks are not of say nothing about them.
    const others = '{ evidence(first: 100) { edges { node { id meeting { chair } document { number } } } } }';
    expect(await noted(() => secretary.execute(others))).toEqual([]);
    expect(await noted(() => clerk.execute(asked(talk, CONTENT)))).toEqual([]);
  });

  it('leaves nothing of the note in the answer', async () => {
    const [talk = ''] = talks;
    const answer = await secretary.execute<{ evidencePiece: object }>(asked(talk, `id viewerCan ${CONTENT}`));
    expect(Object.keys(answer.evidencePiece)).toEqual(['id', 'viewerCan', 'talk', 'note']);
    // The notes stand between control characters.
    expect(JSON.stringify(answer)).not.toMatch(/[\u0001-\u0004]|readRestricted/);
  });
});
