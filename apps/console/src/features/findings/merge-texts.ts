export const TEXTS = ['title', 'description', 'rootCause', 'acceptanceCriterion', 'effect', 'remark'] as const;
export type TextName = (typeof TEXTS)[number];
export type Texts = Record<TextName, string>;

/** The fields that were changed in the form, for the input: an emptied one is cleared, an untouched one is not sent. */
export function changedTexts(base: Texts, mine: Texts): Partial<Texts> {
  return Object.fromEntries(TEXTS.filter((name) => mine[name] !== base[name]).map((name) => [name, mine[name]]));
}

/** The fields that both changed, differently: only these need a decision, everything else merges by itself. */
export function conflictingTexts(base: Texts, mine: Texts, theirs: Texts): TextName[] {
  return TEXTS.filter(
    (name) => mine[name] !== base[name] && theirs[name] !== base[name] && mine[name] !== theirs[name],
  );
}
