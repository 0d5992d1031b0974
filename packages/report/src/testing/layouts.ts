/**
 * Test support: prints the facts of one fictional report in other layouts of the genre. The facts stay those of the
 * truth; only headings, labels, enumerators and the place of the result change.
 */
import { chinese } from '../docx/number-formats.ts';
import { parseReport } from '../parse.ts';
import { fixture } from './fixtures.ts';
import type { Truth, TruthFinding } from './score.ts';

export interface Item {
  category: string;
  title: string;
  detail: string;
  actions: string[];
  truth: TruthFinding;
}
export interface Variant {
  name: string;
  text: string;
  truth: Truth;
}

const OPENING =
  '根据市委统一部署，2024年9月3日至11月8日，市委第二巡察组对市粮保委党委开展了巡察。2025年1月6日，巡察组反馈了巡察意见。现将整改进展情况予以公布。';
const PREAMBLE = { feedback_date: '2025-01-06', inspection_start: '2024-09-03', inspection_end: '2024-11-08' };
const PART_ONE =
  '一、提高站位，扛牢整改责任\n（一）加强组织领导。党委成立整改领导小组，一是明确牵头领导，二是明确责任科室。\n（二）细化任务分工。制定《整改方案》，召开党委会3次。';
const PART_THREE =
  '三、下一步打算\n（一）持续压实责任。一是紧盯不放；二是防止反弹。\n欢迎广大干部群众进行监督。联系电话：0999-4225555。';

/** The facts of fixture 13, whose findings have a title and a detail. */
export function items(): Item[] {
  const { text, truth } = fixture('13-liangbaowei-status-before');
  return parseReport(text).findings.map((finding, i) => {
    const at = finding.description.indexOf(',');
    return {
      category: finding.category ?? '',
      title: finding.description.slice(0, at),
      detail: finding.description.slice(at + 1),
      actions: finding.actions.map((action) => action.text),
      truth: truth.findings[i] as TruthFinding,
    };
  });
}

type Print = (item: Item, numberInCategory: number, seq: number) => string;
interface Layout {
  name: string;
  /** How headings of categories print; null prints none. */
  heading: ((category: string, n: number) => string) | null;
  finding: Print;
  /** What stands between title and detail, for the truth; 。 unless said. */
  between?: '，';
  status: 'TRUTH' | 'UNKNOWN';
  parts?: boolean;
  before?: string;
  after?: string;
  preamble?: { text: string; truth: Truth['preamble'] };
}

const isList = (item: Item, mark: (n: number) => string, joint = '。', stop = '。'): string =>
  item.actions.map((action, i) => mark(i + 1) + action).join(joint) + stop;
const shi = (n: number): string => `${chinese(n)}是`;
const done = (item: Item): string => (item.truth.status === 'COMPLETED' ? '已完成整改' : '正在整改');
const paren = (category: string, n: number): string => `（${chinese(n)}）${category}`;
const CIRCLED = '①②③④⑤⑥';

