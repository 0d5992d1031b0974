import {
  HIT_DECISIONS,
  HIT_KINDS,
  PASSAGE_DECISIONS,
  PASSAGE_ROLES,
  PUBLICATION_HANDOUTS,
  PUBLICATION_REASONS,
  PUBLICATION_STATES,
  PUBLICATION_VERBS,
  SIGNATURE_ROLES,
  WITHHOLDING_GROUNDS,
} from '@closeout/domain';
import { enumOf } from '../../graphql/enums.ts';

export const PublicationStateEnum = enumOf('PublicationState', 'Where a public text stands.', PUBLICATION_STATES, {
  DRAFT: '起草: with the clerk.',
  PROPOSED: '待保密审查: frozen, waits for the secrecy review.',
  REVIEWED: '待审批: waits for the secretary.',
  APPROVED: '已审批: may be published.',
  PUBLISHED: '已公开',
  TAKEN_DOWN: '已撤下',
});
export const PublicationVerbEnum = enumOf(
  'PublicationVerb',
  'What can be done with a public text.',
  PUBLICATION_VERBS,
  {
    draftPublication: 'Clerk: take the ledger’s words of now, or begin the next version.',
    editPassage: 'Clerk: write a passage of the internal text by hand.',
    decidePassage: 'Clerk: keep, withhold or replace a passage.',
    acceptPassage: 'Clerk: answer a change of the ledger.',
    decideHit: 'Clerk or secretary: mask personal data, or ask to leave it.',
    unmaskHit: 'Secretary: leave personal data as it is.',
    setPublicPage: 'Clerk: settings of the public page.',
    proposePublication: 'Clerk: freeze and propose it.',
    reviewPublication: 'Leader: 保密审查.',
    approvePublication: 'Secretary: approve it.',
    returnPublication: 'Leader or secretary: give it back with a reason.',
    publish: 'Clerk: publish what was approved.',
    takeDown: 'Clerk or secretary: take down what is public.',
    recordPublicationSignature: 'Clerk: record the waiting step as signed on paper.',
  },
);
export const PublicationReasonEnum = enumOf('PublicationReason', 'Why not now.', PUBLICATION_REASONS, {
  FORBIDDEN: 'No role of the viewer has the verb.',
  WRONG_STATE: 'Not in this state.',
  NOTHING_TO_PUBLISH: 'The text has no passage.',
  HITS_UNDECIDED: 'Personal data is not decided yet.',
  CHANGES_PENDING: 'The ledger changed where somebody edited by hand.',
  OWN_PROPOSAL: 'The viewer proposed it himself.',
  OWN_REVIEW: 'The viewer reviewed it himself.',
  NOT_PUBLISHED: 'Nothing is public.',
});
export const PassageDecisionEnum = enumOf(
  'PassageDecision',
  'What becomes of a passage in public.',
  PASSAGE_DECISIONS,
  {
    KEEP: 'It stands there, personal data masked.',
    WITHHOLD: '不公开: nothing of it.',
    REPLACE: '替换: other words stand there.',
  },
);
export const WithholdingGroundEnum = enumOf(
  'WithholdingGround',
  'Why a passage is not published as it is.',
  WITHHOLDING_GROUNDS,
  {
    STATE_SECRET: '涉及国家秘密',
    CASE_UNDER_INQUIRY: '涉及正在查办的案件',
    HARMFUL_PUBLICITY: '可能造成不良影响',
    MASS_PETITIONS: '可能引发群体性事件',
    OTHER_SENSITIVE: '其他重大敏感事项',
  },
);
export const PassageRoleEnum = enumOf('PassageRole', 'What a passage is in the report.', PASSAGE_ROLES, {
  TITLE: 'The title.',
  TEXT: 'Text and headings outside the findings.',
  FACT: 'The facts of a finding.',
  ACTIONS: 'What was done about it.',
  RESULT: 'Its result.',
  WHOLE: 'A whole finding in one paragraph.',
  ENDING: 'Signature and date.',
});
export const HitKindEnum = enumOf('HitKind', 'Kind of personal data.', HIT_KINDS, {
  ID_NUMBER: 'Identity number, by its check digit.',
  BANK_CARD: 'Bank card, by Luhn.',
  PHONE: 'Mobile or landline.',
  ADDRESS: 'Address below the town.',
  NAME: 'A person’s name.',
});
export const HitDecisionEnum = enumOf('HitDecision', 'What was decided about personal data.', HIT_DECISIONS, {
  MASKED: 'It is masked.',
  ASKED: 'The clerk asks to leave it; the secretary has not answered.',
  LEFT: 'The secretary leaves it as it is.',
});
export const SignatureRoleEnum = enumOf('SignatureRole', 'As what somebody signed.', SIGNATURE_ROLES, {
  PROPOSER: '拟稿',
  REVIEWER: '保密审查',
  APPROVER: '审批',
});
export const SignatureMethodEnum = enumOf('SignatureMethod', 'How somebody signed.', ['DIGITAL', 'PAPER'] as const, {
  DIGITAL: 'Here.',
  PAPER: 'On paper; the sheet is scanned in.',
});
export const PublicationHandoutEnum = enumOf(
  'PublicationHandout',
  'What an approved public text is handed out as.',
  PUBLICATION_HANDOUTS,
  {
    CIRCULAR: 'The official document: GET /export/circular.docx.',
    BUNDLE: 'Pages, document, data and sums for the government’s site: GET /export/public-site.zip.',
  },
);
