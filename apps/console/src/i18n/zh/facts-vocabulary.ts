/** Codes of the facts beside the actions. */
export const factsVocabulary = {
  readingKind: { BASELINE: '基线', PROGRESS: '进展' },
  partyKind: { COMPANY: '企业', PERSON: '个人', OTHER: '其他单位' },
  findingHintCode: {
    INDICATOR_DEFINITION: '指标“{{subject}}”的口径与基线不同',
    INDICATOR_DENOMINATOR: '指标“{{subject}}”的分母与基线不同',
    INDICATOR_OVER_WHOLE: '指标“{{subject}}”的分子大于分母',
    PARTY_SPELLING: '“{{subject}}”是否为同一单位的两种写法',
  },
};
