import { commentTransitions, type CommentFacts } from '../src/comments/workflow.ts';
import type { CommentState } from '../src/comments/words.ts';
import { JOB_RULES } from '../src/jobs/job.ts';
import { publicationTransitions, type PublicationFacts } from '../src/publications/workflow.ts';
import type { PublicationState } from '../src/publications/words.ts';
import { TEMPLATE_MOVES } from '../src/templates/template.ts';
import { EVERYONE, fullGrant, ROLE_OF, viewerWith, type Who } from './people.ts';
import {
  COMMENT_ACCESS,
  COMMENT_LEADS,
  PUBLICATION_ACCESS,
  PUBLICATION_LEADS,
  SINGLE_MOVES,
} from './publications.table.ts';
import { cell, readTable, words } from './tables.ts';

export const publicationReady = (state: PublicationState): PublicationFacts => ({
  bodyId: 'own-body',
  state,
  proposedById: 'proposer',
  reviewedById: 'reviewer',
  openHits: 0,
  askedHits: 0,
  pendingPassages: 0,
  passages: 3,
  isUp: true,
});
export const commentReady = (state: CommentState): CommentFacts => ({
  bodyId: 'own-body',
  state,
  answered: true,
  released: false,
  isUp: true,
});

export const as = (who: Who) => viewerWith(fullGrant(ROLE_OF[who]));

interface Step {
  verb: string;
  to: string;
  allowed: boolean;
}

/** Cells of a written table of states and people in which the rules answer otherwise; another body's people do nothing anywhere. */
function differences(
  table: string,
  steps: (who: Who, state: string, bodyId: string) => readonly Step[],
  leads: (verb: string, state: string) => string,
): string[] {
  return readTable(table).flatMap((line) => {
    const state = cell(line, 'state');
    return EVERYONE.flatMap((who) => {
      const written = who in line ? words(cell(line, who)) : [];
      const allowed = steps(who, state, 'own-body').filter((one) => one.allowed);
      const told = allowed.map(({ verb }) => verb);
      const same = told.toSorted().join(' ') === written.toSorted().join(' ');
      const astray = allowed.filter(({ verb, to }) => to !== leads(verb, state));
      return [
        ...(same ? [] : [`${state} × ${who}: ${told.join(' ') || '-'}, written is ${written.join(' ') || '-'}`]),
        ...astray.map(({ verb, to }) => `${state} × ${who}: ${verb} leads to ${to}`),
        ...(steps(who, state, 'other-body').length === 0 ? [] : [`${state} × ${who} of another body`]),
      ];
    });
  });
}

/** Every cell in which the running rules of the public text differ from the written table. */
export const publicationDifferences = (): string[] =>
  differences(
    PUBLICATION_ACCESS,
    (who, state, bodyId) => publicationTransitions(as(who), { ...publicationReady(state as PublicationState), bodyId }),
    (verb, state) => (verb === 'takeDown' && state === 'PUBLISHED' ? 'TAKEN_DOWN' : (PUBLICATION_LEADS[verb] ?? state)),
  );

/** Every cell in which the running rules of comments differ from the written table. */
export const commentDifferences = (): string[] =>
  differences(
    COMMENT_ACCESS,
    (who, state, bodyId) => commentTransitions(as(who), { ...commentReady(state as CommentState), bodyId }),
    (verb, state) => COMMENT_LEADS[verb] ?? state,
  );

/** Every cell in which the running moves of jobs and templates differ from the written table. */
export const moveDifferences = (): string[] => {
  const moves: Record<string, { from: readonly string[]; to: string }> = { ...JOB_RULES, ...TEMPLATE_MOVES };
  const lines = new Map(readTable(SINGLE_MOVES).map((line) => [cell(line, 'verb'), line]));
  return Object.entries(moves).flatMap(([verb, { from, to }]) => {
    const line = lines.get(verb);
    if (line === undefined) return [`${verb} is not written`];
    const written = words(cell(line, 'from'));
    return [
      ...(from.toSorted().join(' ') === written.toSorted().join(' ') ? [] : [`${verb} from ${from.join(' ')}`]),
      ...(to === cell(line, 'to') ? [] : [`${verb} leads to ${to}`]),
    ];
  });
};
