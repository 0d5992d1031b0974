import { DomainError } from '../errors.ts';
import type { Day } from '../deadlines/calendar.ts';
import { hitsOf, isUndecided, publicTextOf, type HitRuling, type JudgedHit, type Passage } from './passages.ts';
import type { ScanSettings } from './scan.ts';
import {
  PUBLIC_SNAPSHOT_SCHEMA,
  type PublicContact,
  type PublicFigure,
  type PublicItem,
  type PublicSnapshot,
  type PublicStyle,
} from './snapshot.ts';

export const VERSION_SCHEMA = 1;

/** A paragraph with how it is set and, of a finding's result, the word of the ledger. */
export interface StyledPassage extends Passage {
  style: PublicStyle;
}

/** A paragraph as it was proposed: both texts and why they differ. */
export interface FrozenPassage extends StyledPassage {
  public: string | null;
}

/** What is told of the inspection around the text. */
export interface PublicationFrame {
  body: string;
  kind: '巡察' | '巡视';
  round: string;
  feedbackOn: Day | null;
  asOf: Day;
  takenAt: string;
  figures: PublicFigure[];
  /** The result of each finding in its word, by its number. */
  results: { number: number; word: string | null }[];
  contact: PublicContact;
}

/** What a proposal freezes: internal and public text, every decision, the figures of that moment. Its JSON text is kept with its SHA-256. */
export interface FrozenPublication extends PublicationFrame {
  schema: number;
  passages: FrozenPassage[];
  rulings: HitRuling[];
}

/** Names the hits that stop a text, as far as one sentence can. */
function undecided(hits: readonly JudgedHit[]): DomainError {
  const named = [...new Set(hits.map(({ text }) => text))];
  return new DomainError({
    code: 'MISSING',
    rule: 'publications.hits',
    message: `decide first about ${named.slice(0, 5).join(', ')}`,
    params: { count: hits.length, hits: named.slice(0, 5).join('、') },
  });
}

/** Freezes the record, or refuses with the hits that nobody has decided. */
export function freezePublication(
  passages: readonly StyledPassage[],
  rulings: readonly HitRuling[],
  settings: ScanSettings,
  frame: PublicationFrame,
): FrozenPublication {
  const judged = passages.map((passage) => ({ passage, hits: hitsOf(passage, rulings, settings) }));
  const open = judged.flatMap(({ hits }) => hits.filter(isUndecided));
  if (open.length > 0) throw undecided(open);
  return {
    schema: VERSION_SCHEMA,
    ...frame,
    passages: judged.map(({ passage, hits }) => ({ ...passage, public: publicTextOf(passage, hits) })),
    rulings: rulings.filter((one) => judged.some(({ hits }) => hits.some(({ ruling }) => ruling === one))),
  };
}

const joined = (passages: readonly FrozenPassage[]): string | null =>
  passages.flatMap(({ public: text }) => (text === null ? [] : [text])).join('\n') || null;

/** A finding is told where its question is; whoever withholds the question withholds the item. */
function itemsOf({ passages, results }: FrozenPublication): PublicItem[] {
  return results.flatMap(({ number, word }): PublicItem[] => {
    const own = passages.filter((one) => one.number === number);
    const of = (...roles: Passage['role'][]): FrozenPassage[] => own.filter(({ role }) => roles.includes(role));
    const question = joined(of('FACT', 'WHOLE'));
    if (question === null || of('FACT', 'WHOLE').some(({ decision }) => decision === 'WITHHOLD')) return [];
    const told = of('RESULT').every(({ decision }) => decision === 'KEEP');
    return [{ number, question, done: joined(of('ACTIONS')), state: told ? word : null }];
  });
}

/** What of a frozen version is public. */
export function publicSnapshotOf(frozen: FrozenPublication): PublicSnapshot {
  const { body, kind, round, feedbackOn, asOf, figures, contact } = frozen;
  const passages = frozen.passages.flatMap(({ style, public: text }) => (text === null ? [] : [{ style, text }]));
  const title = passages
    .filter(({ style }) => style === 'title')
    .map(({ text }) => text)
    .join('');
  return {
    schema: PUBLIC_SNAPSHOT_SCHEMA,
    body,
    title: title === '' ? `${body}关于${kind}整改进展情况的通报` : title,
    kind,
    round,
    feedbackOn,
    asOf,
    passages,
    figures,
    items: itemsOf(frozen),
    contact,
  };
}

/**
 * The hits of a frozen version that nobody has decided by the directory of now: somebody may have been entered since. What was
 * masked or left when it was frozen stays decided.
 */
export const undecidedNow = (frozen: FrozenPublication, settings: ScanSettings): JudgedHit[] =>
  frozen.passages.flatMap((passage) => hitsOf(passage, frozen.rulings, settings)).filter(isUndecided);

/** Refuses to publish what has hits by the directory of now. */
export function demandDecided(frozen: FrozenPublication, settings: ScanSettings): void {
  const open = undecidedNow(frozen, settings);
  if (open.length > 0) throw undecided(open);
}
