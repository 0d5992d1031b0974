/** Test support: prints plain facts in any layout that a profile describes, with labels and words from the lexicon. */
import fc from 'fast-check';
import { ENUMERATORS, LABELS, STATUS_WORDS } from '../lexicon.ts';
import { chinese } from '../docx/number-formats.ts';
import type { FindingStatus } from '../types.ts';

export interface Facts {
  category: string;
  title: string;
  detail: string | null;
  actions: string[];
  status: FindingStatus;
  words: string;
}
type Level = 'part' | 'cnParen' | 'num' | 'numParen' | 'problem';
type LabelForm = 'COLON' | 'BRACKETS' | 'OWN_LINE';
export interface PrintProfile {
  /** The level of the aspects and of the findings below them; no aspects where null. */
  levels: readonly [Level | null, Level];
  wrapper: 'NONE' | 'QUOTED' | 'PLAIN';
  /** null: the measures follow without a label. */
  measures: string | null;
  form: LabelForm;
  enumerator: string;
  status: 'BEFORE' | 'AFTER' | 'FIRST_SENTENCE' | 'LAST_SENTENCE' | 'PARENTHESES' | 'NONE';
  statusLabel: string;
  continuous: boolean;
  width: 'FULL' | 'HALF';
  newline: '\n' | '\r\n';
}

const NUMBER: Readonly<Record<Level, (n: number) => string>> = {
  part: (n) => `${chinese(n)}、`,
  cnParen: (n) => `(${chinese(n)})`,
  num: (n) => `${n}.`,
  numParen: (n) => `(${n})`,
  problem: (n) => `问题${n}:`,
};
const CATEGORIES = ['政治建设方面', '履行职责方面', '廉政建设方面', '组织建设方面'];
const TITLES = ['学习不系统', '台账登记不全', '窗口服务不主动', '经费审批把关不严', '会议记录缺失', '设备管理混乱'];
const DETAILS = ['2022年漏学4次', '17件设备未入账', '群众来电超时办理12件', '大额支出未经集体研究'];
const ACTIONS = [
  '2024年3月12日,召开专题会研究',
  '修订《物资管理办法》',
  '清退多领补贴1860元',
  '对经办人进行提醒谈话',
  '补齐记录46份',
  '开展业务培训2期',
  '更换过期器材16件',
];
export const ENUMERATOR_NAMES = [...ENUMERATORS.map(({ name }) => name), '(1)', '1.', '1)'];

const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const status = oneOf(STATUS_WORDS.flatMap((row) => row.words.map((words) => ({ status: row.status, words }))));

export const facts: fc.Arbitrary<Facts[]> = fc
  .array(
    fc.record({
      title: oneOf(TITLES),
      detail: fc.option(oneOf(DETAILS)),
      actions: fc.uniqueArray(oneOf(ACTIONS), { minLength: 2, maxLength: 4 }),
      status,
    }),
    { minLength: 3, maxLength: 9 },
  )
  .map((list) =>
    list.map(({ status: said, ...rest }, i) => ({
      ...rest,
      ...said,
      category: CATEGORIES[Math.floor((i * CATEGORIES.length) / list.length)] as string,
    })),
  );

export const profiles: fc.Arbitrary<PrintProfile> = fc
  .record<PrintProfile>({
    levels: oneOf<readonly [Level | null, Level]>([
      ['cnParen', 'num'],
      ['part', 'cnParen'],
      ['part', 'num'],
      ['cnParen', 'numParen'],
      ['cnParen', 'problem'],
      [null, 'num'],
      [null, 'cnParen'],
      [null, 'problem'],
    ]),
    wrapper: oneOf(['NONE', 'QUOTED', 'PLAIN'] as const),
    measures: fc.option(oneOf(LABELS.measures), { freq: 3 }),
    form: oneOf(['COLON', 'BRACKETS', 'OWN_LINE'] as const),
    enumerator: oneOf(ENUMERATOR_NAMES),
    status: oneOf(['BEFORE', 'AFTER', 'FIRST_SENTENCE', 'LAST_SENTENCE', 'PARENTHESES', 'NONE'] as const),
    statusLabel: oneOf(LABELS.status),
    continuous: fc.boolean(),
    width: oneOf(['FULL', 'HALF'] as const),
    newline: oneOf(['\n', '\r\n'] as const),
  })
  .filter(readable);

