import { PRESCRIBED_STEP_WORDS } from '@closeout/domain/evidence/words';

/** Codes of the facts beside the actions. */
export const factsVocabulary = {
  planKind: { MAIN: '主方案', PERSONNEL: '选人用人', IDEOLOGY: '意识形态' },
  prescribedStepCode: PRESCRIBED_STEP_WORDS,
  recommendationState: { OPEN: '未办理', UNDER_WAY: '办理中', ANSWERED: '已答复' },
  referralKind: { LEADS: '问题线索', PETITIONS: '信访件', OTHER: '其他事项' },
  referralReceiver: {
    DISCIPLINE: '纪检监察机关',
    ORGANIZATION: '组织部门',
    POLITICAL_LEGAL: '政法机关',
    AUTHORITY: '主管部门',
    OTHER: '其他单位',
  },
  assessmentGrade: { GOOD: '好', FAIRLY_GOOD: '较好', FAIR: '一般', POOR: '差' },
  inspectionVerb: {
    keepInspection: '登记巡察事项',
    assessEffect: '登记成效评估',
    draftPublication: '起草公开稿',
    exportArchive: '打包归档',
  },
  readingKind: { BASELINE: '基线', PROGRESS: '进展' },
  partyKind: { COMPANY: '企业', PERSON: '个人', OTHER: '其他单位' },
  findingHintCode: {
    BEFORE_ON_SITE: '佐证 {{subject}} 的日期早于巡察进驻',
    IN_FUTURE: '佐证 {{subject}} 的日期在今天之后',
    SAME_FILE: '佐证 {{subject}} 的文件也用在别的佐证上',
    SAME_TEXT: '佐证 {{subject}} 与另一件佐证内容相同',
    NOT_ISSUED: '佐证 {{subject}} 的文件还没有印发',
    COUNTS_DIFFER: '佐证 {{subject}} 的数目前后不一致',
    RECOVERED_DIFFERS: '佐证 {{subject}} 标题里的金额与登记的清退不一致',
    CLOSED_WITHOUT_EVIDENCE: '已销号,但措施 {{subject}} 没有佐证',
    NO_DISPOSITION: '“{{subject}}”还没有处置结论',
    VOUCHER_DIFFERS: '凭证 {{subject}} 的金额与登记的收款不一致',
    NO_VOUCHER: '“{{subject}}”有收款没有凭证',
    COMPONENTS_DIFFER: '“{{subject}}”的收款构成加起来与收款不一致',
    ORAL_CONSENT: '“{{subject}}”的口头同意没有书面记录的扫描件',
    INDICATOR_DEFINITION: '指标“{{subject}}”的口径与基线不同',
    INDICATOR_DENOMINATOR: '指标“{{subject}}”的分母与基线不同',
    INDICATOR_OVER_WHOLE: '指标“{{subject}}”的分子大于分母',
    PARTY_SPELLING: '“{{subject}}”是否为同一单位的两种写法',
  },
};
