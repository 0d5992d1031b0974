import { dateOf, at } from './days.ts';
import { days as demoDays } from './content/bodies.ts';
import { findings } from './content/findings.ts';
import type { BodyKey } from './content/types.ts';
import { clerkOf, leaderOf, personOf, type Stage } from './stage.ts';
import type { Rows } from './rows.ts';

const BODY = 'qiaoqing';

/** What the main body keeps of its inspection beside the findings, and what the office assessed at another one. */
export function seedInspectionFacts(stage: Stage): void {
  seedSteps(stage);
  seedRecommendations(stage);
  seedReferrals(stage);
  seedEffects(stage);
  seedAssessment(stage, 'yuanlin');
}

type Step = Omit<Rows['prescribed'][number], 'id' | 'inspectionId' | 'bodyId' | 'updatedByName'>;

/** Four of nine steps are done; the plan was reviewed in time. */
function seedSteps({ rows, id }: Stage): void {
  const steps: Step[] = [
    { code: 'FEEDBACK_MEETING', doneOn: dateOf(demoDays.feedback), proof: '反馈会签到表、会议记录' },
    { code: 'PARTY_GROUP_STUDY', doneOn: dateOf('2026-06-23'), proof: '党组会议纪要〔2026〕11号' },
    { code: 'LEADING_GROUP', dateText: '2026年6月下旬', datePrecision: 'TENDAY', proof: '侨青党发〔2026〕8号' },
    { code: 'PLAN_REVIEW', doneOn: dateOf(demoDays.planAccepted), proof: '市委巡察办审核意见' },
  ];
  for (const step of steps)
    rows.prescribed.push({
      ...step,
      id: id(`step:${BODY}:${step.code}`),
      inspectionId: id(`inspection:${BODY}`),
      bodyId: id(`body:${BODY}`),
      updatedAt: at('2026-07-20', '09:30'),
      updatedByName: clerkOf(BODY).name,
    });
}

function seedRecommendations({ rows, id }: Stage): void {
  const post = (key: string): string => id(`post:${leaderOf(BODY, key).key}`);
  const texts = [
    {
      text: '建立会员联系服务长效机制，每半年走访一次基层组织。',
      postId: post('vice2'),
      state: 'ANSWERED' as const,
      answer: '已印发《基层组织走访办法》，下半年走访全部县区。',
      answeredOn: dateOf('2026-10-12'),
    },
    {
      text: '完善内部审计和财务公开制度。',
      postId: post('vice1'),
      state: 'UNDER_WAY' as const,
      answer: '制度稿正在征求意见。',
    },
    { text: '加强年轻干部培养，改善专职干部年龄结构。', postId: null },
  ];
  for (const [index, one] of texts.entries())
    rows.recommendations.push({
      ...one,
      id: id(`recommendation:${BODY}:${index + 1}`),
      inspectionId: id(`inspection:${BODY}`),
      bodyId: id(`body:${BODY}`),
      number: index + 1,
      createdAt: at('2026-06-24', '10:00'),
      updatedAt: at('2026-10-12', '15:20'),
      updatedByName: clerkOf(BODY).name,
    });
}

function seedReferrals({ rows, id }: Stage): void {
  const counts = [
    { kind: 'LEADS' as const, receiver: 'DISCIPLINE' as const, count: 2 },
    { kind: 'PETITIONS' as const, receiver: 'AUTHORITY' as const, count: 7 },
  ];
  for (const one of counts)
    rows.referrals.push({
      ...one,
      id: id(`referral:${BODY}:${one.kind}`),
      inspectionId: id(`inspection:${BODY}`),
      bodyId: id(`body:${BODY}`),
      updatedAt: at('2026-06-25', '16:00'),
      updatedByName: clerkOf(BODY).name,
    });
}

/** No. 15 says what came of it, twice: the text was corrected, and the first version stays. */
function seedEffects({ rows, id }: Stage): void {
  const finding = findings[BODY].find((one) => one.no === 15)!;
  const findingId = id(`finding:${BODY}:15`);
  const written = [
    { text: '联络站覆盖率提高到97.38%，帮助会员企业取得专利17项。', day: '2026-10-19' },
    { text: '联络站覆盖率提高到97.38%，帮助会员企业取得专利19项，带动效益1.5亿元（企业自报）。', day: '2026-11-06' },
  ];
  for (const [index, { text, day }] of written.entries())
    rows.effects.push({
      id: id(`effect:${BODY}:15:${index + 1}`),
      findingId,
      bodyId: id(`body:${BODY}`),
      number: index + 1,
      text,
      writtenByName: personOf(finding.handler).name,
      writtenAt: at(day, '16:50'),
    });
  rows.findings.find((one) => one.id === findingId)!.effect = written.at(-1)!.text;
}

function seedAssessment({ rows, id }: Stage, body: BodyKey): void {
  const assessmentId = id(`assessment:${body}`);
  rows.assessments.push({
    id: assessmentId,
    inspectionId: id(`inspection:${body}`),
    bodyId: id(`body:${body}`),
    number: 1,
    assessedOn: dateOf('2026-11-12'),
    assessor: '市委巡察办',
    grade: 'FAIRLY_GOOD',
    score: 8750,
    fullScore: 10_000,
    remark: '中期评估，年底复评。',
    enteredByName: '市委巡察办',
    enteredAt: at('2026-11-13', '10:10'),
  });
  const items = [
    ['整改责任落实', 2700, 3000],
    ['问题整改到位', 4200, 5000],
    ['群众满意度', 1850, 2000],
  ] as const;
  for (const [index, [title, score, fullScore]] of items.entries())
    rows.assessmentItems.push({
      id: id(`assessment:${body}:${index + 1}`),
      assessmentId,
      ordinal: index + 1,
      title,
      score,
      fullScore,
    });
}
