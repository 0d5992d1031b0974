import { DEFAULT_STATUS_TEXT, ENUMERATORS } from './lexicon.ts';
import { chinese } from './docx/number-formats.ts';
import type { FindingStatus } from './types.ts';

export interface ComposeFinding {
  /** The whole text of the finding, without number. */
  description: string;
  actions: readonly string[];
  status: FindingStatus;
  /** The local word; without it the default word of the status. UNKNOWN prints no result. */
  resultText?: string | null;
}
export interface ComposeAspect {
  /** null: findings without a heading. */
  title: string | null;
  findings: readonly ComposeFinding[];
}
/** Plain rows of a ledger. Absent facts are left out of the text; nothing is filled in. */
export interface ComposeInput {
  title?: string | null;
  /** The inspected body as it calls itself: 市科协党组. */
  body: string;
  /** Who ordered the inspection (市委) and who came (市委第三巡察组). */
  orderedBy?: string | null;
  team?: string | null;
  kind?: '巡察' | '巡视';
  /** ISO days. */
  inspectionStart?: string | null;
  inspectionEnd?: string | null;
  feedbackDate?: string | null;
  /** Paragraphs of the first and the last part, in the body's own words. */
  organisation?: { heading?: string; paragraphs: readonly string[] };
  aspects: readonly ComposeAspect[];
  nextSteps?: { heading?: string; paragraphs: readonly string[] };
  contact?: { phone?: string | null; address?: string | null; email?: string | null };
  signature?: { body: string; date: string } | null;
  /** FULL prints ，：（）； as documents do, HALF the ASCII signs of the sample. */
  punctuation?: 'FULL' | 'HALF';
}

const ENUMERATOR = ENUMERATORS.find(({ name }) => name === '一是')?.items ?? [];

/**
 * The text of a progress report from plain rows in the layout of the genre: opening, 一/二/三, (一) aspects, numbered
 * findings, 整改情况, 整改结果. What it prints parses back to the same findings, measures and results.
 */
export function composeReport(input: ComposeInput): string {
  const parts: string[][] = [];
  const aspects = input.aspects.filter((aspect) => aspect.findings.length > 0);
  parts.push([
    input.organisation?.heading ?? '强化主体责任,周密部署整改任务',
    ...(input.organisation?.paragraphs ?? []),
    countLine(input, aspects),
  ]);
  parts.push(['突出问题导向,扎实推进整改落实', ...aspectLines(aspects)]);
  parts.push([
    input.nextSteps?.heading ?? '坚持标本兼治,全力巩固整改成果',
    ...(input.nextSteps?.paragraphs ?? []),
    stateLine(aspects),
  ]);
  const lines = [
    ...(input.title ? [input.title] : []),
    opening(input),
    ...parts.flatMap(([heading = '', ...rest], i) => [`${chinese(i + 1)}、${heading}`, ...rest]),
    ...contactLines(input),
    ...(input.signature ? [input.signature.body, prose(input.signature.date)] : []),
  ];
  const text = `${lines.filter((line) => line !== '').join('\n')}\n`;
  return input.punctuation === 'HALF' ? text : widen(text);
}

/** 2024-06-18 as 2024年6月18日; anything else is refused, never printed half-right. */
function prose(iso: string, sameYearAs: string | null = null): string {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso);
  if (!m) throw new RangeError(`日期“${iso}”不是YYYY-MM-DD格式。`);
  const day = `${Number(m[2])}月${Number(m[3])}日`;
  return sameYearAs?.startsWith(`${m[1] as string}-`) ? day : `${m[1] as string}年${day}`;
}

function opening({
  body,
  orderedBy,
  team,
  kind = '巡察',
  inspectionStart,
  inspectionEnd,
  feedbackDate,
}: ComposeInput): string {
  const period =
    inspectionStart && inspectionEnd ? `${prose(inspectionStart)}至${prose(inspectionEnd, inspectionStart)},` : '';
  const order = orderedBy ? `根据${orderedBy}统一部署,` : '';
  const feedback = feedbackDate ? `,${prose(feedbackDate)},反馈了${kind}意见` : '';
  const visit = team
    ? `${period}${team}对${body}开展了${kind}${feedback}。`
    : `${period}${body}接受了${kind}${feedback}。`;
  return `${order}${visit}按照${kind}工作有关要求,现将${kind}整改进展情况予以公布。`;
}

