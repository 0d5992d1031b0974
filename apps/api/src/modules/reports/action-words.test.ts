import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { meetingOf, put } from '../../../test/evidence.ts';
import { tokenOf } from '../../../test/mirror.ts';
import { actionNo, findingNo, mutate } from '../../../test/work.ts';

type Words = { actionWords: { text: string; live: boolean }[] | null };
const WORDS = 'query W($id: ID!) { actionWords(actionId: $id) { text live } }';

let api: Api;
let handler: Caller;
let action: { id: string };
beforeAll(async () => {
  api = await startApi();
  handler = await api.as('handler');
  action = actionNo(await findingNo(handler, 23), 2);
  await api.sql('DELETE FROM evidence_action WHERE action_id = $1', [action.id.slice(4)]);
});
afterAll(() => api.stop());

const told = async (who: Caller): Promise<string | null> => {
  const { actionWords } = await who.execute<Words>(WORDS, { id: action.id });
  return actionWords?.map(({ text, live }) => (live ? `[${text}]` : text)).join('') ?? null;
};

it('has no words without evidence', async () => {
  expect(await told(handler)).toBe('');
});

it('tells what stands, and neither restricted nor rejected pieces', async () => {
  const add = (name: string, input: Record<string, unknown>) => put(handler, name, input);
  expect((await add('addMeeting', meetingOf([action.id]))).userErrors).toEqual([]);
  const document = {
    actionIds: [action.id],
    title: '报销办法',
    number: '侨青发〔2026〕21号',
    date: { on: '2026-11-12' },
  };
  expect((await add('addDocument', document)).userErrors).toEqual([]);
  const talk = {
    actionIds: [action.id],
    type: 'REMINDER',
    date: { on: '2026-11-13' },
    interviewer: '卓一帆',
    interviewee: '闻予知',
  };
  const { evidence } = await add('addTalk', talk);
  expect(await told(handler)).toBe(
    '[2026年11月10日]召开党组会研究报销制度；[2026年11月12日]制定印发《报销办法》（[侨青发〔2026〕21号]）' +
      (evidence?.restricted === true ? '。' : '；开展提醒谈话。'),
  );
  await api.sql(
    `UPDATE evidence SET acceptance = 'REJECTED', accepted_by_name = 'x', accepted_at = now(), rejection_reason = 'x' WHERE title = '报销办法'`,
  );
  expect(await told(handler)).toContain('召开党组会研究报销制度');
  expect(await told(handler)).not.toContain('报销办法》');
});

it('is for whoever sees the action, and for a token with every class', async () => {
  expect(await told(await api.as('clerk'))).toContain('党组会');
  expect(await told(await api.as('otherhead'))).toBeNull();
  expect(await told(await tokenOf(api, '市侨青会'))).toContain('党组会');
  const { errors } = await (await tokenOf(api, '市侨青会', ['STATISTICS', 'TEXT'])).send(WORDS, { id: action.id });
  expect(errors?.[0]?.extensions?.['code']).toBe('FIELD_CLASS');
});

it('can be taken into the progress as it stands', async () => {
  const text = (await handler.execute<Words>(WORDS, { id: action.id })).actionWords?.map((one) => one.text).join('');
  const [row] = await api.sql<{ version: number }>('SELECT version FROM action WHERE id = $1', [action.id.slice(4)]);
  const input = { actionId: action.id, version: row?.version, text, state: 'IN_PROGRESS' };
  const answer = await mutate<{ action: { progress: string } }>(
    handler,
    'updateProgress',
    input,
    'action { progress }',
  );
  expect(answer.action.progress).toBe(text);
});