const LAYOUTS: readonly Layout[] = [
  {
    between: '，',
    name: 'flat, quoted wrapper, no result',
    heading: null,
    status: 'UNKNOWN',
    finding: (i, _, n) => `${n}.关于“${i.title}，${i.detail}”的问题\n整改情况：${isList(i, shi)}`,
    after: '截至目前，已全部完成整改。',
  },
  {
    between: '，',
    name: 'top level is the finding, numbered measures on their own lines',
    heading: null,
    parts: false,
    status: 'UNKNOWN',
    finding: (i, _, n) =>
      `${chinese(n)}、关于“${i.title}，${i.detail}”问题的整改情况\n${i.actions.map((a, k) => `${k + 1}.${a}。`).join('\n')}`,
  },
  {
    name: 'paren findings, result first',
    heading: (c, n) => `${chinese(n)}、${c}方面`,
    parts: false,
    status: 'TRUTH',
    finding: (i, n) => `（${chinese(n)}）关于${i.title}的问题。${i.detail}。该问题${done(i)}。${isList(i, shi)}`,
    after: '下一步，我委将持续跟踪督促。',
  },
  {
    name: 'square brackets and circles',
    heading: paren,
    status: 'TRUTH',
    finding: (i, _, n) =>
      `${n}.${i.title}。${i.detail}。\n【整改措施】${isList(i, (k) => CIRCLED[k - 1] ?? '', '；')}\n【整改结果】${done(i)}`,
  },
  {
    between: '，',
    name: 'numbered measures under a bare label',
    heading: paren,
    status: 'TRUTH',
    finding: (i, _, n) =>
      `${n}、${i.title}，${i.detail}\n整改措施：\n${i.actions.map((a, k) => `（${k + 1}）${a}；`).join('\n')}\n完成情况：${done(i)}。`,
  },
  {
    name: 'measures with the same numbers as findings',
    heading: paren,
    status: 'TRUTH',
    finding: (i, n) =>
      `${n}.${i.title}。${i.detail}。\n整改情况：\n${i.actions.map((a, k) => `${k + 1}.${a}。`).join('\n')}\n整改结果：${done(i)}。`,
  },
  {
    name: 'problem N with responsibility',
    heading: paren,
    status: 'TRUTH',
    finding: (i, _, n) =>
      `问题${n}：${i.title}。${i.detail}。\n责任领导：分管副主任 责任科室：办公室 整改时限：2025年12月底\n整改措施：${isList(i, shi)}\n完成情况：${done(i)}。`,
  },
  {
    name: 'labels instead of numbers',
    heading: paren,
    status: 'TRUTH',
    finding: (i) =>
      `反馈问题：${i.title}。${i.detail}。\n整改进展情况：${isList(i, (k) => `第${chinese(k)}，`, '；')}\n整改成效：${done(i)}。`,
  },
  {
    name: 'findings without number or label',
    heading: paren,
    status: 'TRUTH',
    finding: (i) => `${i.title}。${i.detail}。\n整改情况：${isList(i, shi)}\n整改结果：${done(i)}。`,
  },
  {
    name: 'labels nobody knows',
    heading: paren,
    status: 'TRUTH',
    finding: (i, _, n) => `${n}.${i.title}。${i.detail}。\n纠治举措：${isList(i, shi)}\n办结评定：${done(i)}。`,
  },
  {
    name: 'result in brackets of the heading',
    heading: paren,
    status: 'TRUTH',
    finding: (i, _, n) => `${n}.${i.title}。${i.detail}。（${done(i)}）\n整改落实情况：${isList(i, shi, '；')}`,
  },
  {
    name: 'three tiers',
    heading: (c, n) => `（${chinese(n)}）在“${c}”方面`,
    status: 'TRUTH',
    finding: (i, n) =>
      `${n === 1 ? `1.关于“${i.title}等”问题的整改\n` : ''}（${n}）关于“${i.title}。${i.detail}”的问题。\n整改进展：${isList(i, shi)}（${done(i)}）`,
  },
  {
    between: '，',
    name: 'last sentence',
    heading: paren,
    status: 'TRUTH',
    finding: (i, _, n) => `${n}.针对${i.title}，${i.detail}的问题。${isList(i, shi, '；')}目前${done(i)}。`,
  },
  {
    between: '，',
    name: 'bare headings, measures in the next paragraph, no result',
    heading: paren,
    status: 'UNKNOWN',
    finding: (i, _, n) => `${n}.关于${i.title}，${i.detail}的问题\n${isList(i, shi)}`,
  },
  {
    name: 'full-width digits and CRLF',
    heading: paren,
    status: 'TRUTH',
    finding: (i, _, n) =>
      `${[...String(n)].map((d) => String.fromCodePoint(0xff10 + Number(d))).join('')}．${i.title}。${i.detail}。\r\n整改情况：${isList(i, (k) => `（${k}）`)}\r\n整改结果：${done(i)}。`,
  },
  {
    name: 'table',
    heading: null,
    status: 'TRUTH',
    before: '序号\t问题方面\t反馈问题\t整改措施\t责任领导\t完成情况',
    finding: (i, _, n) => `${n}\t${i.category}\t${i.title}。${i.detail}。\t${isList(i, shi)}\t分管领导\t${done(i)}`,
  },
  {
    name: 'web page',
    heading: paren,
    status: 'TRUTH',
    finding: (i, _, n) =>
      `${n}.【反馈问题】${i.title}。${i.detail}。\n【整改情况】${isList(i, shi)}\n【整改结果】${done(i)}。`,
    preamble: {
      text: `索引号：330000X-2025-00417\n中共市粮保委党委关于巡察整改进展情况的通报\n发布时间：2025-12-26 09:14 浏览量：137 字号：[大 中 小]\n${OPENING}`,
      truth: PREAMBLE,
    },
  },
  {
    name: 'damaged dates',
    heading: paren,
    status: 'TRUTH',
    finding: (i, _, n) => `${n}.${i.title}。${i.detail}。\n整改情况：${isList(i, shi)}\n整改结果：${done(i)}。`,
    preamble: {
      text: '根据市委统一部署，202493日至118日，市委第二巡察组对市粮保委党委开展了巡察。202516日，反馈了巡察意见。',
      truth: {},
    },
  },
  {
    name: 'part headings of two stages',
    heading: (c, n) => `（${chinese(n)}）${c}`,
    status: 'TRUTH',
    finding: (i, _, n) => `${n}.存在问题：${i.title}。${i.detail}。整改情况：${isList(i, shi)}整改结果：${done(i)}。`,
  },
  {
    name: 'positive enumerators with subtitles',
    heading: paren,
    status: 'TRUTH',
    finding: (i, _, n) =>
      `${n}.${i.title}。${i.detail}。\n采取的措施：委党委高度重视，立即整改。${isList(i, (k) => `${shi(k)}强化责任落实。`)}\n整改完成情况：${done(i)}，并长期坚持。`,
  },
];

export function variants(): Variant[] {
  const facts = items();
  return LAYOUTS.map((layout) => ({ name: layout.name, text: printAll(layout, facts), truth: truthOf(layout, facts) }));
}

function printAll(layout: Layout, facts: readonly Item[]): string {
  const lines: string[] = [layout.preamble?.text ?? OPENING];
  if (layout.parts !== false) lines.push(PART_ONE, '二、巡察反馈问题整改落实情况');
  if (layout.before) lines.push(layout.before);
  let category = '';
  let heading = 0;
  let within = 0;
  for (const [i, item] of facts.entries()) {
    if (item.category !== category) {
      category = item.category;
      within = 0;
      if (layout.heading) lines.push(layout.heading(category, (heading += 1)));
    }
    lines.push(layout.finding(item, (within += 1), i + 1));
  }
  if (layout.after) lines.push(layout.after);
  if (layout.parts !== false) lines.push(PART_THREE);
  return lines.join('\n');
}

function truthOf(layout: Layout, facts: readonly Item[]): Truth {
  const findings = facts.map((item): TruthFinding => ({
    ...item.truth,
    category: layout.heading || layout.name === 'table' ? item.category : null,
    title: item.title,
    description: `${item.title}${layout.between ?? '。'}${item.detail}`,
    status: layout.status === 'UNKNOWN' ? 'UNKNOWN' : item.truth.status,
  }));
  return { preamble: layout.preamble?.truth ?? PREAMBLE, findings };
}