function countLine(input: ComposeInput, aspects: readonly ComposeAspect[]): string {
  const findings = aspects.flatMap((aspect) => aspect.findings);
  const named = aspects.filter((aspect) => aspect.title !== null).length;
  const actions = findings.reduce((sum, finding) => sum + finding.actions.length, 0);
  return `${input.body}围绕${named > 0 ? `${named}个方面` : ''}${findings.length}个问题,落实整改措施${actions}项。`;
}

function aspectLines(aspects: readonly ComposeAspect[]): string[] {
  let number = 0;
  let heading = 0;
  return aspects.flatMap(({ title, findings }) => [
    ...(title === null ? [] : [`(${chinese((heading += 1))})${oneLine(title)}`]),
    ...findings.flatMap((finding) => findingLines(finding, (number += 1))),
  ]);
}

function findingLines({ description, actions, status, resultText }: ComposeFinding, number: number): string[] {
  const measures = actions.map(
    (action, i) => `${actions.length > 1 ? (ENUMERATOR[i] ?? `${chinese(i + 1)}是`) : ''}${stopped(action)}`,
  );
  const result = resultText ?? (status === 'UNKNOWN' ? null : DEFAULT_STATUS_TEXT[status]);
  return [
    `${number}.${stopped(description)}`,
    ...(measures.length > 0 ? [`整改情况:${measures.join('')}`] : ['整改情况:']),
    ...(result ? [`整改结果:${stopped(result)}`] : []),
  ];
}

const STATE_ORDER: readonly FindingStatus[] = ['COMPLETED', 'BASICALLY', 'PARTIAL', 'ONGOING', 'NOT_DONE'];

/** Counts by result, zero values left out, unknown ones said to be open. */
function stateLine(aspects: readonly ComposeAspect[]): string {
  const all = aspects.flatMap((aspect) => aspect.findings);
  const counts = STATE_ORDER.map((status) => ({
    status,
    n: all.filter((finding) => finding.status === status).length,
  }));
  const known = counts
    .filter(({ n }) => n > 0)
    .map(({ status, n }) => `${DEFAULT_STATUS_TEXT[status as Exclude<FindingStatus, 'UNKNOWN'>]}${n}个`);
  const open = all.filter((finding) => finding.status === 'UNKNOWN').length;
  const words = [...known, ...(open > 0 ? [`结果待定${open}个`] : [])];
  return words.length > 0 ? `上述${all.length}个问题中,${words.join(',')}。` : '';
}

function contactLines({ contact }: ComposeInput): string[] {
  if (!contact || !(contact.phone || contact.address || contact.email)) return [];
  return [
    '欢迎广大干部群众对巡察整改情况进行监督。如有意见建议,请及时向我们反映。',
    contact.phone ? `联系方式:电话${contact.phone};` : '',
    contact.address ? `联系地址:${contact.address}` : '',
    contact.email ? `电子邮箱:${contact.email}` : '',
  ];
}

const oneLine = (words: string): string => words.replace(/\s*\n\s*/gu, '').trim();
const stopped = (words: string): string => `${oneLine(words).replace(/[。;；,，]+$/u, '')}。`;

/** ASCII , : ; ( ) ? ! become full-width signs, except inside numbers, times, addresses of mail and sites. */
function widen(text: string): string {
  const wide: Readonly<Record<string, string>> = {
    ',': '，',
    ':': '：',
    ';': '；',
    '(': '（',
    ')': '）',
    '?': '？',
    '!': '！',
  };
  return text.replace(/(?<![\dA-Za-z/])[,:;()?!]|[,:;()?!](?![\dA-Za-z/])/gu, (sign) => wide[sign] ?? sign);
}
