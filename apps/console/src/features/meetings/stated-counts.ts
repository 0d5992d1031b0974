import type { MeetingType } from '../../gql/graphql.ts';

/** The words under which texts count their meetings, in the order in which they are tried: 民主生活会 is no 党组会. */
const WORDS: readonly [RegExp, MeetingType][] = [
  [/民主生活会/u, 'DEMOCRATIC_LIFE'],
  [/组织生活会/u, 'ORG_LIFE'],
  [/领导小组/u, 'LEADING_GROUP'],
  [/中心组/u, 'STUDY_GROUP'],
  [/调度会|推进会/u, 'PROGRESS_REVIEW'],
  [/座谈会/u, 'SYMPOSIUM'],
  [/党组会|党委会|党组\(党委\)会/u, 'PARTY_GROUP'],
  [/办公会/u, 'EXECUTIVE'],
];

export type CountRow = {
  type: MeetingType;
  counted: number;
  /** What the text says, under its own word; null where it says nothing about this type. */
  stated: { word: string; count: number } | null;
};

const statedOf = (statedCounts: unknown): { type: MeetingType; word: string; count: number }[] =>
  Object.entries((statedCounts ?? {}) as Record<string, unknown>).flatMap(([word, count]) => {
    const type = WORDS.find(([pattern]) => pattern.test(word))?.[1];
    return type && typeof count === 'number' ? [{ type, word, count }] : [];
  });

/**
 * Meetings counted by type beside what the texts state of that type. Nothing is repaired and nobody is blamed: the texts
 * count over years and appendices, so a difference is only something to look at. Of two words for one type the larger
 * number stands, because one is usually part of the other.
 */
export function countRows(types: readonly MeetingType[], statedCounts: unknown): CountRow[] {
  const stated = statedOf(statedCounts).sort((a, b) => b.count - a.count);
  const all = [...new Set([...types, ...stated.map((each) => each.type)])];
  return all
    .map((type) => {
      const found = stated.find((each) => each.type === type);
      const counted = types.filter((each) => each === type).length;
      return { type, counted, stated: found ? { word: found.word, count: found.count } : null };
    })
    .sort((a, b) => Number(b.stated !== null) - Number(a.stated !== null) || b.counted - a.counted);
}
