import type { InboxRow_FindingFragment } from '../../gql/graphql.ts';
import { onlyEvidenceToAccept } from '../signoff/SignDialog.tsx';

export type InboxItem = InboxRow_FindingFragment & {
  pendingSubmission: NonNullable<InboxRow_FindingFragment['pendingSubmission']>;
};

/** A row that waits for somebody at all; one that was decided meanwhile has no submission any more. */
export const isWaiting = (row: InboxRow_FindingFragment): row is InboxItem => row.pendingSubmission !== null;

/** One wait: a finding that comes back later, or moves on to another step of the same person, is another one. */
export const waitOf = ({ pendingSubmission: { id, currentStep } }: InboxItem) => `${id} ${currentStep?.id ?? ''}`;

const since = ({ pendingSubmission }: InboxItem) =>
  Date.parse(pendingSubmission.currentStep?.reachedAt ?? pendingSubmission.submittedAt);

/** Longest waiting first; what arrived together stands by number. */
export const oldestFirst = (rows: readonly InboxItem[]): InboxItem[] =>
  [...rows].sort((a, b) => since(a) - since(b) || a.seq - b.seq);

/** The step that only a meeting can sign: the secretary has signed before, or is recused. */
export const needsMeeting = (row: InboxItem): boolean => row.pendingSubmission.currentStep?.kind === 'RESOLUTION';

/** Whether the signature would be taken, evidence accepted along with it where that is all that is missing. */
export const isSignable = ({ transitions }: Pick<InboxItem, 'transitions'>): boolean =>
  transitions.some((each) => each.verb === 'sign' && each.allowed) || onlyEvidenceToAccept(transitions);

/** A batch is signed only after each item was opened; what cannot be signed alone cannot be signed in a batch either. */
export const isBatchable = (row: InboxItem): boolean =>
  row.pendingSubmission.openedByMe && !needsMeeting(row) && isSignable(row);

/** Where to go on after an item is done: the one below it, else the first of what is left. */
export function nextAfter(rows: readonly InboxItem[], doneId: string): string | undefined {
  const place = rows.findIndex((row) => row.id === doneId);
  const left = rows.filter((row) => row.id !== doneId);
  return (rows[place + 1] ?? left[0])?.id;
}
