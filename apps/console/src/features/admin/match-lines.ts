import { PLAN_KINDS, type PlanKind } from '@closeout/domain/vocabulary';
import { parseDate } from '../../ui/parse-date.ts';

export type ListedBody = { id: string; name: string; shortName: string };

/** What a line says of its own body beside its name. */
export type OwnFacts = { feedbackOn?: string; plans?: PlanKind[] };
export type WrongLine = { row: number; words: string; why: 'unknown' | 'twice' | 'day' };
export type Matched = { ids: string[]; own: Record<string, OwnFacts>; wrong: WrongLine[] };

/** Words by which a list names the plans that a visit carries beside the main one. */
const PLAN_WORDS: Record<Exclude<PlanKind, 'MAIN'>, RegExp> = {
  PERSONNEL: /选人用人|personnel/i,
  IDEOLOGY: /意识形态|ideology/i,
};

/** A cell with a year in it and nothing but a day is one; a number of a line, or a name, is none. */
const isDay = (cell: string): boolean => /^\d{4}[-/.、年\d]/.test(cell);

/** Day and plans of one line's cells; null where a day is none. */
function ownFacts(cells: readonly string[], today: string): OwnFacts | null {
  const days = cells.filter(isDay).map((cell) => parseDate(cell, today).date);
  if (days.includes(undefined)) return null;
  const named = PLAN_KINDS.filter((kind) => kind !== 'MAIN' && cells.some((cell) => PLAN_WORDS[kind].test(cell)));
  return {
    ...(days[0] === undefined ? {} : { feedbackOn: days[0] }),
    ...(named.length === 0 ? {} : { plans: ['MAIN', ...named] }),
  };
}

/**
 * The bodies that the lines of a pasted list name, by full or short name, with the feedback day and the plans that a line gives
 * its own; each other line with its number and what is wrong.
 */
export function matchLines(text: string, bodies: readonly ListedBody[], today: string): Matched {
  const found: Matched = { ids: [], own: {}, wrong: [] };
  text.split(/\r?\n/).forEach((line, index) => {
    const cells = line.split(/[\t,，]/).map((cell) => cell.normalize('NFKC').trim());
    const words = cells.filter(Boolean).join(' ');
    if (words === '') return;
    const wrong = (why: WrongLine['why']) => found.wrong.push({ row: index + 1, words, why });
    const body = bodies.find(({ name, shortName }) =>
      cells.some((cell) => cell === name.normalize('NFKC') || cell === shortName.normalize('NFKC')),
    );
    if (body === undefined) return wrong('unknown');
    if (found.ids.includes(body.id)) return wrong('twice');
    const own = ownFacts(cells, today);
    if (own === null) return wrong('day');
    found.ids.push(body.id);
    if (Object.keys(own).length > 0) found.own[body.id] = own;
  });
  return found;
}
