/** 公开稿: DRAFT until the clerk proposes it; then secrecy review (保密审查), approval, publication, and taking down. */
export const PUBLICATION_STATES = ['DRAFT', 'PROPOSED', 'REVIEWED', 'APPROVED', 'PUBLISHED', 'TAKEN_DOWN'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** What becomes of a passage in the public text. */
export const PASSAGE_DECISIONS = ['KEEP', 'WITHHOLD', 'REPLACE'] as const;
export type PassageDecision = (typeof PASSAGE_DECISIONS)[number];

/** The five grounds: state secrets · cases under inquiry · likely harmful publicity · likely mass petitions · other major sensitive matters. */
export const WITHHOLDING_GROUNDS = [
  'STATE_SECRET',
  'CASE_UNDER_INQUIRY',
  'HARMFUL_PUBLICITY',
  'MASS_PETITIONS',
  'OTHER_SENSITIVE',
] as const;
export type WithholdingGround = (typeof WITHHOLDING_GROUNDS)[number];

/** What a passage is in the report: by it the public page knows question, answer and result of an item. */
export const PASSAGE_ROLES = ['TITLE', 'TEXT', 'FACT', 'ACTIONS', 'RESULT', 'WHOLE', 'ENDING'] as const;
export type PassageRole = (typeof PASSAGE_ROLES)[number];

/** Personal data that the scanner looks for. */
export const HIT_KINDS = ['ID_NUMBER', 'BANK_CARD', 'PHONE', 'ADDRESS', 'NAME'] as const;
export type HitKind = (typeof HIT_KINDS)[number];

/** MASKED: it is masked in the public text; ASKED: the clerk asks to leave it; LEFT: the approver leaves it as it is. */
export const HIT_DECISIONS = ['MASKED', 'ASKED', 'LEFT'] as const;
export type HitDecision = (typeof HIT_DECISIONS)[number];

/** Who signs for a frozen version, in this order. */
export const SIGNATURE_ROLES = ['PROPOSER', 'REVIEWER', 'APPROVER'] as const;
export type SignatureRole = (typeof SIGNATURE_ROLES)[number];

/** What an approved public text is handed out as: the official document, or the files for the government's site. */
export const PUBLICATION_HANDOUTS = ['CIRCULAR', 'BUNDLE'] as const;
export type PublicationHandout = (typeof PUBLICATION_HANDOUTS)[number];

/** The Party's inspection hotline (12388 网络举报和电话), printed beside a body's own contact. */
export const REPORTING_HOTLINE = '12388';
