import {
  COMMENT_RULES,
  COMMENT_STATES,
  FILING_RULES,
  JOB_RULES,
  JOB_STATES,
  NOTICE_MOVES,
  NOTICE_STATES,
  PUBLICATION_RULES,
  PUBLICATION_STATES,
  TEMPLATE_MOVES,
  TEMPLATE_STATES,
} from '@closeout/domain';
import { exchange, type Mutant } from './mutants.ts';

/** A change of a rule beside the findings, noticed by the mutation of its name. */
export interface RuleMutant extends Mutant {
  verb: string;
}

const NOTICE_RIGHTS = ['issueNotice', 'signForNotice', 'replyToNotice', 'readNotices'] as const;
const FILING_RIGHTS = ['prepareFiling', 'approveFiling', 'decideFiling', 'readFiling'] as const;

/** The right and the state of every step of a notice, and the right of every step of a filing, exchanged. */
export function ruleMutants(): RuleMutant[] {
  const notices = Object.entries(NOTICE_MOVES).flatMap(([verb, move]): RuleMutant[] => [
    ...NOTICE_RIGHTS.filter((to) => to !== move.right).map((to) => ({
      name: `${verb} by ${move.right} → ${to}`,
      verb,
      apply: () => exchange(move, 'right', to),
    })),
    ...NOTICE_STATES.filter((to) => to !== move.from).map((to) => ({
      name: `${verb} in ${move.from} → ${to}`,
      verb,
      apply: () => exchange(move, 'from', to),
    })),
  ]);
  const filings = Object.entries(FILING_RULES).flatMap(([verb, rule]): RuleMutant[] =>
    FILING_RIGHTS.filter((to) => to !== rule.right).map((to) => ({
      name: `${verb} by ${rule.right} → ${to}`,
      verb,
      apply: () => exchange(rule, 'right', to),
    })),
  );
  return [...notices, ...filings];
}

const PUBLICATION_RIGHTS = ['readPublication', 'draftPublication', 'reviewPublication', 'approvePublication'] as const;

/** The list with the one taken out, or put in. */
const toggled = <T>(list: readonly T[], one: T): readonly T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
const said = (list: readonly unknown[], one: unknown): string => (list.includes(one) ? 'not' : 'also');

/** Every right in every state of every verb of a public text, taken away or added; and every verb led elsewhere. */
export function publicationMutants(): RuleMutant[] {
  return Object.entries(PUBLICATION_RULES).flatMap(([verb, rule]): RuleMutant[] => {
    const cells = PUBLICATION_STATES.flatMap((state) => PUBLICATION_RIGHTS.map((right) => ({ state, right })));
    return [
      ...cells.map(({ state, right }) => {
        const rights = rule.from[state] ?? [];
        return {
          name: `${verb} in ${state} ${said(rights, right)} by ${right}`,
          verb,
          apply: () => exchange(rule, 'from', { ...rule.from, [state]: toggled(rights, right) }),
        };
      }),
      ...PUBLICATION_STATES.filter((to) => to !== rule.to).map((to) => ({
        name: `${verb} leads to ${to}`,
        verb,
        apply: () => exchange(rule, 'to', to),
      })),
    ];
  });
}

/** Every right and every state of every verb of a comment, taken away or added; and every verb led elsewhere. */
export function commentMutants(): RuleMutant[] {
  return Object.entries(COMMENT_RULES).flatMap(([verb, rule]): RuleMutant[] => [
    ...(['draftPublication', 'approvePublication'] as const).map((right) => ({
      name: `${verb} ${said(rule.rights, right)} by ${right}`,
      verb,
      apply: () => exchange(rule, 'rights', toggled(rule.rights, right)),
    })),
    ...COMMENT_STATES.map((state) => ({
      name: `${verb} ${said(rule.from, state)} in ${state}`,
      verb,
      apply: () => exchange(rule, 'from', toggled(rule.from, state)),
    })),
    ...COMMENT_STATES.filter((to) => to !== rule.to).map((to) => ({
      name: `${verb} leads to ${to}`,
      verb,
      apply: () => exchange(rule, 'to', to),
    })),
  ]);
}

/** Every state of the verbs of jobs and templates taken away or added, and every verb led elsewhere. */
export function moveMutants(): RuleMutant[] {
  const of = <S extends string>(
    moves: Readonly<Record<string, { from: readonly S[]; to: S }>>,
    states: readonly S[],
  ): RuleMutant[] =>
    Object.entries(moves).flatMap(([verb, move]) =>
      states.flatMap((state): RuleMutant[] => [
        {
          name: `${verb} ${said(move.from, state)} in ${state}`,
          verb,
          apply: () => exchange(move, 'from', toggled(move.from, state)),
        },
        ...(state === move.to
          ? []
          : [{ name: `${verb} leads to ${state}`, verb, apply: () => exchange(move, 'to', state) }]),
      ]),
    );
  return [...of(JOB_RULES, JOB_STATES), ...of(TEMPLATE_MOVES, TEMPLATE_STATES)];
}
