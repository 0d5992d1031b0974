import type { PartyKind } from '../vocabulary.ts';

/** Shorter names are alike by chance too often. */
const LEAST = 4;

const ENDINGS = /(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司|公司|厂|合作社)$/u;

/** A name as it is compared: half width, without blanks, brackets and the form of the company. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s()（）·・.,，。"'“”‘’《》-]/gu, '')
    .replace(ENDINGS, '')
    .toLowerCase();

/** The fewest characters to add, drop or change that make one name of the other; stops counting above `most`. */
function distance(one: string, other: string, most: number): number {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, left] of a.entries()) {
    const line = [row + 1];
    for (const [column, right] of b.entries())
      line.push(Math.min(line[column]! + 1, before[column + 1]! + 1, before[column]! + (left === right ? 0 : 1)));
    before = line;
  }
  return before[b.length]!;
}

/**
 * Whether two different spellings may name the same company: alike but for blanks, brackets and the company's form, or one
 * character apart (饮片/饮品). Persons are never compared: two short names are alike by chance, and a hint would accuse.
 */
export function mayBeSame(one: string, other: string): boolean {
  if (one === other) return false;
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return true;
  return Math.min([...a].length, [...b].length) >= LEAST && distance(a, b, 1) === 1;
}

/** Pairs of nearly alike names, each once: of the own parties among themselves and with the others. */
export function spellingsOf(
  own: readonly { kind: PartyKind; name: string }[],
  others: readonly { kind: PartyKind; name: string }[],
): [own: string, other: string][] {
  const companies = (parties: typeof own): string[] => [
    ...new Set(parties.filter((one) => one.kind !== 'PERSON').map((one) => one.name)),
  ];
  const mine = companies(own);
  const rest = companies(others).filter((name) => !mine.includes(name));
  return mine.flatMap((name, index) =>
    [...mine.slice(index + 1), ...rest]
      .filter((other) => mayBeSame(name, other))
      .map((other): [string, string] => [name, other]),
  );
}
