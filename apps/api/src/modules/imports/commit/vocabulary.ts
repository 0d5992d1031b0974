import type { MeetingType, Result, TalkType } from '@closeout/domain';
import { resultReader, type ResultWords } from '@closeout/report';

const MEETINGS: readonly [MeetingType, RegExp][] = [
  ['DEMOCRATIC_LIFE', /民主生活会/u],
  ['ORG_LIFE', /组织生活会/u],
  ['STUDY_GROUP', /中心组/u],
  ['LEADING_GROUP', /领导小组/u],
  ['PROGRESS_REVIEW', /推进会|调度会|督办会/u],
  ['SYMPOSIUM', /座谈/u],
  ['BRANCH', /支部|支委|党员大会|党小组/u],
  ['EXECUTIVE', /办公会|局务会|行政会|班子会|局长|主任会|主席会/u],
  ['PARTY_GROUP', /党[组委]/u],
];

const TALKS: readonly [TalkType, RegExp][] = [
  ['ADMONITION', /诫勉/u],
  ['REMINDER', /提醒/u],
  ['CRITICISM', /批评/u],
  ['HEART_TO_HEART', /谈心/u],
  ['SUMMONED', /约谈/u],
];

const RESULTS: readonly [Result, RegExp][] = [
  ['NOT_DONE', /未(?:按期)?(?:完成|整改|办结|销号|启动)|尚未|没有完成/u],
  ['BASICALLY', /基本/u],
  ['PARTIAL', /部分|明显进展/u],
  ['ONGOING', /阶段性|正在|整改中|推进中|有序推进/u],
  ['COMPLETED', /完成|到位|完毕|办结|销号|已整改|已解决|^是$/u],
  ['ONGOING', /持续|长期|常态/u],
];

const first = <T>(rows: readonly [T, RegExp][], words: string, otherwise: T): T =>
  rows.find(([, form]) => form.test(words))?.[0] ?? otherwise;

/** The kind of a printed meeting; its own words are kept beside it. */
export const meetingTypeOf = (words: string): MeetingType => first(MEETINGS, words, 'OTHER');
/** The kind of a printed talk; its own words are kept beside it. */
export const talkTypeOf = (words: string): TalkType => first(TALKS, words, 'OTHER');
/** What the result words of a body's own list claim: in the words of the inspection, or in loose ones; nothing recognised is UNKNOWN. */
export function resultOfWords(words: string | null, own?: ResultWords): Result {
  if (words === null) return 'UNKNOWN';
  const said = own === undefined ? 'UNKNOWN' : resultReader(own).statusOf(words);
  return said === 'UNKNOWN' ? first(RESULTS, words.normalize('NFKC'), 'UNKNOWN') : said;
}