/** What no reader could take apart either: without any label or wrapper only 一是 or a result shows where measures begin. */
function readable({ measures, wrapper, enumerator, status: place }: PrintProfile): boolean {
  if (measures !== null || wrapper !== 'NONE') return true;
  return enumerator === '一是' && place !== 'NONE';
}

/** 一方面 has two items and 首先 four: lists that go further are counted in words of their own. */
const limit = (enumerator: string): number => ENUMERATORS.find(({ name }) => name === enumerator)?.items.length ?? 20;

function mark(enumerator: string, n: number): string {
  const listed = ENUMERATORS.find(({ name }) => name === enumerator);
  if (listed) return `${listed.items[n - 1] as string}${listed.after?.[0] ?? ''}`;
  return enumerator.replace('1', String(n));
}

/** The facts as the profile can carry them: a printed list is no longer than its enumerators reach. */
export const carried = (list: readonly Facts[], profile: PrintProfile): Facts[] =>
  list.map((one) => ({
    ...one,
    actions: one.actions.slice(0, limit(profile.enumerator)),
    category: profile.levels[0] === null ? '' : one.category,
    status: profile.status === 'NONE' ? 'UNKNOWN' : one.status,
  }));

const OPENING =
  '根据市委统一部署,2023年9月4日至11月10日,市委第二巡察组对市物资局党组开展了巡察。2024年1月8日,反馈了巡察意见。';

export function printReport(list: readonly Facts[], profile: PrintProfile): string {
  const [above, level] = profile.levels;
  const lines = [OPENING];
  let category = '';
  let aspect = 0;
  let number = 0;
  for (const one of list) {
    if (above !== null && one.category !== category) {
      category = one.category;
      lines.push(`${NUMBER[above]((aspect += 1))}${category}`);
      if (!profile.continuous) number = 0;
    }
    lines.push(...printFinding(one, NUMBER[level]((number += 1)), profile));
  }
  const text = lines.join(profile.newline);
  return profile.width === 'HALF' ? text : widen(text);
}

function printFinding(one: Facts, number: string, profile: PrintProfile): string[] {
  const { status: place } = profile;
  const list = one.actions.map((action, i) => `${mark(profile.enumerator, i + 1)}${action}。`).join('');
  const first = place === 'FIRST_SENTENCE' ? `该问题${one.words}。` : '';
  const last = place === 'LAST_SENTENCE' ? `目前${one.words}。` : place === 'PARENTHESES' ? `(${one.words})` : '';
  const result = `${label(profile.statusLabel, profile)}${one.words}。`;
  const head = `${number}${described(one, profile)}`;
  return [
    ...(profile.measures === null ? [] : [head]),
    ...(place === 'BEFORE' ? (profile.measures === null ? [] : [result]) : []),
    profile.measures === null
      ? `${head}${place === 'BEFORE' ? `${profile.newline}${result}${profile.newline}` : ''}${first}${list}${last}`
      : `${label(profile.measures, profile)}${first}${list}${last}`,
    ...(place === 'AFTER' ? [result] : []),
  ];
}

const label = (word: string, { form, newline }: PrintProfile): string =>
  form === 'BRACKETS' ? `【${word}】` : form === 'OWN_LINE' ? `${word}:${newline}` : `${word}:`;

function described({ title, detail }: Facts, { wrapper }: PrintProfile): string {
  const rest = detail === null ? '' : `${detail}。`;
  if (wrapper === 'NONE') return `${title}。${rest}`;
  return `${wrapper === 'QUOTED' ? `关于“${title}”的问题` : `关于${title}的问题`}。${rest}`;
}

function widen(text: string): string {
  const wide: Readonly<Record<string, string>> = { ',': '，', ':': '：', '(': '（', ')': '）' };
  return text.replace(/[,:()]/gu, (sign) => wide[sign] ?? sign);
}
