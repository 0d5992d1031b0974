/** 留言: what the public left on an item. NEW waits for the clerk; SHOWN stands on the page, masked; HIDDEN does not. */
export const COMMENT_STATES = ['NEW', 'SHOWN', 'HIDDEN'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** What happens to a comment: GraphQL mutation = operation = entry of the trail. */
export const COMMENT_VERBS = ['showComment', 'hideComment', 'answerComment', 'releaseAnswer', 'handOverClue'] as const;
export type CommentVerb = (typeof COMMENT_VERBS)[number];

export const COMMENT_REASONS = ['FORBIDDEN', 'WRONG_STATE', 'NO_ANSWER', 'RELEASED', 'NOT_UP'] as const;
export type CommentReason = (typeof COMMENT_REASONS)[number];
