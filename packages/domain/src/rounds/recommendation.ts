import type { Day } from '../deadlines/calendar.ts';
import { invalid } from '../errors.ts';
import type { RecommendationState } from '../vocabulary.ts';

/** Where the answer to a recommendation (意见建议) stands. */
export interface Answer {
  state: RecommendationState;
  answer: string | null;
  answeredOn: Day | null;
}

/** An answered one has its answer and the day of it, not in the future; one that is not answered has no such day. */
export function checkAnswer({ state, answer, answeredOn }: Answer, today: Day): void {
  if (state !== 'ANSWERED') {
    if (answeredOn !== null)
      throw invalid('answeredOn', 'recommendations.notAnswered', 'the day of the answer is given once it is answered');
    return;
  }
  if (answer === null) throw invalid('answer', 'recommendations.answer', 'say what was answered');
  if (answeredOn === null) throw invalid('answeredOn', 'recommendations.answeredOn', 'say when it was answered');
  if (answeredOn > today)
    throw invalid('answeredOn', 'recommendations.answeredOn', 'an answer is not given on a day to come');
}
