import { FILING_RULES, NOTICE_MOVES, NOTICE_STATES } from '@closeout/domain';
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
