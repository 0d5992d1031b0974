import type { GraphQLFieldResolver, GraphQLObjectType } from 'graphql';
import type { Context } from '../../graphql/context.ts';
import { decodeId } from '../../read/ids.ts';
import { readTypes } from '../../read/model.ts';
import { plain } from './in-transaction.ts';

const DENIED = ['FORBIDDEN', 'NOT_FOUND'];
/** Denials written per account and minute; what a loop sends beyond is refused all the same, but does not fill the disk. */
const PER_MINUTE = 20;
const MINUTE = 60_000;

const written = new Map<string, { minute: number; count: number }>();

function mayWrite(account: string, now: Date): boolean {
  const minute = Math.floor(now.getTime() / MINUTE);
  const seen = written.get(account);
  if (seen?.minute !== minute) {
    if (written.size > 10_000) written.clear();
    written.set(account, { minute, count: 1 });
    return true;
  }
  seen.count += 1;
  return seen.count <= PER_MINUTE;
}

/** The first global id of an input: what the attempt was about. */
function subjectOf(input: unknown): { recordType: string; recordId: string | null } {
  for (const value of Object.values((input ?? {}) as Record<string, unknown>)) {
    const id = typeof value === 'string' ? decodeId(value) : null;
    const type = readTypes().find((one) => one.prefix === id?.prefix);
    if (id !== null && type !== undefined) return { recordType: type.name, recordId: id.uuid };
  }
  return { recordType: 'Request', recordId: null };
}

interface Refused {
  userErrors?: { code: string; rule: string }[];
}

async function record(
  ctx: Context,
  verb: string,
  input: unknown,
  refusal: { code: string; rule: string },
): Promise<void> {
  const account = ctx.viewer.accountId;
  if (account === null || !mayWrite(account, ctx.now())) return;
  await ctx.db.auditEvent.create({
    data: {
      ...subjectOf(input),
      bodyId: ctx.viewer.grants.find((grant) => grant.bodyId !== null)?.bodyId ?? null,
      accountId: account,
      actorName: ctx.viewer.name,
      verb,
      after: plain({ refused: refusal.code, rule: refusal.rule }),
      origin: ctx.origin,
      at: ctx.now(),
      success: false,
    },
  });
}

/** Who tried what was not his: every mutation of the schema writes it, beside the refused transaction, in the chain of his own body. */
export function recordDenials(mutations: GraphQLObjectType | null | undefined): void {
  for (const field of Object.values(mutations?.getFields() ?? {})) {
    const resolve = field.resolve as GraphQLFieldResolver<unknown, Context>;
    field.resolve = (async (source, args: { input?: unknown }, ctx: Context, info) => {
      const answer = (await resolve(source, args, ctx, info)) as Refused | null;
      const refusal = answer?.userErrors?.find((one) => DENIED.includes(one.code));
      if (refusal !== undefined) await record(ctx, field.name, args.input, refusal);
      return answer;
    }) as GraphQLFieldResolver<unknown, unknown>;
  }
}
