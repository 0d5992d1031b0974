import { invalid } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { demandText } from '../text.ts';
import type { Reviewer, ReviewOpinion } from '../vocabulary.ts';

export interface Review {
  reviewer: Reviewer;
  /** The name of a reviewer that the list does not have; null for those it has. */
  name: string | null;
  opinion: ReviewOpinion;
  text: string | null;
}

const trimmed = (words: string | null | undefined): string | null => (words ?? '').trim() || null;

/** An opinion on a plan as it is kept: comments have words, another reviewer has a name. */
export function readReview(given: {
  reviewer: Reviewer;
  name?: string | null;
  opinion: ReviewOpinion;
  text?: string | null;
}): Review {
  const { reviewer, opinion } = given;
  const [name, text] = [reviewer === 'OTHER' ? trimmed(given.name) : null, trimmed(given.text)];
  if (reviewer === 'OTHER' && name === null) throw invalid('name', 'filings.reviewerName', 'say whose opinion it is');
  if (opinion === 'COMMENTS' && text === null) throw invalid('text', 'filings.comments', 'comments have words');
  if (name !== null) demandText(name, 'name', LIMITS.name);
  if (text !== null) demandText(text, 'text', LIMITS.text);
  return { reviewer, name, opinion, text };
}
