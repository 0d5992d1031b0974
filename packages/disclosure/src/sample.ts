import type { PublicSnapshot } from '@closeout/domain';

/** A publication of `count` findings with as much text as the longest known reports have for each. */
export function sampleSnapshot(count: number, word = ''): PublicSnapshot {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const items = numbers.map((number) => ({
    number,
    question: `${number}.${word}${'理论学习中心组学习不够深入，联系实际不紧密。'.repeat(3)}`,
    done: `${word}${'召开党组会议专题研究，修订制度并逐项督办落实。'.repeat(12)}\n二是清退违规资金12.5万元。`,
    state: number % 4 === 0 ? '基本完成整改' : '已整改到位',
  }));
  return {
    schema: 1,
    body: `市科协党组${word}`,
    title: `市科协党组关于巡察整改进展情况的通报${word}`,
    kind: '巡察',
    round: `十二届市委第三轮${word}`,
    feedbackOn: '2026-03-18',
    asOf: '2026-11-20',
    passages: [
      { style: 'title', text: `市科协党组关于巡察整改进展情况的通报${word}` },
      { style: 'body', text: `根据市委统一部署${word}，现将整改进展情况予以公布。` },
      { style: 'heading1', text: `一、聚焦党的理论和路线方针政策方面${word}` },
      { style: 'heading2', text: `（一）理论学习方面${word}` },
      ...items.flatMap(({ question, done }) => [
        { style: 'heading3' as const, text: question },
        { style: 'body' as const, text: done },
      ]),
      { style: 'signature', text: `市科协党组${word}` },
      { style: 'date', text: `2026年11月20日${word}` },
    ],
    figures: [
      { code: 'FINDINGS', value: count, name: `反馈问题${word}`, definition: `台账中的问题数。${word}` },
      { code: 'RATE', value: 9871, name: '整改完成率', definition: '计入完成的问题数÷反馈问题数，保留两位小数。' },
      { code: 'NOT_DONE', value: 0, name: '未完成整改', definition: '整改结果为“未完成整改”的问题数。' },
      { code: 'ACTIONS', value: null, name: '整改措施', definition: '台账中未取消的措施数。' },
    ],
    items,
    contact: { phone: `0999-4225555${word}`, address: `解放路1号${word}`, hotline: '12388' },
  };
}
