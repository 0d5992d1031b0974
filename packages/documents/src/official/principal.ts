import type { ReportBlock, ReportStyle } from '../report/blocks.ts';
import type { OfficialDocument } from './write-official.ts';
import { chinese, prose } from './plain-words.ts';

/** A finding that the principal answers for himself. */
export interface PrincipalFinding {
  number: number;
  title: string;
  /** What was done, in its latest words. */
  actions: readonly string[];
  result: string | null;
}

/** What the principal's own report (主要负责人组织落实情况报告) is written from. */
export interface PrincipalFacts {
  body: string;
  office: string | null;
  kind: '巡察' | '巡视';
  feedbackOn: string | null;
  /** Post and name of who signs; null where the post is vacant. */
  principal: { post: string; name: string } | null;
  /** Meetings by their kind, in words. */
  meetings: readonly { kind: string; count: number }[];
  instructions: number;
  /** 规定动作 that are done. */
  steps: readonly { name: string; doneOn: string | null; dateText: string | null }[];
  own: readonly PrincipalFinding[];
  findings: number;
  results: readonly { words: string; count: number }[];
  /** Open findings with their deadline. */
  open: readonly { number: number; deadline: string | null }[];
  /** YYYY-MM-DD */
  filledOn: string;
}

const block = (style: ReportStyle, text: string): ReportBlock => ({ style, text });
const full = (text: string): string => `${text.replace(/\s*\n\s*/g, '').replace(/[。；;，,]+$/, '')}。`;

/** The principal's own report, separate from the body's: what he organised, what he answers for, what is left. Facts alone. */
export function principalDocument(facts: PrincipalFacts): OfficialDocument {
  const { body, office, kind, principal, filledOn } = facts;
  const title = `${body}主要负责人组织落实${kind}整改情况的报告`;
  const parts = [
    { heading: '组织推动情况', blocks: organised(facts) },
    { heading: '本人牵头问题整改情况', blocks: facts.own.flatMap(ownFinding) },
    { heading: '整体整改情况', blocks: whole(facts) },
    { heading: '下一步工作', blocks: left(facts) },
  ].filter(({ blocks }) => blocks.length > 0);
  return {
    title,
    author: body,
    blocks: [
      block('title', title),
      ...(office === null ? [] : [block('body', `${office}：`)]),
      block('body', opening(facts)),
      ...parts.flatMap(({ heading, blocks }, i) => [block('heading1', `${chinese(i + 1)}、${heading}`), ...blocks]),
      block('signature', principal === null ? body : `${principal.post}　${principal.name}`),
      // Signed on a day that the ledger does not know.
      block('date', `${filledOn.slice(0, 4)}年　月　日`),
    ],
  };
}

function opening({ body, kind, feedbackOn, principal }: PrincipalFacts): string {
  const feedback = feedbackOn === null ? `${kind}反馈意见` : `${prose(feedbackOn)}${kind}反馈意见`;
  const who = principal === null ? '主要负责人' : `本人作为${principal.post}`;
  return `${body}收到${feedback}后，${who}组织落实整改。现将有关情况报告如下。`;
}

function organised({ meetings, instructions, steps, kind }: PrincipalFacts): ReportBlock[] {
  const held = meetings.map((one) => `${one.kind}${one.count}次`).join('、');
  const done = steps.map(
    ({ name, doneOn, dateText }) => `${name}（${doneOn === null ? (dateText ?? '日期未记') : prose(doneOn)}）`,
  );
  return [
    ...(held === '' ? [] : [`召开${held}，研究推进${kind}整改。`]),
    ...(instructions === 0 ? [] : [`就整改工作作出批示${instructions}条。`]),
    ...(done.length === 0 ? [] : [`完成规定动作${done.length}项：${done.join('、')}。`]),
  ].map((text) => block('body', text));
}

function ownFinding({ number, title, actions, result }: PrincipalFinding, index: number): ReportBlock[] {
  return [
    block('heading2', `（${chinese(index + 1)}）问题${number}：${full(title)}`),
    ...(actions.length === 0 ? [] : [block('body', `整改情况：${actions.map(full).join('')}`)]),
    ...(result === null ? [] : [block('body', `整改结果：${full(result)}`)]),
  ];
}

function whole({ findings, results, kind }: PrincipalFacts): ReportBlock[] {
  if (findings === 0) return [];
  const counts = results.map(({ words, count }) => `${words}${count}个`).join('、');
  return [block('body', `${kind}反馈问题${findings}个${counts === '' ? '' : `，其中${counts}`}。`)];
}

function left({ open }: PrincipalFacts): ReportBlock[] {
  return [...Map.groupBy(open, ({ deadline }) => deadline)]
    .toSorted(([one], [other]) => (one ?? '9').localeCompare(other ?? '9'))
    .map(([deadline, of]) => {
      const when =
        deadline === null ? '未定时限' : /^\d{4}-\d\d-\d\d$/.test(deadline) ? `${prose(deadline)}前完成` : deadline;
      return block('body', `${when}：问题${of.map(({ number }) => number).join('、')}。`);
    });
}
