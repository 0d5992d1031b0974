/** Codes of the facts beside the actions. */
export const factsVocabulary = {
  readingKind: { BASELINE: 'Baseline', PROGRESS: 'Progress' },
  partyKind: { COMPANY: 'Company', PERSON: 'Person', OTHER: 'Other body' },
  findingHintCode: {
    INDICATOR_DEFINITION: 'the definition of “{{subject}}” differs from the baseline’s',
    INDICATOR_DENOMINATOR: 'the denominator of “{{subject}}” differs from the baseline’s',
    INDICATOR_OVER_WHOLE: 'the numerator of “{{subject}}” is larger than its denominator',
    PARTY_SPELLING: '“{{subject}}” may be two spellings of one company',
  },
};
