import { describe, expect, it } from 'vitest';
import { coversOnce } from './spans.ts';
import { parseReport, renderReport } from './index.ts';

const OPENING =
  '根据市委统一部署,2023年3月6日至5月31日,市委第三巡察组对市局党组开展了巡察。2023年7月25日,反馈了巡察意见。\n';

/** Small texts, one per shape of the genre: body | category | number | title | measures | status. */
const SHAPES: [string, string, string[]][] = [
  [
    'positive topics in three tiers, no finding text',
    '二、整改落实情况\n(一)教育方针方面\n1.坚持办学方向\n(1)落实根本任务。一是强化引领。把关。二是加强建设。\n(2)规范办学。一是检查。二是印发《办法》。\n三、下一步打算\n(一)持续用力。一是学习。二是巩固。',
    [
      '教育方针方面 | (1) | 落实根本任务 | 强化引领。把关/加强建设 | UNKNOWN',
      '教育方针方面 | (2) | 规范办学 | 检查/印发《办法》 | UNKNOWN',
    ],
  ],
  [
    'several findings packed into one paragraph',
    '一、预算方面\n(一)关于管理不严的问题。对4个项目进展缓慢问题,1个已完工。对2个单位资金闲置问题,已收回12.5万元,已整改。\n二、民生方面\n(一)关于发放慢的问题。一是补发。二是公示。',
    [
      '预算方面 | - | 4个项目进展缓慢 | 1个已完工 | UNKNOWN',
      '预算方面 | - | 2个单位资金闲置 | 已收回12.5万元 | COMPLETED',
      '民生方面 | (一) | 发放慢 | 补发/公示 | UNKNOWN',
    ],
  ],
  [
    'several bodies with aspects below',
    '一、张村\n(一)学习方面\n1.甲。\n整改情况:一是乙。\n整改结果:已完成。\n二、李村\n(一)学习方面\n1.丙。\n整改情况:一是丁。\n整改结果:未完成。',
    ['张村 > 学习方面 | 1. | 甲 | 乙 | COMPLETED', '李村 > 学习方面 | 1. | 丙 | 丁 | NOT_DONE'],
  ],
  [
    'numbered labels',
    '(一)学习方面\n1.甲\n(1)存在问题:甲的细节。\n(2)整改措施:一是乙。二是丙。\n(3)整改结果:已完成。\n2.丁\n(1)存在问题:丁的细节。\n(2)整改措施:戊。\n(3)整改结果:持续整改。',
    ['学习方面 | 1. | 甲 | 乙/丙 | COMPLETED', '学习方面 | 2. | 丁 | 戊 | ONGOING'],
  ],
  [
    'the result in front of the measures, behind one label',
    '(一)学习方面\n问题一:甲。\n整改进展情况:已整改完成。一是乙。二是丙。\n问题二:丁。\n整改进展情况:正在整改。一是戊。',
    ['学习方面 | 问题一: | 甲 | 乙/丙 | COMPLETED', '学习方面 | 问题二: | 丁 | 戊 | ONGOING'],
  ],
  [
    'two stages, the first without aspects',
    '一、组织领导\n(一)重视。\n二、立行立改情况\n1.甲。\n整改情况:一是乙。\n整改结果:已整改到位。\n三、集中整改情况\n(一)作风方面\n2.丙。\n整改情况:一是丁。\n整改结果:已整改到位。\n(二)廉政方面\n3.戊。\n整改情况:己方清理。\n整改结果:已整改到位。\n四、下一步\n(一)加强。',
    [
      '立行立改情况 | 1. | 甲 | 乙 | COMPLETED',
      '作风方面 | 2. | 丙 | 丁 | COMPLETED',
      '廉政方面 | 3. | 戊 | 己方清理 | COMPLETED',
    ],
  ],
  [
    'top level findings, the part on next steps is none of them',
    '一、关于“甲”问题的整改情况\n1.乙。\n2.丙。\n目前,该问题已完成整改。\n二、关于“丁”问题的整改情况\n1.戊。\n目前,该问题尚在整改中。\n三、下一步工作安排\n1.加强领导。',
    ['- | 一、 | 甲 | 乙/丙 | COMPLETED', '- | 二、 | 丁 | 戊 | ONGOING'],
  ],
  [
    'no label, no wrapper: the result as the last sentence',
    '一、强化领导\n(一)成立机构。一是成立小组。二是分工。\n二、整改情况\n(一)学习方面\n1.甲。细节。一是乙。二是丙。已整改到位。\n2.丁。一是戊。二是己方。持续整改。',
    ['学习方面 | 1. | 甲 | 乙/丙 | COMPLETED', '学习方面 | 2. | 丁 | 戊/己方 | ONGOING'],
  ],
  [
    'a result label that holds prose, another that holds the result',
    '(一)学习方面\n1.甲。\n整改措施:一是乙;二是丙。\n整改成效:制度更加健全,完成率100%。\n完成情况:已完成\n2.丁。\n整改措施:戊。\n整改成效:效果明显。\n完成情况:基本完成',
    ['学习方面 | 1. | 甲 | 乙/丙 | COMPLETED', '学习方面 | 2. | 丁 | 戊 | BASICALLY'],
  ],
  [
    'markdown',
    '## 二、整改情况\n\n### (一)学习方面\n\n**1.甲。**\n\n- **整改情况:**一是乙。二是丙。\n- **整改结果:**已整改到位。\n\n| 序号 | 说明 |\n|---|---|\n',
    ['学习方面 | 1. | 甲 | 乙/丙 | COMPLETED'],
  ],
  [
    'a table of markdown',
    '| 序号 | 问题 | 整改措施 | 整改结果 |\n|---|---|---|---|\n| 1 | 甲 | 一是乙;二是丙 | 已完成 |\n| 2 | 丁 | 戊 | 持续整改 |',
    ['- | 1 | 甲 | 乙/丙 | COMPLETED', '- | 2 | 丁 | 戊 | ONGOING'],
  ],
  [
    'one sentence for all at the end is the result of none',
    '1.甲。\n整改情况:一是乙。\n2.丙。\n整改情况:一是丁。\n截至目前,已全部完成整改。',
    ['- | 1. | 甲 | 乙 | UNKNOWN', '- | 2. | 丙 | 丁 | UNKNOWN'],
  ],
];

