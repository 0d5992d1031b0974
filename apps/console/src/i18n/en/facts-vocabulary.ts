/** Codes of the facts beside the actions. */
export const factsVocabulary = {
  planKind: { MAIN: 'Main plan', PERSONNEL: 'Personnel', IDEOLOGY: 'Ideology' },
  prescribedStepCode: {
    FEEDBACK_MEETING: 'Feedback meeting',
    PARTY_GROUP_STUDY: 'Party group deliberates',
    LEADING_GROUP: 'Leading group founded',
    PLAN_REVIEW: 'Plan submitted for review',
    DEMOCRATIC_LIFE: 'Democratic-life meeting',
    CONCENTRATED: 'Concentrated rectification',
    FINAL_REPORT: 'Rectification report',
    PUBLICATION: 'Publication',
    ASSESSMENT: 'Assessment',
  },
  recommendationState: { OPEN: 'Open', UNDER_WAY: 'Under way', ANSWERED: 'Answered' },
  referralKind: { LEADS: 'Leads', PETITIONS: 'Petitions', OTHER: 'Other matters' },
  referralReceiver: {
    DISCIPLINE: 'Discipline and supervision',
    ORGANIZATION: 'Organization department',
    POLITICAL_LEGAL: 'Political and legal organs',
    AUTHORITY: 'Competent authority',
    OTHER: 'Other bodies',
  },
  assessmentGrade: { GOOD: 'Good', FAIRLY_GOOD: 'Fairly good', FAIR: 'Fair', POOR: 'Poor' },
  inspectionVerb: { keepInspection: 'Keep facts of the inspection', assessEffect: 'Enter an assessment' },
  readingKind: { BASELINE: 'Baseline', PROGRESS: 'Progress' },
  partyKind: { COMPANY: 'Company', PERSON: 'Person', OTHER: 'Other body' },
  findingHintCode: {
    INDICATOR_DEFINITION: 'the definition of “{{subject}}” differs from the baseline’s',
    INDICATOR_DENOMINATOR: 'the denominator of “{{subject}}” differs from the baseline’s',
    INDICATOR_OVER_WHOLE: 'the numerator of “{{subject}}” is larger than its denominator',
    PARTY_SPELLING: '“{{subject}}” may be two spellings of one company',
  },
};
