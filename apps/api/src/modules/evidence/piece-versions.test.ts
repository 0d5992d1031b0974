import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { meetingOf, put, type Piece } from '../../../test/evidence.ts';
import { actionNo, findingNo } from '../../../test/work.ts';

interface Version {
  number: number;
  since: string;
  until: string | null;
  byName: string | null;
}
interface Then {
  evidencePiece: { title: string; meeting: { chair: string | null }; versions: Version[]; viewerCan: string[] } | null;
}
const THEN = `query Then($id: ID!, $at: DateTime, $day: Date) @asOf(at: $at, day: $day) {
  evidencePiece(id: $id) { title meeting { chair } viewerCan versions { number since until byName } } }`;

let api: Api;
let handler: Caller;
let piece: Piece;
beforeAll(async () => {
  // The database dates versions by its own clock.
  api = await startApi({ server: { now: () => new Date() } });
  handler = await api.as('handler');
  const action = actionNo(await findingNo(handler, 23), 1);
  piece = (await put(handler, 'addMeeting', meetingOf([action.id], { details: { chair: '闻予知' } })))
    .evidence as Piece;
  const edit = (version: number, more: Record<string, unknown>) =>
    put(handler, 'editEvidence', { evidenceId: piece.id, version, ...more });
  expect((await edit(1, { title: '党组会再议报销制度' })).userErrors).toEqual([]);
  expect((await edit(2, { meeting: { chair: '卓一帆' } })).userErrors).toEqual([]);
});
afterAll(() => api.stop());

const then = async (who: Caller, variables: Record<string, unknown>) =>
  (await who.execute<Then>(THEN, { id: piece.id, ...variables })).evidencePiece;
const versionsNow = async (): Promise<Version[]> => (await then(handler, {}))?.versions ?? [];

describe('versions of a piece', () => {
  it('are listed newest first, each ending where the next begins, with who wrote it', async () => {
    const versions = await versionsNow();
    expect(versions.map((version) => version.number)).toEqual([3, 2, 1]);
    expect(versions[0]?.until).toBeNull();
    expect(versions.slice(1).map((version) => version.until)).toEqual(versions.slice(0, 2).map(({ since }) => since));
    expect(new Set(versions.map((version) => version.byName))).toEqual(new Set([await nameOf('handler')]));
  });

  it('are read as they were just before they ended: title and details, and what was known of versions then', async () => {
    const [, second, first] = await versionsNow();
    expect(await then(handler, { at: first?.until })).toMatchObject({
      title: '党组会研究报销制度',
      meeting: { chair: '闻予知' },
      viewerCan: [],
      versions: [{ number: 1, until: null }],
    });
    expect(await then(handler, { at: second?.until })).toMatchObject({
      title: '党组会再议报销制度',
      meeting: { chair: '闻予知' },
    });
    expect(await then(handler, {})).toMatchObject({ title: '党组会再议报销制度', meeting: { chair: '卓一帆' } });
  });

  it('are seen by whoever sees the piece, by nobody else', async () => {
    const at = (await versionsNow())[2]?.until;
    expect(await then(await api.as('clerk'), { at })).toMatchObject({ title: '党组会研究报销制度' });
    expect(await then(await api.as('otherhead'), { at })).toBeNull();
  });

  it.each([
    ['a moment to come', { at: '2199-01-01T00:00:00Z' }, 'history.future'],
    ['one before history', { at: '2020-01-01T00:00:00Z' }, 'history.begins'],
    ['a day and a moment', { at: '2020-01-01T00:00:00Z', day: '2020-01-01' }, undefined],
  ])('%s is refused', async (_case, variables, rule) => {
    const { errors } = await handler.send(THEN, { id: piece.id, ...variables });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(errors?.[0]?.extensions?.['rule']).toBe(rule);
  });
});

async function nameOf(login: string): Promise<string> {
  const [row] = await api.sql<{ name: string }>(
    `SELECT n.name FROM account a JOIN person n ON n.id = a.person_id WHERE a.login = $1`,
    [login],
  );
  return row?.name ?? '';
}
