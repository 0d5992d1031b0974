import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { actionNo, findingNo, mutate, NOBODY } from '../../../test/work.ts';

interface Got {
  action: {
    id: string;
    ordinal: number;
    state: string;
    progress: string | null;
    doneOn: string | null;
    dueOn: string | null;
    dropReason: string | null;
    version: number;
    updates: { text: string; byName: string; onBehalfOf: string | null; onBehalfSource: string | null }[];
  } | null;
}
const FIELDS =
  'action { id ordinal state progress doneOn dueOn dropReason version updates { text byName onBehalfOf onBehalfSource } }';
const act = (who: Caller, name: string, input: Record<string, unknown>) => mutate<Got>(who, name, input, FIELDS);

describe('actions over GraphQL', () => {
  let api: Api;
  let handler: Caller;
  let head: Caller;
  let clerk: Caller;
  let other: Caller;
  beforeAll(async () => {
    api = await startApi();
    [handler, head, clerk, other] = (await Promise.all(
      ['handler', 'head', 'clerk', 'otherhead'].map((login) => api.as(login)),
    )) as [Caller, Caller, Caller, Caller];
  });
  afterAll(() => api.stop());

  const trail = (id: string) =>
    api.sql<{
      verb: string;
      before: Record<string, unknown> | null;
      after: Record<string, unknown> | null;
      reason: string | null;
    }>(`SELECT verb, before, after, reason FROM audit_event WHERE record_id = $1 ORDER BY id DESC LIMIT 1`, [
      id.slice(4),
    ]);

  it('adds an action at the end, and the trail names it on both records', async () => {
    const finding = await findingNo(head, 23);
    const answer = await act(head, 'addAction', {
      findingId: finding.id,
      version: finding.version,
      text: ' 建立台账 ',
      dueOn: '2026-12-20',
      needsEvidence: false,
    });
    expect(answer.userErrors).toEqual([]);
    expect(answer.action).toMatchObject({ ordinal: 4, state: 'PLANNED', dueOn: '2026-12-20', version: 1 });
    expect((await trail(answer.action!.id))[0]).toMatchObject({
      verb: 'addAction',
      after: { text: '建立台账', needsEvidence: false },
    });
    expect((await trail(finding.id))[0]).toMatchObject({ verb: 'addAction', after: { action: 4 } });
  });

  it('refuses a handler who adds, a department of another body, an empty text', async () => {
    const finding = await findingNo(handler, 23);
    expect((await act(handler, 'addAction', { findingId: finding.id, text: 'x' })).userErrors[0]?.code).toBe(
      'FORBIDDEN',
    );
    const [foreign] = await api.sql<{ id: string }>(
      `SELECT d.id FROM department d JOIN body b ON b.id = d.body_id WHERE b.short_name = '市园林中心' LIMIT 1`,
    );
    const strange = await act(head, 'addAction', {
      findingId: finding.id,
      text: 'x',
      departmentId: `dep_${foreign?.id}`,
    });
    expect(strange.userErrors[0]).toMatchObject({ code: 'INVALID', rule: 'findings.ownBody', field: 'departmentId' });
    expect((await act(head, 'addAction', { findingId: finding.id, text: '  ' })).userErrors[0]).toMatchObject({
      code: 'INVALID',
      field: 'text',
    });
  });

  it('reports progress: done today unless said otherwise, never tomorrow', async () => {
    const action = actionNo(await findingNo(handler, 23), 3);
    const input = { actionId: action.id, version: action.version, text: '已补签', state: 'DONE' };
    const tomorrow = await act(handler, 'updateProgress', { ...input, doneOn: '2026-11-23' });
    expect(tomorrow.userErrors[0]).toMatchObject({ code: 'INVALID', rule: 'actions.doneInFuture', field: 'doneOn' });
    const answer = await act(handler, 'updateProgress', input);
    expect(answer.action).toMatchObject({
      state: 'DONE',
      progress: '已补签',
      doneOn: '2026-11-22',
      version: action.version + 1,
    });
    expect(answer.action?.updates[0]).toEqual({
      text: '已补签',
      byName: '江晚',
      onBehalfOf: null,
      onBehalfSource: null,
    });
    const stale = await act(handler, 'updateProgress', input);
    expect(stale.userErrors[0]).toMatchObject({
      code: 'CONFLICT',
      params: { by: '江晚', version: action.version + 1 },
    });
  });

  it('needs words while the action goes on; one that is only marked as done keeps its own text for the report', async () => {
    const action = actionNo(await findingNo(handler, 23), 2);
    const input = { actionId: action.id, version: action.version };
    expect(
      (await act(handler, 'updateProgress', { ...input, text: ' ', state: 'IN_PROGRESS' })).userErrors[0],
    ).toMatchObject({ code: 'INVALID', rule: 'actions.progressWords', field: 'text' });
    const done = await act(handler, 'updateProgress', { ...input, state: 'DONE' });
    expect(done.userErrors).toEqual([]);
    expect(done.action).toMatchObject({ state: 'DONE' });
    expect(done.action?.progress).not.toBe('');
    expect(done.action?.updates[0]).toMatchObject({ text: null });
  });

  it('lets the clerk write only on behalf of a department, with the source (代录), and nobody else', async () => {
    const finding = await findingNo(clerk, 23);
    const action = actionNo(finding, 1);
    const input = {
      actionId: action.id,
      version: action.version,
      text: '电话报告：已完成',
      state: 'DONE',
      doneOn: '2026-11-20',
    };
    const bare = await act(clerk, 'updateProgress', input);
    expect(bare.userErrors.map((one) => one.field)).toEqual(['onBehalfOf', 'onBehalfSource']);
    expect(bare.userErrors[0]?.rule).toBe('evidence.onBehalfRequired');
    const onBehalf = { onBehalfOf: finding.leadDepartment.id, onBehalfSource: '11月20日电话' };
    const answer = await act(clerk, 'updateProgress', { ...input, ...onBehalf });
    expect(answer.action?.updates[0]).toMatchObject({
      byName: '顾秋',
      onBehalfOf: '计划财务部',
      onBehalfSource: '11月20日电话',
    });
    const own = await act(handler, 'updateProgress', { ...input, version: action.version + 1, ...onBehalf });
    expect(own.userErrors[0]).toMatchObject({ code: 'INVALID', rule: 'evidence.onBehalfNotOwn' });
  });

  it('drops with a reason only, and progress brings the action back', async () => {
    const action = actionNo(await findingNo(head, 23), 2);
    const input = { actionId: action.id, version: action.version };
    expect((await act(head, 'dropAction', { ...input, reason: ' ' })).userErrors[0]).toMatchObject({
      code: 'INVALID',
      field: 'reason',
    });
    expect((await act(handler, 'dropAction', { ...input, reason: '并入' })).userErrors[0]?.code).toBe('FORBIDDEN');
    const dropped = await act(head, 'dropAction', { ...input, reason: '并入第一条' });
    expect(dropped.action).toMatchObject({ state: 'DROPPED', dropReason: '并入第一条', doneOn: null });
    expect((await trail(action.id))[0]).toMatchObject({
      verb: 'dropAction',
      reason: '并入第一条',
      before: { state: 'DONE' },
    });
    const back = await act(handler, 'updateProgress', {
      actionId: action.id,
      version: action.version + 1,
      text: '继续',
      state: 'IN_PROGRESS',
    });
    expect(back.action).toMatchObject({ state: 'IN_PROGRESS', dropReason: null });
  });

  it('edits what is given and leaves the rest', async () => {
    const action = actionNo(await findingNo(head, 23), 1);
    const answer = await act(head, 'editAction', { actionId: action.id, version: action.version, dueOn: '2026-12-01' });
    expect(answer.action).toMatchObject({ dueOn: '2026-12-01', state: 'DONE' });
    const cleared = await act(head, 'editAction', { actionId: action.id, version: action.version + 1, dueOn: null });
    expect(cleared.action?.dueOn).toBeNull();
  });

  it('refuses work on a finding in review, and answers an invisible action like an absent one', async () => {
    const inReview = actionNo(await findingNo(handler, 24), 1);
    const input = { actionId: inReview.id, version: inReview.version, text: 'x', state: 'IN_PROGRESS' };
    expect((await act(handler, 'updateProgress', input)).userErrors[0]).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      rule: 'findings.workflow',
    });
    for (const name of ['updateProgress', 'editAction', 'dropAction']) {
      const more = {
        updateProgress: { text: 'x', state: 'DONE' },
        editAction: { text: 'x' },
        dropAction: { reason: 'x' },
      }[name];
      const hidden = await act(other, name, { actionId: inReview.id, version: 1, ...more });
      expect(hidden).toEqual(await act(other, name, { actionId: `act_${NOBODY}`, version: 1, ...more }));
      expect(hidden.userErrors[0]?.code).toBe('NOT_FOUND');
    }
  });
});
