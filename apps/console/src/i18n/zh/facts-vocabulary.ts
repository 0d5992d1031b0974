/** Codes of the facts beside the actions. */
export const factsVocabulary = {
  planKind: { MAIN: '主方案', PERSONNEL: '选人用人', IDEOLOGY: '意识形态' },
  prescribedStepCode: {
    FEEDBACK_MEETING: '反馈会',
    PARTY_GROUP_STUDY: '党组会研究',
    LEADING_GROUP: '成立领导小组',
    PLAN_REVIEW: '方案报审',
    DEMOCRATIC_LIFE: '专题民主生活会',
    CONCENTRATED: '集中整改',
    FINAL_REPORT: '整改报告',
    PUBLICATION: '整改公开',
    ASSESSMENT: '评估',
  },
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
  inspectionVerb: { keepInspection: '登记巡察事项', assessEffect: '登记成效评估' },
  readingKind: { BASELINE: '基线', PROGRESS: '进展' },
  partyKind: { COMPANY: '企业', PERSON: '个人', OTHER: '其他单位' },
  findingHintCode: {
    INDICATOR_DEFINITION: '指标“{{subject}}”的口径与基线不同',
    INDICATOR_DENOMINATOR: '指标“{{subject}}”的分母与基线不同',
    INDICATOR_OVER_WHOLE: '指标“{{subject}}”的分子大于分母',
    PARTY_SPELLING: '“{{subject}}”是否为同一单位的两种写法',
  },
};
