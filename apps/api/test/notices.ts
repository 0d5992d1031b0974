import { expect } from 'vitest';
import type { Api, Caller } from './api.ts';
import { mutate, type Answered } from './work.ts';

export interface NoticeRow {
  id: string;
  number: string;
  kind: string;
  state: string;
  version: number;
  overdue: boolean;
  waitsForMe: boolean;
  replyDue: { dueOn: string; rule: string; amount: number | null; unit: string | null; from: string } | null;
  recipients: { postTitle: string; personName: string | null }[];
  findings: { refNo: string; title: string; state: string }[];
  follows: { number: string } | null;
  skipReason: string | null;
  handedTo: string | null;
  signedForByName: string | null;
  signedForByPost: string | null;
  withdrawReason: string | null;
  draft: { id: string; text: string } | null;
  replies: {
    id: string;
    ordinal: number;
    text: string;
    sentByName: string;
    dueOn: string;
    verdict: string | null;
    verdictWords: string | null;
    attachments: { id: string; fileName: string }[];
  }[];
  transitions: { verb: string; allowed: boolean; reason: string | null }[];
}

export const NOTICE = `id number kind state version overdue waitsForMe replyDue { dueOn rule amount unit from }
  recipients { postTitle personName } findings { refNo title state } follows { number } skipReason handedTo
  signedForByName signedForByPost withdrawReason draft { id text }
  replies { id ordinal text sentByName dueOn verdict verdictWords attachments { id fileName } } transitions { verb allowed reason }`;

export type NoticeAnswer = Answered<{ notice: NoticeRow | null }>;

/** What a notice to the demo's main body is made of: its inspection, the secretary's post, outlines of its findings by number. */
export interface NoticePlace {
  inspectionId: string;
  roundId: string;
  secretaryPostId: string;
  outline(seq: number): Promise<string>;
}

export async function noticePlace(api: Api, body = '市侨青会'): Promise<NoticePlace> {
  const [row] = await api.sql<{ ins: string; rnd: string; pst: string }>(
    `SELECT 'ins_' || i.id AS ins, 'rnd_' || i.round_id AS rnd, (SELECT 'pst_' || p.id FROM post p JOIN post_holding h ON h.post_id = p.id AND h.to_on IS NULL JOIN account a ON a.person_id = h.person_id JOIN role_grant g ON g.account_id = a.id AND g.role = 'SECRETARY' WHERE p.body_id = b.id LIMIT 1) AS pst FROM inspection i JOIN body b ON b.id = i.body_id WHERE b.short_name = $1`,
    [body],
  );
  if (row === undefined) throw new Error(`no inspection of ${body}`);
  return {
    inspectionId: row.ins,
    roundId: row.rnd,
    secretaryPostId: row.pst,
    outline: async (seq) => {
      const [finding] = await api.sql<{ id: string }>(
        `SELECT 'out_' || f.id AS id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = $1 AND f.seq = $2`,
        [body, seq],
      );
      return finding?.id ?? '';
    },
  };
}

/** The verbs of a notice by one caller, each with the answer's notice. */
const INPUTS: Record<string, string> = { signForNotice: 'NoticeVerbInput', sendReply: 'NoticeVerbInput' };

export async function onNotice(who: Caller, verb: string, input: Record<string, unknown>): Promise<NoticeAnswer> {
  const type = INPUTS[verb];
  if (type === undefined) return mutate(who, verb, input, `notice { ${NOTICE} }`);
  const document = `mutation M($input: ${type}!) { ${verb}(input: $input) { notice { ${NOTICE} } userErrors { code rule field params } } }`;
  return (await who.execute<Record<string, NoticeAnswer>>(document, { input }))[verb] as NoticeAnswer;
}

export async function readNotices(who: Caller, filter: Record<string, unknown> = {}): Promise<NoticeRow[]> {
  const document = `query Q($filter: NoticeFilter) { notices(first: 100, filter: $filter) { edges { node { ${NOTICE} } } } }`;
  const data = await who.execute<{ notices: { edges: { node: NoticeRow }[] } }>(document, { filter });
  return data.notices.edges.map((edge) => edge.node);
}

export async function readNotice(who: Caller, id: string): Promise<NoticeRow | null> {
  const data = await who.execute<{ notice: NoticeRow | null }>(`query Q($id: ID!) { notice(id: $id) { ${NOTICE} } }`, {
    id,
  });
  return data.notice;
}

/** What the office asks in a first notice about the body's finding no. 9. */
export const supervision = async (place: NoticePlace): Promise<Record<string, unknown>> => ({
  inspectionId: place.inspectionId,
  kind: 'SUPERVISION',
  title: '关于第 9 个问题整改进展的督办通知',
  text: '该问题整改进展缓慢，请说明原因并报送下一步安排。',
  recipientIds: [place.secretaryPostId],
  findingIds: [await place.outline(9)],
});

export interface LadderStep {
  kind: string;
  open: boolean;
  reason: string | null;
  follows: string[];
}

/** Which steps of the ladder are open to the office, and why not. */
export const ladderOf = async (office: Caller, { inspectionId }: NoticePlace): Promise<LadderStep[]> =>
  (
    await office.execute<{ inspection: { noticeLadder: LadderStep[] } }>(
      'query L($id: ID!) { inspection(id: $id) { noticeLadder { kind open reason follows } } }',
      { id: inspectionId },
    )
  ).inspection.noticeLadder;

/** Carries a verb out on the notice as the caller sees it now. */
export const done = async (caller: Caller, verb: string, notice: NoticeRow, more: Record<string, unknown> = {}) => {
  const seen = await readNotice(caller, notice.id);
  const answer = await onNotice(caller, verb, { noticeId: notice.id, version: seen?.version, ...more });
  expect(answer.userErrors).toEqual([]);
  return answer.notice as NoticeRow;
};
