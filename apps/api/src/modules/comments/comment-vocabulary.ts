import { COMMENT_REASONS, COMMENT_STATES, COMMENT_VERBS } from '@closeout/domain';
import { enumOf } from '../../graphql/enums.ts';

export const CommentStateEnum = enumOf('CommentState', 'Where a comment of the public stands.', COMMENT_STATES, {
  NEW: '待审核: with the clerk.',
  SHOWN: '已展示: on the page, personal data masked.',
  HIDDEN: '不展示',
});
export const CommentVerbEnum = enumOf('CommentVerb', 'What can be done with a comment.', COMMENT_VERBS, {
  showComment: 'Clerk: show it on the page.',
  hideComment: 'Clerk: do not show it.',
  answerComment: 'Clerk: write an answer.',
  releaseAnswer: 'Clerk or secretary: put the answer on the page.',
  handOverClue: 'Clerk or secretary: it may hold a case clue; handed over on paper, it is deleted here, a count stays.',
});
export const CommentReasonEnum = enumOf('CommentReason', 'Why not now.', COMMENT_REASONS, {
  FORBIDDEN: 'No role of the viewer has the verb.',
  WRONG_STATE: 'Not in this state.',
  NO_ANSWER: 'No answer is written yet.',
  RELEASED: 'The answer is public already.',
  NOT_UP: 'The public text is not up.',
});
