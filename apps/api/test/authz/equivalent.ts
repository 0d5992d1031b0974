import { linesOf } from './tables.ts';
import type { Group } from './probes.ts';

interface Line {
  text: string;
  fits: (mutant: string) => boolean;
}

const lines = (): Line[] =>
  linesOf('equivalent.table.txt').map((text) => {
    const [name = '', why = ''] = text.split('|').map((part) => part.trim());
    if (why === '') throw new Error(`equivalent.table.txt gives no reason: ${text}`);
    const parts = name.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`^${parts.join('.*')}$`);
    return { text, fits: (mutant) => pattern.test(mutant) };
  });

/** The group without the mutants that are equivalent by the table: they are no mutants. */
export function withoutEquivalents(group: Group): Group {
  const table = lines();
  const survivors = group.survivors.filter((mutant) => !table.some((line) => line.fits(mutant)));
  return { ...group, mutants: group.mutants - (group.survivors.length - survivors.length), survivors };
}

/** Lines of the table that no survivor of these groups fits. */
export const stale = (groups: readonly Group[]): string[] =>
  lines().flatMap(({ text, fits }) => (groups.some(({ survivors }) => survivors.some(fits)) ? [] : [text]));
