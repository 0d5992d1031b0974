/**
 * Who may do what with a notice in which state, by hand from domain.md sections 3 and 8. A cell lists the verbs:
 *
 *   W withdraw   S sign for   D draft the reply   R send the reply (its draft is there)   A accept   Q ask again
 *   v  it may be seen, nothing more   -  it may not even be seen
 *
 * `other` is another office that has a round over the same body. A hand-over proposal never reaches the body.
 */
export const NOTICE_ACCESS = `
  kind     | state      | secretary | clerk | discipline | office | other | head | leader | handler | sysadmin | secadmin | auditadmin | integrator
  ---------|------------|-----------|-------|------------|--------|-------|------|--------|---------|----------|----------|------------|-----------
  ladder   | SENT       | S         | S     | v          | W      | -     | -    | -      | -       | -        | -        | -          | -
  ladder   | SIGNED_FOR | DR        | D     | v          | v      | -     | -    | -      | -       | -        | -        | -          | -
  ladder   | REPLIED    | v         | v     | v          | AQ     | -     | -    | -      | -       | -        | -        | -          | -
  ladder   | ACCEPTED   | v         | v     | v          | v      | -     | -    | -      | -       | -        | -        | -          | -
  ladder   | WITHDRAWN  | v         | v     | v          | v      | -     | -    | -      | -       | -        | -        | -          | -
  handover | SENT       | -         | -     | -          | W      | -     | -    | -      | -       | -        | -        | -          | -
  handover | WITHDRAWN  | -         | -     | -          | v      | -     | -    | -      | -       | -        | -        | -          | -
`;

/** What the state of the step below says about a step: today is 10 June. `-`: nothing of the step below was sent. */
export const LADDER = `
  below      | replyDueOn | open | reason
  -----------|------------|------|---------------
  -          | -          | no   | LOWER_NOT_SENT
  WITHDRAWN  | 2026-06-01 | no   | LOWER_NOT_SENT
  SENT       | 2026-06-10 | no   | LOWER_RUNNING
  SIGNED_FOR | 2026-06-10 | no   | LOWER_RUNNING
  SENT       | 2026-06-09 | yes  | -
  SIGNED_FOR | 2026-06-09 | yes  | -
  REPLIED    | 2026-06-01 | no   | LOWER_REPLIED
  ACCEPTED   | 2026-06-01 | no   | LOWER_ANSWERED
`;
