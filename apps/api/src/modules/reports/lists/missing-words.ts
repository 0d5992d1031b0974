import type { MissingCode, MissingItem } from '@closeout/domain';

/** What the gate misses, as a paper says it; `n` is the action, point or sum, `c` a count. */
const WORDS: Record<MissingCode, (n: string, c: number) => string> = {
  LEADER: () => '责任领导未定',
  LEADER_CONFIRMATION: () => '责任领导待书记确认',
  LEAD_DEPARTMENT: () => '牵头部门未定',
  ACTIONS: () => '没有整改措施',
  ACTION_NOT_SETTLED: (n) => `措施${n}未完成`,
  POINT_OUTCOME: (n) => `具体问题${n}没有结论`,
  EVIDENCE_PRESENT: (n) => `措施${n}缺佐证材料`,
  EVIDENCE_OF_KIND: (n, c) => `措施${n}按类别要求的佐证还差 ${c} 件`,
  EVIDENCE_ACCEPTED: (n) => `措施${n}的佐证材料未认可`,
  DISPOSITION: (n) => `金额“${n}”没有处置意见`,
  MONEY_OUTSTANDING: (n) => `金额“${n}”还没有收齐`,
  SUM_NOT_ESTABLISHED: (n) => `金额“${n}”未认定`,
  CONTINUATION_REASON: () => '持续整改缺理由',
  CONTINUATION_TARGET: () => '持续整改缺目标',
  NEXT_REVIEW: () => '持续整改缺下次检视时间',
  STEP_HOLDER: () => '签字环节无人',
  OPENED: () => '签字人未打开查看',
  SECOND_SIGNER: () => '需另一人签字',
  DUE_DAY: () => '没有整改时限',
  REVIEW: () => '会审意见未齐',
};

export const missingWords = ({ code, subject, count }: MissingItem): string =>
  WORDS[code as MissingCode](subject ?? '', count ?? 0);
