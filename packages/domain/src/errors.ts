/** The closed list of refusals. The console has words for each; integrators switch on them. */
export const ERROR_CODES = [
  'NOT_FOUND',
  'FORBIDDEN',
  'INVALID',
  'ILLEGAL_TRANSITION',
  'MISSING',
  'CONFLICT',
  'DUPLICATE',
  'LIMIT',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One thing that stands between a record and a verb: a code with what the words need to name it. */
export interface MissingItem {
  code: MissingCode;
  /** What is missing it: an action's ordinal, a point's ordinal, a sum's label. */
  subject: string | null;
  count: number | null;
}

export const MISSING_CODES = [
  'LEADER',
  'LEADER_CONFIRMATION',
  'LEAD_DEPARTMENT',
  'ACTIONS',
  'ACTION_NOT_SETTLED',
  'POINT_OUTCOME',
  'EVIDENCE_PRESENT',
  'EVIDENCE_OF_KIND',
  'EVIDENCE_ACCEPTED',
  'DISPOSITION',
  'MONEY_OUTSTANDING',
  'SUM_NOT_ESTABLISHED',
  'CONTINUATION_REASON',
  'CONTINUATION_TARGET',
  'NEXT_REVIEW',
  'STEP_HOLDER',
  'OPENED',
  'SECOND_SIGNER',
  'DUE_DAY',
  'REVIEW',
] as const;
export type MissingCode = (typeof MISSING_CODES)[number];

export interface Refusal {
  code: ErrorCode;
  /** The rule that refused, for example `findings.gate` or `signoff.twoSigners`. */
  rule: string;
  /** English words for logs and integrators; the console uses the codes. */
  message: string;
  field?: string;
  missing?: MissingItem[];
  /** Facts that the words need: who changed what, the limit that was passed. */
  params?: Record<string, string | number>;
}

/** A refusal of the ledger's rules; it becomes a `userError` of the mutation, never a fault. */
export class DomainError extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: Refusal | readonly Refusal[]) {
    const list = Array.isArray(refusals) ? (refusals as readonly Refusal[]) : [refusals as Refusal];
    super(list.map((one) => one.message).join('; '));
    this.name = 'DomainError';
    this.refusals = list;
  }
}

export const notFound = (what: string): DomainError =>
  new DomainError({
    code: 'NOT_FOUND',
    rule: 'access.visible',
    message: `${what} does not exist or is not visible to you`,
  });

export const forbidden = (verb: string): DomainError =>
  new DomainError({ code: 'FORBIDDEN', rule: 'access.matrix', message: `your roles do not allow ${verb} here` });

export const invalid = (
  field: string,
  rule: string,
  message: string,
  params?: Record<string, string | number>,
): DomainError => new DomainError({ code: 'INVALID', rule, message, field, params });
