import {
  DomainError,
  forbidden,
  judge,
  notFound,
  shanghaiDay,
  type FindingFacts,
  type FindingVerb,
  type Transition,
} from '@closeout/domain';
import type { Finding, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import type { Reading } from '../../read/model.ts';
import { uuidOf } from '../../read/ids.ts';
import { Statement } from '../../read/statement.ts';
import { visibleFinding } from '../access/visibility.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { findingFactsSql, readFacts } from './finding.facts.ts';

/** A finding locked for a change, with the facts its rules ask. */
export interface LockedFinding {
  finding: Finding;
  facts: FindingFacts;
}

export const reading = (ctx: Context): Reading => ({
  statement: new Statement(),
  viewer: ctx.viewer,
  today: shanghaiDay(ctx.now()),
  isPast: ctx.isPast,
});

/** Locks a visible finding and loads its facts; an invisible one answers like an absent one. */
export async function lockFinding(ctx: Context, tx: Transaction, id: string): Promise<LockedFinding> {
  const r = reading(ctx);
  const condition = `f.id = ${r.statement.param(id, 'uuid')} AND (${visibleFinding('f', r)})`;
  const locked = await tx.$queryRawUnsafe<unknown[]>(
    `SELECT 1 FROM finding f WHERE ${condition} FOR UPDATE OF f`,
    ...r.statement.values,
  );
  if (locked.length === 0) throw notFound('the finding');
  const facts = await factsOf(ctx, tx, id);
  return { finding: await tx.finding.findUniqueOrThrow({ where: { id } }), facts };
}

/** The facts of one finding as they stand in this transaction. */
export async function factsOf(ctx: Context, tx: Transaction, id: string): Promise<FindingFacts> {
  const r = reading(ctx);
  const text = `SELECT ${findingFactsSql('f', r)} AS facts FROM finding f WHERE f.id = ${r.statement.param(id, 'uuid')}`;
  const [row] = await tx.$queryRawUnsafe<{ facts: unknown }[]>(text, ...r.statement.values);
  return readFacts(row?.facts);
}

const RULES: Record<NonNullable<Transition['reason']>, string> = {
  FORBIDDEN: 'access.matrix',
  WRONG_STATE: 'findings.workflow',
  MISSING: 'findings.gate',
  NOT_YOUR_STEP: 'signoff.step',
  RECUSED: 'signoff.recusal',
  OWN_SUBMISSION: 'signoff.ownSubmission',
  ALREADY_SIGNED: 'signoff.onlyOnce',
  ALREADY_REVIEWED: 'signoff.withdraw',
  EXTENSION_PENDING: 'findings.extension',
  EXTENSION_CAP: 'findings.extensionCap',
  NOTHING_REQUESTED: 'findings.extension',
  NOT_APPROVER: 'findings.extension',
  ALREADY_CONFIRMED: 'findings.leaderConfirmed',
  SAMPLE_OPEN: 'signoff.sample',
};

/** Refuses in the ledger's terms what the domain does not allow; answers the transition otherwise. */
export function demand(ctx: Context, verb: FindingVerb, facts: FindingFacts): Transition {
  const transition = judge(ctx.viewer, verb, facts);
  if (transition.allowed) return transition;
  if (transition.reason === 'FORBIDDEN' || transition.reason === null) throw forbidden(verb);
  const rule = RULES[transition.reason];
  if (transition.reason === 'MISSING') {
    throw new DomainError({
      code: 'MISSING',
      rule,
      message: `${verb} needs what is missing: ${transition.missing.map((one) => one.code).join(', ')}`,
      missing: transition.missing,
    });
  }
  throw new DomainError({
    code: 'ILLEGAL_TRANSITION',
    rule,
    message: `${verb} is not possible in the state ${facts.state}: ${transition.reason}`,
    params: { state: facts.state, reason: transition.reason },
  });
}

/** Refuses a change that was made on an older version; the answer names who changed what since. */
export async function demandVersion(
  tx: Transaction,
  record: { id: string; version: number; updatedByName: string | null; updatedAt: Date },
  recordType: string,
  version: number | null | undefined,
): Promise<void> {
  if (version === null || version === undefined || version === record.version) return;
  const last = await tx.auditEvent.findFirst({ where: { recordType, recordId: record.id }, orderBy: { id: 'desc' } });
  throw new DomainError({
    code: 'CONFLICT',
    rule: 'ledger.version',
    message: `${last?.actorName ?? record.updatedByName ?? 'somebody'} changed this in the meantime`,
    params: {
      by: last?.actorName ?? record.updatedByName ?? '',
      at: (last?.at ?? record.updatedAt).toISOString(),
      what: Object.keys((last?.after as Record<string, unknown> | null) ?? {}).join(','),
      version: record.version,
    },
  });
}

/** What a finding's change writes: its own columns, and the entries of records changed with it. */
export interface FindingChange {
  patch?: Prisma.FindingUncheckedUpdateManyInput;
  after?: Record<string, unknown>;
  before?: Record<string, unknown>;
  reason?: string | null;
  events?: AuditEntry[];
}

export interface FindingRequest {
  /** Global id. */
  findingId: string;
  /** The version the caller saw; a stale one is refused. */
  version?: number | null;
  verb: FindingVerb;
}

type Work = (locked: LockedFinding & { tx: Transaction; transition: Transition }) => Promise<FindingChange>;

/** Applies one verb inside an open transaction: visible, version, allowed, written, versioned; answers the audit entries. */
export async function applyToFinding(
  ctx: Context,
  tx: Transaction,
  request: FindingRequest,
  work: Work,
): Promise<[AuditEntry, ...AuditEntry[]]> {
  const locked = await lockFinding(ctx, tx, uuidOf(request.findingId, 'fnd', 'the finding'));
  await demandVersion(tx, locked.finding, 'Finding', request.version);
  const transition = demand(ctx, request.verb, locked.facts);
  const change = await work({ ...locked, tx, transition });
  const { finding } = locked;
  const patch = change.patch ?? {};
  await tx.finding.update({
    where: { id: finding.id },
    data: { ...patch, version: { increment: 1 }, updatedByName: ctx.viewer.name, updatedAt: ctx.now() },
    select: { id: true },
  });
  const before = Object.fromEntries(Object.keys(patch).map((key) => [key, finding[key as keyof Finding]]));
  return [
    {
      verb: request.verb,
      recordType: 'Finding',
      recordId: finding.id,
      bodyId: finding.bodyId,
      before: { ...before, ...change.before },
      after: { ...patch, ...change.after },
      reason: change.reason ?? null,
    },
    ...(change.events ?? []),
  ];
}

/** One verb on one finding in its own transaction; answers the finding's uuid. */
export async function changeFinding(ctx: Context, request: FindingRequest, work: Work): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const events = await applyToFinding(ctx, tx, request, work);
    return { value: events[0].recordId as string, events };
  });
}
