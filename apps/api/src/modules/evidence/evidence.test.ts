import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { meetingOf, PIECE, put, type Piece } from '../../../test/evidence.ts';
import { actionNo, findingNo, mutate, NOBODY } from '../../../test/work.ts';

const refusal = async (answer: ReturnType<typeof put>) => (await answer).userErrors[0];

describe('evidence over GraphQL', () => {
  let api: Api;
  let who: Record<
    'handler' | 'handler2' | 'head' | 'head2' | 'clerk' | 'leader' | 'secretary' | 'office' | 'other',
    Caller
  >;
  let action: { id: string };
  beforeAll(async () => {
    api = await startApi();
    const logins = {
      handler: 'handler',
      handler2: 'handler2',
      head: 'head',
      head2: 'head2',
      clerk: 'clerk',
      leader: 'leader',
      secretary: 'secretary',
      office: 'office',
      other: 'otherhead',
    };
    who = Object.fromEntries(
      await Promise.all(Object.entries(logins).map(async ([key, login]) => [key, await api.as(login)])),
    ) as typeof who;
    action = actionNo(await findingNo(who.handler, 23), 1);
  });
  afterAll(() => api.stop());

  const meeting = (more: Record<string, unknown> = {}) => meetingOf([action.id], more);
  const add = async (caller: Caller, input = meeting()): Promise<Piece> => {
    const answer = await put(caller, 'addMeeting', input);
    expect(answer.userErrors).toEqual([]);
    return answer.evidence as Piece;
  };
  const trail = (id: string) =>
    api.sql<{ verb: string; after: Record<string, unknown>; before: Record<string, unknown> }>(
      `SELECT verb, before, after FROM audit_event WHERE record_id = $1 ORDER BY id DESC LIMIT 1`,
      [id.slice(4)],
    );

  it('adds a meeting by its short form: number, date, details, trail', async () => {
    const piece = await add(who.handler, meeting({ details: { chair: '闻予知' } }));
    expect(piece).toMatchObject({
      kind: 'MEETING',
      pieceNumber: '23-1-02',
      acceptance: 'PENDING',
      restricted: false,
      date: { on: '2026-11-10', precision: 'DAY' },
      meeting: { type: 'PARTY_GROUP', chair: '闻予知' },
    });
    expect(piece.hints).toContain('NO_FILE');
    expect((await trail(piece.id))[0]).toMatchObject({
      verb: 'addEvidence',
      after: { pieceNumber: '23-1-02', actions: ['23-1'] },
    });
    const [finding] = await api.sql<{ verb: string }>(
      `SELECT verb FROM audit_event WHERE record_id = $1 ORDER BY id DESC LIMIT 1`,
      [(await findingNo(who.handler, 23)).id.slice(4)],
    );
    expect(finding?.verb).toBe('addEvidence');
  });

  it('adds each other kind', async () => {
    const common = { actionIds: [action.id], date: { on: '2026-11-09' } };
    const made = [
      await put(who.handler, 'addDocument', {
        ...common,
        title: '报销管理办法',
        number: '侨青发〔2026〕21号',
        change: 'NEW',
      }),
      await put(who.handler, 'addTalk', {
        ...common,
        type: 'REMINDER',
        interviewer: '沈砚青',
        interviewee: '某经办人',
      }),
      await put(who.handler, 'addFileEvidence', { actionIds: [action.id], title: '盘点照片' }),
      await put(who.handler, 'addOtherEvidence', {
        ...common,
        kind: 'LATERAL_REVIEW',
        title: '举一反三自查',
        checkedCount: 12,
        correctedCount: 3,
      }),
    ];
    expect(made.map((one) => [one.userErrors.length, one.evidence?.kind, one.evidence?.title])).toEqual([
      [0, 'DOCUMENT', '报销管理办法'],
      [0, 'TALK', '提醒谈话'],
      [0, 'FILE', '盘点照片'],
      [0, 'LATERAL_REVIEW', '举一反三自查'],
    ]);
    expect(made[2]?.evidence?.date).toEqual({ on: null, precision: 'NONE' });
  });

  it('refuses bad input by field', async () => {
    expect(await refusal(put(who.handler, 'addMeeting', meeting({ date: null })))).toMatchObject({
      code: 'INVALID',
      field: 'date.on',
    });
    expect(
      await refusal(put(who.handler, 'addMeeting', meeting({ date: { on: '2026-11-10', to: '2026-11-09' } }))),
    ).toMatchObject({ field: 'date.to' });
    expect(await refusal(put(who.handler, 'addMeeting', meeting({ title: '' })))).toMatchObject({
      field: 'title',
      rule: 'input.required',
    });
    expect(await refusal(put(who.handler, 'addMeeting', meeting({ headcount: -1 })))).toMatchObject({
      field: 'headcount',
    });
    expect(await refusal(put(who.handler, 'addMeeting', meeting({ actionIds: [] })))).toMatchObject({
      rule: 'evidence.needsAction',
    });
  });

  it('hints at a day before the inspection and in the future without refusing', async () => {
    expect((await add(who.handler, meeting({ date: { on: '2020-01-01' } }))).hints).toContain('BEFORE_ON_SITE');
    expect((await add(who.handler, meeting({ date: { on: '2027-01-01' } }))).hints).toContain('IN_FUTURE');
    const twice = [
      await add(who.handler, meeting({ title: '同日同名', date: { on: '2026-11-01' } })),
      await add(who.handler, meeting({ title: '同日同名', date: { on: '2026-11-01' } })),
    ];
    expect(twice[1]?.hints).toContain('SAME_TEXT');
  });

  it('judges every finding that a piece is to prove, each on its own', async () => {
    const [office, own] = [actionNo(await findingNo(who.head2, 22), 1), action];
    const mixed = await put(who.handler, 'addMeeting', meeting({ actionIds: [own.id, office.id] }));
    expect(mixed.userErrors[0]?.code).toBe('NOT_FOUND');
    expect(mixed).toEqual(await put(who.handler, 'addMeeting', meeting({ actionIds: [own.id, `act_${NOBODY}`] })));
    const finding = await findingNo(who.clerk, 22);
    const both = await add(
      who.clerk,
      meeting({ actionIds: [own.id, office.id], onBehalfOf: finding.leadDepartment.id, onBehalfSource: '会议纪要' }),
    );
    expect(both.actions.edges).toHaveLength(2);
    expect(both.onBehalfOf?.name).toBe('办公室');
    // The handler sees the piece through his own finding, with his own action only; the other finding's rights he has not.
    expect(
      await refusal(put(who.handler, 'editEvidence', { evidenceId: both.id, version: 1, note: 'x' })),
    ).toMatchObject({ code: 'FORBIDDEN' });
    const { evidencePiece } = await who.handler.execute<{ evidencePiece: Piece }>(
      `query($id: ID!) { evidencePiece(id: $id) { ${PIECE} } }`,
      { id: both.id },
    );
    expect(evidencePiece.actions.edges.map(({ node }) => node.id)).toEqual([own.id]);
  });

  it('asks the clerk for whom and whence, and refuses the same of a handler', async () => {
    const bare = await put(who.clerk, 'addMeeting', meeting());
    expect(bare.userErrors.map((one) => one.rule)).toEqual(['evidence.onBehalfRequired', 'evidence.onBehalfRequired']);
    expect(await refusal(put(who.handler, 'addMeeting', meeting({ onBehalfSource: '自己' })))).toMatchObject({
      rule: 'evidence.onBehalfNotOwn',
    });
  });

  it('refuses a finding in review, readers without the verb, and hides from other bodies', async () => {
    const inReview = actionNo(await findingNo(who.handler, 24), 1);
    expect(await refusal(put(who.handler, 'addMeeting', meeting({ actionIds: [inReview.id] })))).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    expect(await refusal(put(who.secretary, 'addMeeting', meeting()))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(put(who.other, 'addMeeting', meeting()))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps numbers for ever: a piece taken back gives its number to nobody', async () => {
    const second = actionNo(await findingNo(who.handler, 23), 2);
    const made = await add(who.handler, meeting({ actionIds: [second.id] }));
    expect(made.pieceNumber).toBe('23-2-02');
    expect(await refusal(put(who.head, 'removeEvidence', { evidenceId: made.id, version: 1 }))).toMatchObject({
      code: 'FORBIDDEN',
      rule: 'evidence.ownUndo',
    });
    const gone = await put(who.handler, 'removeEvidence', { evidenceId: made.id, version: 1 });
    expect(gone).toEqual({ evidence: null, userErrors: [] });
    expect((await trail(made.id))[0]).toMatchObject({ verb: 'removeEvidence', before: { pieceNumber: '23-2-02' } });
    expect((await add(who.handler, meeting({ actionIds: [second.id] }))).pieceNumber).toBe('23-2-03');
  });

  it('gives two pieces added at the same time two numbers', async () => {
    const third = actionNo(await findingNo(who.handler, 23), 3);
    const made = await Promise.all([0, 1, 2, 3].map(() => add(who.handler, meeting({ actionIds: [third.id] }))));
    expect(made.map((one) => one.pieceNumber).sort()).toEqual(['23-3-02', '23-3-03', '23-3-04', '23-3-05']);
  });

  it('lets others review, never the one who entered; a change asks for review again', async () => {
    const piece = await add(who.handler);
    const review = (caller: Caller, more: Record<string, unknown>) =>
      mutate<{ evidence: Piece[] | null }>(
        caller,
        'reviewEvidence',
        { evidenceIds: [piece.id], ...more },
        `evidence { ${PIECE} }`,
      );
    expect((await review(who.handler, { accept: true })).userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await review(who.head, { accept: false })).userErrors[0]).toMatchObject({ field: 'reason' });
    expect((await review(who.head, { accept: true })).evidence?.[0]?.acceptance).toBe('ACCEPTED');
    expect((await trail(piece.id))[0]).toMatchObject({
      verb: 'reviewEvidence',
      before: { acceptance: 'PENDING' },
      after: { acceptance: 'ACCEPTED' },
    });
    expect(await refusal(put(who.handler, 'removeEvidence', { evidenceId: piece.id, version: 2 }))).toMatchObject({
      rule: 'evidence.reviewedStays',
    });
    expect(
      await refusal(put(who.handler, 'editEvidence', { evidenceId: piece.id, version: 1, note: 'x' })),
    ).toMatchObject({ code: 'CONFLICT', params: { by: '沈砚青' } });
    const edited = await put(who.handler, 'editEvidence', {
      evidenceId: piece.id,
      version: 2,
      note: '补充',
      meeting: { chair: '柏舟' },
    });
    expect(edited.evidence).toMatchObject({
      acceptance: 'PENDING',
      pieceNumber: piece.pieceNumber,
      meeting: { type: 'PARTY_GROUP', chair: '柏舟' },
    });
    const ownOfHead = await add(who.head);
    const self = await mutate(
      who.head,
      'reviewEvidence',
      { evidenceIds: [ownOfHead.id], accept: true },
      'evidence { id }',
    );
    expect(self.userErrors[0]).toMatchObject({ code: 'FORBIDDEN', rule: 'evidence.ownEntry' });
    const hidden = await mutate(
      who.other,
      'reviewEvidence',
      { evidenceIds: [piece.id], accept: true },
      'evidence { id }',
    );
    expect(hidden).toEqual(
      await mutate(who.other, 'reviewEvidence', { evidenceIds: [`evd_${NOBODY}`], accept: true }, 'evidence { id }'),
    );
  });

  it('refuses details of another kind', async () => {
    const piece = await add(who.handler);
    expect(
      await refusal(put(who.handler, 'editEvidence', { evidenceId: piece.id, version: 1, talk: { reason: 'x' } })),
    ).toMatchObject({ rule: 'evidence.otherKind', field: 'talk' });
  });

  it('links and unlinks, but keeps the last action', async () => {
    const piece = await add(who.handler);
    const second = actionNo(await findingNo(who.handler, 23), 2);
    const linked = await put(who.handler, 'linkEvidence', { evidenceId: piece.id, version: 1, actionIds: [second.id] });
    expect(linked.evidence?.actions.edges).toHaveLength(2);
    expect(linked.evidence?.pieceNumber).toBe(piece.pieceNumber);
    const left = await put(who.handler, 'unlinkEvidence', { evidenceId: piece.id, version: 2, actionIds: [action.id] });
    expect(left.evidence?.actions.edges.map(({ node }) => node.id)).toEqual([second.id]);
    expect(
      await refusal(put(who.handler, 'unlinkEvidence', { evidenceId: piece.id, version: 3, actionIds: [second.id] })),
    ).toMatchObject({ rule: 'evidence.lastAction' });
    const inReview = actionNo(await findingNo(who.handler, 24), 1);
    expect(
      await refusal(put(who.handler, 'linkEvidence', { evidenceId: piece.id, version: 3, actionIds: [inReview.id] })),
    ).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});
