import type { Grant } from '../access/viewer.ts';
import { DomainError, invalid } from '../errors.ts';
import { FORMATS_OF, JOB_VERBS, type ExportFormat, type ExportKind, type JobState, type JobVerb } from './codes.ts';

/** What is asked of an export: a format that it has, a plan where it is one, a day where it has a past. */
export function demandExportOptions(
  kind: ExportKind,
  asked: { format: ExportFormat; plan: boolean; asOf: boolean },
): void {
  if (!FORMATS_OF[kind].includes(asked.format))
    throw invalid('format', 'jobs.format', `${kind} goes out as ${FORMATS_OF[kind].join(' or ')}`);
  if (asked.plan && kind !== 'PLAN')
    throw invalid('plan', 'jobs.plan', 'a plan is named for the export of a plan only');
  // Files and the trail have no day of their own, and a public text is what was approved.
  if (asked.asOf && (kind === 'ARCHIVE' || kind === 'PUBLICATION'))
    throw invalid('asOf', 'jobs.archiveDay', 'an archive or a public text is packed as it stands now');
}

/** Nothing is cancelled that has ended; what ended without a result may be tried again. */
export const JOB_RULES: Readonly<Record<JobVerb, { from: readonly JobState[]; to: JobState }>> = {
  cancelJob: { from: ['WAITING', 'RUNNING'], to: 'CANCELLED' },
  retryJob: { from: ['FAILED', 'CANCELLED'], to: 'WAITING' },
};

/** States of a job that somebody still waits for. */
export const OPEN_JOB_STATES = ['WAITING', 'RUNNING'] as const satisfies readonly JobState[];

/** What the owner may do with a job in this state. */
export const jobVerbs = (state: JobState): JobVerb[] =>
  JOB_VERBS.filter((verb) => JOB_RULES[verb].from.includes(state));

/** The state that the verb leads to, or the refusal. */
export function jobAfter(verb: JobVerb, state: JobState): JobState {
  const rule = JOB_RULES[verb];
  if (rule.from.includes(state)) return rule.to;
  throw new DomainError({
    code: 'ILLEGAL_TRANSITION',
    rule: 'jobs.state',
    message: `${verb} is not possible: the job is ${state}`,
    params: { state },
  });
}

const covers = (now: readonly string[], then: readonly string[]): boolean => then.every((one) => now.includes(one));

/** Whether a grant of today reaches everything that the earlier one reached. */
const atLeast = (now: Grant, then: Grant): boolean =>
  now.role === then.role &&
  now.bodyId === then.bodyId &&
  now.departmentId === then.departmentId &&
  now.postId === then.postId &&
  now.deputyFor === then.deputyFor &&
  covers(now.departmentsInCharge, then.departmentsInCharge) &&
  covers(now.reachedBodyIds, then.reachedBodyIds);

/**
 * Whether everything that was held when a file was made is still held: only then may it be fetched, for it holds what those
 * rights showed. What was granted since does no harm.
 */
export const stillHeld = (then: readonly Grant[], now: readonly Grant[]): boolean =>
  then.every((earlier) => now.some((grant) => atLeast(grant, earlier)));
