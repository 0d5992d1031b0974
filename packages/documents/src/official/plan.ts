import type { ReportBlock, ReportStyle } from '../report/blocks.ts';
import { planLists } from './plan-lists.ts';
import type { OfficialDocument } from './write-official.ts';
import { chinese, prose } from './plain-words.ts';

/** One finding as a plan tells it; what is absent is left open. */
export interface PlanFinding {
  number: number;
  aspect: string | null;
  title: string;
  description: string | null;
  /** 立行立改, 分阶段整改, 长期坚持 */
  remediationType: string | null;
  target: string | null;
  leader: string | null;
  leadDepartment: string | null;
  supportingDepartments: readonly string[];
  person: string | null;
  deadline: string | null;
  actions: readonly { text: string; department: string | null; deadline: string | null }[];
}

/** What a plan (整改方案) is written from. */
export interface PlanFacts {
  body: string;
  /** To whom it is reported. */
  office: string | null;
  kind: '巡察' | '巡视';
  /** What the feedback was about, where it is not the main one: 选人用人, 意识形态. */
  subject: string | null;
  team: string | null;
  onSiteFrom: string | null;
  onSiteTo: string | null;
  feedbackOn: string | null;
  /** YYYY-MM-DD */
  filledOn: string;
  findings: readonly PlanFinding[];
}

const block = (style: ReportStyle, text: string): ReportBlock => ({ style, text });

/**
 * The plan with its three lists out of one ledger: nothing is typed twice, and the text says what the ledger says. What a
 * body has to add in its own words is added in the file.
 */
export function planDocument(facts: PlanFacts): OfficialDocument {
  const { body, office, kind, subject, filledOn } = facts;
  const title = `${body}关于落实${subject ?? ''}${kind}反馈意见的整改方案`;
  const annexes = planLists(facts);
  return {
    title,
    author: body,
    blocks: [
      block('title', title),
      ...(office === null ? [] : [block('body', `${office}：`)]),
      block('body', opening(facts)),
      ...parts([
        ['整改任务', tasks(facts)],
        ['责任分工', duties(facts)],
        ['整改时限', deadlines(facts)],
      ]),
      block('signature', body),
      // Signed on a day that the ledger does not know.
      block('date', `${filledOn.slice(0, 4)}年　月　日`),
    ],
    annexes,
  };
}

/** 一、二、… of the parts that have something to say. */
function parts(all: readonly (readonly [heading: string, paragraphs: readonly string[]])[]): ReportBlock[] {
  return all
    .filter(([, paragraphs]) => paragraphs.length > 0)
    .flatMap(([heading, paragraphs], i) => [
      block('heading1', `${chinese(i + 1)}、${heading}`),
      ...paragraphs.map((text) => block('body', text)),
    ]);
}

function opening({ body, kind, subject, team, onSiteFrom, onSiteTo, feedbackOn }: PlanFacts): string {
  const period = onSiteFrom !== null && onSiteTo !== null ? `${prose(onSiteFrom)}至${prose(onSiteTo)}，` : '';
  const what = `${subject ?? ''}${kind}`;
  const visit = team === null ? `${body}接受了${what}` : `${team}对${body}开展了${what}`;
  const feedback = feedbackOn === null ? '' : `，${prose(feedbackOn)}反馈了${kind}意见`;
  return `${period}${visit}${feedback}。按照${kind}整改工作有关要求，制定本方案。`;
}

function tasks({ kind, findings }: PlanFacts): string[] {
  const types = counted(findings, (one) => one.remediationType).map(([type, of]) => `${type}${of.length}个`);
  const actions = findings.reduce((sum, one) => sum + one.actions.length, 0);
  const aspects = counted(findings, (one) => one.aspect);
  const whole = `${kind}反馈问题${findings.length}个${types.length > 0 ? `，其中${types.join('、')}` : ''}；制定整改措施${actions}项。问题清单、任务清单、责任清单附后。`;
  return findings.length === 0 ? [] : [whole, ...aspects.map(([aspect, of]) => `${aspect}：${of.length}个问题。`)];
}

const duties = ({ findings }: PlanFacts): string[] =>
  counted(findings, (one) => one.leader).map(([leader, of]) => `${leader}负责${numbersOf(of)}的整改。`);

const deadlines = ({ findings }: PlanFacts): string[] =>
  counted(findings, (one) => one.deadline)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([deadline, of]) => `${/^\d{4}-\d\d-\d\d$/.test(deadline) ? `${prose(deadline)}前完成` : deadline}：${numbersOf(of)}。`); // prettier-ignore

const numbersOf = (findings: readonly PlanFinding[]): string =>
  `问题${findings.map(({ number }) => number).join('、')}`;

/** Findings by a value that they have, in the order of the ledger. */
function counted(
  findings: readonly PlanFinding[],
  of: (one: PlanFinding) => string | null,
): [value: string, findings: PlanFinding[]][] {
  const groups = Map.groupBy(findings, (one) => of(one)?.trim() || null);
  return [...groups].flatMap(([value, members]) =>
    value === null ? [] : [[value, members] as [string, PlanFinding[]]],
  );
}
