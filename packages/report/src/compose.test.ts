import { describe, expect, it } from 'vitest';
import { composeReport, parseReport, renderReport } from './index.ts';
import { fixtures } from './testing/fixtures.ts';
import type { ComposeInput } from './index.ts';

const INPUT: ComposeInput = {
  body: '市老年协会党组',
  orderedBy: '市委',
  team: '市委第五巡察组',
  inspectionStart: '2023-08-02',
  inspectionEnd: '2023-09-28',
  feedbackDate: '2023-12-05',
  aspects: [
    {
      title: '学用结合不紧密',
      findings: [
        {
          description: '传达不及时。2次精神超过1个月才传达',
          actions: ['2023年12月28日,召开党组会。', '建立台账;形成清单'],
          status: 'COMPLETED',
        },
        { description: '调研不深入', actions: ['全面清理'], status: 'ONGOING', resultText: '正在整改' },
      ],
    },
    {
      title: null,
      findings: [
        {
          description: '发放补贴8.277万元(人均4356.32元)',
          actions: ['清退82770元', '约谈3人', '修订《办法》'],
          status: 'UNKNOWN',
        },
      ],
    },
    { title: '没有问题的方面', findings: [] },
  ],
  contact: { phone: '0999-4225555', email: 'a.b@example.cn' },
  signature: { body: '中共云浦市老年协会党组', date: '2024-07-01' },
};

describe('composeReport', () => {
  it('prints the layout of the genre, with no fact that was not given', () => {
    expect(composeReport(INPUT)).toBe(
      [
        '根据市委统一部署，2023年8月2日至9月28日，市委第五巡察组对市老年协会党组开展了巡察，2023年12月5日，反馈了巡察意见。按照巡察工作有关要求，现将巡察整改进展情况予以公布。',
        '一、强化主体责任，周密部署整改任务',
        '市老年协会党组围绕1个方面3个问题，落实整改措施6项。',
        '二、突出问题导向，扎实推进整改落实',
        '（一）学用结合不紧密',
        '1.传达不及时。2次精神超过1个月才传达。',
        '整改情况：一是2023年12月28日，召开党组会。二是建立台账；形成清单。',
        '整改结果：已整改到位。',
        '2.调研不深入。',
        '整改情况：全面清理。',
        '整改结果：正在整改。',
        '3.发放补贴8.277万元（人均4356.32元）。',
        '整改情况：一是清退82770元。二是约谈3人。三是修订《办法》。',
        '三、坚持标本兼治，全力巩固整改成果',
        '上述3个问题中，已整改到位1个，持续整改1个，结果待定1个。',
        '欢迎广大干部群众对巡察整改情况进行监督。如有意见建议，请及时向我们反映。',
        '联系方式：电话0999-4225555；',
        '电子邮箱：a.b@example.cn',
        '中共云浦市老年协会党组',
        '2024年7月1日',
        '',
      ].join('\n'),
    );
  });

  it('prints ASCII signs on request and refuses a date that is none', () => {
    expect(composeReport({ ...INPUT, punctuation: 'HALF' })).not.toMatch(/[，：；（）]/u);
    expect(() => composeReport({ ...INPUT, feedbackDate: '2023年底' })).toThrow('2023年底');
  });

  it.each(fixtures().map((f) => [f.name, f.text] as const))(
    'what it prints from %s parses back to the same facts',
    (_, text) => {
      const before = parseReport(text);
      const groups = [...new Set(before.findings.map((f) => f.category))];
      const aspects = groups.map((title) => ({
        title,
        findings: before.findings
          .filter((f) => f.category === title)
          .map((f) => ({
            description: f.description,
            actions: f.actions.map((a) => a.text),
            status: f.status,
            resultText: f.resultText,
          })),
      }));
      const { inspectionStart, inspectionEnd, feedbackDate, team } = before.preamble;
      const composed = composeReport({ body: '市局党组', team, inspectionStart, inspectionEnd, feedbackDate, aspects });
      const after = parseReport(composed);
      expect(renderReport(after)).toBe(composed);
      const facts = (report: typeof before): unknown =>
        report.findings.map((f) => [
          f.category,
          f.description.normalize('NFKC').replace(/[。\s]+$/u, ''),
          f.actions.map((a) => a.text.normalize('NFKC')),
          f.status,
          f.refunds.map((r) => r.fen),
          f.meetings.map((m) => m.date),
        ]);
      const ordered = {
        ...before,
        findings: groups.flatMap((title) => before.findings.filter((f) => f.category === title)),
      };
      expect(facts(after)).toEqual(facts(ordered));
      expect([after.preamble.feedbackDate, after.preamble.inspectionStart]).toEqual([feedbackDate, inspectionStart]);
      expect(after.unparsed).toEqual([]);
    },
  );
});
