import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { meetingOf, PIECE, put, type Piece } from '../../../test/evidence.ts';
import { actionNo, findingNo, mutate } from '../../../test/work.ts';

describe('who reads a piece, and what he may do with it', () => {
  let api: Api;
  let who: Record<'handler' | 'head' | 'clerk' | 'leader' | 'secretary' | 'office' | 'other', Caller>;
  let action: { id: string };
  beforeAll(async () => {
    api = await startApi();
    const logins = ['handler', 'head', 'clerk', 'leader', 'secretary', 'office'] as const;
    who = {
      ...(Object.fromEntries(
        await Promise.all(logins.map(async (login) => [login, await api.as(login)])),
      ) as typeof who),
      other: await api.as('otherhead'),
    };
    action = actionNo(await findingNo(who.handler, 23), 1);
  });
  afterAll(() => api.stop());

  const meeting = (more: Record<string, unknown> = {}) => meetingOf([action.id], more);

  it('restricts reading only by who may read restricted evidence, and hides it from the rest', async () => {
    const finding = await findingNo(who.clerk, 23);
    const talk = {
      actionIds: [action.id],
      date: { on: '2026-11-09' },
      type: 'ADMONITION',
      interviewer: '闻予知',
      interviewee: '某人',
      restricted: true,
    };
    const byClerk = await put(who.clerk, 'addTalk', {
      ...talk,
      onBehalfOf: finding.leadDepartment.id,
      onBehalfSource: '谈话记录',
    });
    expect(byClerk.userErrors[0]?.code).toBe('FORBIDDEN');
    const counted = async (caller: Caller) =>
      (
        await caller.execute<{ finding: { evidenceCount: number } }>(
          'query($id: ID) { finding(id: $id) { evidenceCount } }',
          { id: finding.id },
        )
      ).finding.evidenceCount;
    const before = [await counted(who.secretary), await counted(who.clerk)];
    const made = await put(who.head, 'addTalk', talk);
    expect(made.evidence?.restricted).toBe(true);
    expect([await counted(who.secretary), await counted(who.clerk)]).toEqual([before[0]! + 1, before[1]]);
    const seen = async (caller: Caller) =>
      (
        await caller.execute<{ evidencePiece: unknown }>(`query($id: ID!) { evidencePiece(id: $id) { id } }`, {
          id: made.evidence?.id,
        })
      ).evidencePiece !== null;
    expect([await seen(who.secretary), await seen(who.clerk), await seen(who.other)]).toEqual([true, false, false]);
    const edited = await put(who.clerk, 'editEvidence', { evidenceId: made.evidence?.id, version: 1, note: 'x' });
    expect(edited.userErrors[0]).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps the body’s own meetings: entered by the clerk, read by who reads the whole body', async () => {
    const { inspection } = await findingNo(who.clerk, 23);
    const loose = meeting({ actionIds: [], inspectionId: inspection.id });
    const made = await put(who.clerk, 'addMeeting', loose);
    expect(made.userErrors).toEqual([]);
    expect(made.evidence?.pieceNumber).toBe('0-0-01');
    expect((await put(who.head, 'addMeeting', loose)).userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await put(who.other, 'addMeeting', loose)).userErrors[0]?.code).toBe('NOT_FOUND');
    const id = made.evidence?.id;
    const sees = async (caller: Caller) =>
      (await caller.execute<{ evidencePiece: unknown }>(`query($id: ID!) { evidencePiece(id: $id) { id } }`, { id }))
        .evidencePiece !== null;
    const discipline = await api.as('discipline');
    expect([await sees(who.clerk), await sees(who.secretary), await sees(discipline)]).toEqual([true, true, true]);
    expect([
      await sees(who.handler),
      await sees(who.head),
      await sees(who.leader),
      await sees(who.office),
      await sees(who.other),
    ]).toEqual([false, false, false, false, false]);
    const review = (caller: Caller) =>
      mutate<{ evidence: Piece[] | null }>(
        caller,
        'reviewEvidence',
        { evidenceIds: [id], accept: true },
        `evidence { ${PIECE} }`,
      );
    expect((await review(who.clerk)).userErrors[0]?.rule).toBe('evidence.ownEntry');
    expect((await review(who.secretary)).evidence?.[0]?.acceptance).toBe('ACCEPTED');
  });

  it('says what the viewer may do with a piece, and does exactly that', async () => {
    const can = async (caller: Caller, id: string) =>
      (
        await caller.execute<{ evidencePiece: { viewerCan: string[] } | null }>(
          'query($id: ID!) { evidencePiece(id: $id) { viewerCan } }',
          { id },
        )
      ).evidencePiece?.viewerCan ?? null;
    const piece = (await put(who.handler, 'addMeeting', meeting())).evidence as Piece;
    expect(await can(who.handler, piece.id)).toEqual(['editEvidence', 'linkEvidence', 'removeEvidence']);
    expect(await can(who.head, piece.id)).toEqual(['editEvidence', 'linkEvidence', 'acceptEvidence', 'rejectEvidence']);
    expect(await can(who.secretary, piece.id)).toEqual(['acceptEvidence', 'rejectEvidence']);
    expect(await can(who.other, piece.id)).toBeNull();
    await mutate(who.head, 'reviewEvidence', { evidenceIds: [piece.id], accept: true }, 'evidence { id }');
    expect(await can(who.handler, piece.id)).toEqual(['editEvidence', 'linkEvidence']);
    expect(await can(who.head, piece.id)).toEqual(['editEvidence', 'linkEvidence', 'rejectEvidence']);
    const { inspection } = await findingNo(who.clerk, 23);
    const made = await put(who.clerk, 'addMeeting', meeting({ actionIds: [], inspectionId: inspection.id }));
    const loose = made.evidence!.id;
    expect(await can(who.clerk, loose)).toEqual(['editEvidence', 'linkEvidence', 'removeEvidence']);
    expect(await can(who.secretary, loose)).toEqual(['acceptEvidence', 'rejectEvidence']);
    expect(await can(who.handler, loose)).toBeNull();
    const gone = await mutate(who.clerk, 'removeEvidence', { evidenceId: loose, version: 1 }, '__typename');
    expect(gone.userErrors).toEqual([]);
  });
});
