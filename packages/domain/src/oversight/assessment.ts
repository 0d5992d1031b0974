import type { Day } from '../deadlines/calendar.ts';
import { invalid } from '../errors.ts';
import { ASSESSMENT_GRADES, type AssessmentGrade } from '../vocabulary.ts';

/** A score as it is written, `92.5`, in hundredths of a point; at most two decimals, no floating point. */
export function hundredthsIn(words: string, field: string): number {
  const match = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(words.trim());
  if (match === null) throw invalid(field, 'assessments.score', 'a score is a number with at most two decimals');
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** `92.5` of 9250: without idle zeros. */
export function scoreText(hundredths: number): string {
  const decimals = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(hundredths / 100)}${decimals === '' ? '' : `.${decimals}`}`;
}

export interface Score {
  score: number | null;
  fullScore: number | null;
}

/** What was reached and what can be reached at most; absent stays absent, and nobody reaches more than there is. */
export function readScore(score: string | null, fullScore: string | null, at = ''): Score {
  const read = {
    score: score === null ? null : hundredthsIn(score, `${at}score`),
    fullScore: fullScore === null ? null : hundredthsIn(fullScore, `${at}fullScore`),
  };
  if (read.score !== null && read.fullScore !== null && read.score > read.fullScore)
    throw invalid(`${at}score`, 'assessments.overFull', 'the score is larger than the full score');
  return read;
}

/** An assessment says something: a grade or a score; and it was made, not planned. */
export function checkAssessment(
  assessed: { grade: AssessmentGrade | null; score: number | null; assessedOn: Day },
  today: Day,
): void {
  if (assessed.grade === null && assessed.score === null)
    throw invalid('grade', 'assessments.empty', 'give a grade or a score');
  if (assessed.assessedOn > today)
    throw invalid('assessedOn', 'assessments.inFuture', 'an assessment is not made on a day to come');
}

/** How many inspections have which grade, every grade printed; null: assessed without a grade, or not assessed yet. */
export const gradeDistribution = (
  grades: readonly (AssessmentGrade | null)[],
): { grade: AssessmentGrade | null; count: number }[] =>
  [...ASSESSMENT_GRADES, null].map((grade) => ({ grade, count: grades.filter((one) => one === grade).length }));