describe.each(SHAPES)('%s', (_, body, wanted) => {
  const text = OPENING + body;
  const parsed = parseReport(text);

  it('gives the findings that a reader sees', () => {
    const seen = parsed.findings.map((f) =>
      [
        [f.body, f.category].filter(Boolean).join(' > ') || '-',
        f.printedNumber ?? '-',
        f.title,
        f.actions.map((a) => a.text).join('/'),
        f.status,
      ].join(' | '),
    );
    expect(seen).toEqual(wanted);
  });

  it('covers the text once, renders it again and knows the dates of the inspection', () => {
    expect(
      coversOnce(text, [
        ...parsed.findings.flatMap((f) => f.spans),
        ...[...parsed.otherSpans, ...parsed.unparsed].map((o) => o.span),
      ]),
    ).toBe(true);
    expect(renderReport(parsed)).toBe(text);
    expect([parsed.preamble.inspectionStart, parsed.preamble.inspectionEnd, parsed.preamble.feedbackDate]).toEqual([
      '2023-03-06',
      '2023-05-31',
      '2023-07-25',
    ]);
  });
});

describe('the opening part', () => {
  const preamble = (text: string): unknown[] => {
    const { preamble: p } = parseReport(`${text}\n一、情况\n1.甲。\n整改情况:一是乙。`);
    return [p.inspectionStart, p.inspectionEnd, p.feedbackDate, p.team];
  };
  it.each([
    [
      '2023年3月17日至3月22日、5月5日至7月12日,市委第一巡察组对市卫健委开展巡察。9月1日,向其反馈了巡察情况。',
      ['2023-03-17', '2023-07-12', '2023-09-01', '市委第一巡察组'],
    ],
    [
      '自2023年3月6日起至5月31日,市委巡察三组对市局开展巡察。2023年7月25日,召开反馈会,通报了情况。',
      ['2023-03-06', '2023-05-31', '2023-07-25', '市委巡察三组'],
    ],
    [
      '2022年11月29日——2023年2月20日,区委第二巡察组对镇党委进行了巡察。3月14日反馈了意见。',
      ['2022-11-29', '2023-02-20', '2023-03-14', '区委第二巡察组'],
    ],
    ['202442日至820日,市委第一巡察组对市局开展了巡察。2024919日,反馈了意见。', [null, null, null, '市委第一巡察组']],
    [
      '2024年9月3日至11月8日,市委第二巡察组对市局开展了巡察,并反馈了意见。',
      ['2024-09-03', '2024-11-08', null, '市委第二巡察组'],
    ],
  ])('%s', (text, wanted) => expect(preamble(text)).toEqual(wanted));
});
