import type { FrozenPublication } from './version.ts';
import type { PassageDecision, WithholdingGround } from './words.ts';

/** A stretch of two texts laid over each other. */
export interface Stretch {
  kind: 'SAME' | 'ADDED' | 'REMOVED';
  text: string;
}

/** One side of a passage that differs. */
export interface PassageSide {
  internal: string;
  public: string | null;
  decision: PassageDecision;
  ground: WithholdingGround | null;
}

export interface PassageChange {
  key: string;
  number: number | null;
  kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  before: PassageSide | null;
  after: PassageSide | null;
}

export interface PublicationComparison {
  passages: PassageChange[];
  /** Figures that differ, by their name. */
  figures: { name: string; before: number | null; after: number | null }[];
}

/** What changed from one frozen version to another, passage by passage in the order of the later one. */
export function comparePublications(before: FrozenPublication, after: FrozenPublication): PublicationComparison {
  const [was, is] = [before, after].map(({ passages }) => new Map(passages.map((one) => [one.key, one])));
  const keys = [...new Set([...is!.keys(), ...was!.keys()])];
  const passages = keys.flatMap((key): PassageChange[] => {
    const [old, now] = [was!.get(key), is!.get(key)].map((one): PassageSide | null =>
      one === undefined
        ? null
        : { internal: one.internal, public: one.public, decision: one.decision, ground: one.ground },
    ) as [PassageSide | null, PassageSide | null];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    const number = (is!.get(key) ?? was!.get(key))!.number;
    return [
      { key, number, kind: old === null ? 'ADDED' : now === null ? 'REMOVED' : 'CHANGED', before: old, after: now },
    ];
  });
  const figures = after.figures.flatMap(({ code, name, value }) => {
    const old = before.figures.find((one) => one.code === code)?.value ?? null;
    return old === value ? [] : [{ name, before: old, after: value }];
  });
  return { passages, figures };
}
