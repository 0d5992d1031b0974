import {
  DomainError,
  forbidden,
  LIMITS,
  mayActOnToken,
  shanghaiDay,
  stateAllowsAct,
  tokenStateOf,
  type TokenAct,
} from '@closeout/domain';
import type { ApiToken } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { demandVersion } from '../findings/change-finding.ts';
import { optionalText, requireText } from '../text.ts';
import type { DecideApiTokenInput, RevokeApiTokenInput } from './api-token.inputs.ts';
import { demandVisible } from './demand-visible.ts';
import { readTokenFacts, tokenFactsSql } from './token-facts.ts';

/** Locks a token that the viewer may see, and refuses what his roles or its state do not allow. */
async function lockToken(ctx: Context, tx: Transaction, id: string, act: TokenAct): Promise<ApiToken> {
  await demandVisible(ctx, tx, 'ApiToken', id, 'the token');
  await tx.$queryRawUnsafe('SELECT 1 FROM api_token WHERE id = $1::uuid FOR UPDATE', id);
  const today = shanghaiDay(ctx.now());
  const [row] = await tx.$queryRawUnsafe<{ facts: unknown }[]>(
    `SELECT ${tokenFactsSql('t', '$2::text::date')} AS facts FROM api_token t WHERE t.id = $1::uuid`,
    id,
    today,
  );
  const facts = readTokenFacts(row?.facts);
  if (!mayActOnToken(ctx.viewer, act, facts.bodyId))
    throw forbidden(act === 'revoke' ? 'manageTokens' : 'approveTokens');
  const state = tokenStateOf(facts, today);
  if (!stateAllowsAct(facts, act, today))
    throw new DomainError({
      code: 'ILLEGAL_TRANSITION',
      rule: state === 'REVOKED' ? 'access.tokenRevoked' : 'access.tokenState',
      message: `a token that is ${state} cannot be subject to ${act}`,
      params: { state },
    });
  return tx.apiToken.findUniqueOrThrow({ where: { id } });
}

/** Approves everything that a token asks for, refuses it, or takes an approval back: at its next request. The body's secretary. */
export async function decideApiToken(ctx: Context, input: DecideApiTokenInput): Promise<string> {
  const id = uuidOf(input.apiTokenId, 'tok', 'the token');
  const decision = input.approve ? ('APPROVED' as const) : ('REFUSED' as const);
  return inTransaction(ctx, async (tx) => {
    const token = await lockToken(ctx, tx, id, input.approve ? 'approve' : 'refuse');
    const seen = { id, version: token.version, updatedByName: null, updatedAt: token.decidedAt ?? token.createdAt };
    await demandVersion(tx, seen, 'ApiToken', input.version);
    const reason = input.approve
      ? (optionalText(input.reason, 'reason', LIMITS.reason) ?? null)
      : requireText(input.reason, 'reason', LIMITS.reason);
    await tx.apiToken.update({
      where: { id },
      data: {
        decision,
        decidedById: ctx.viewer.accountId,
        decidedAt: ctx.now(),
        decisionReason: reason,
        version: { increment: 1 },
      },
    });
    return {
      value: id,
      events: [
        {
          verb: 'decideApiToken',
          recordType: 'ApiToken',
          recordId: id,
          bodyId: token.bodyId,
          before: { decision: token.decision },
          after: { decision, classes: token.classes, name: token.name },
          reason,
        },
      ],
    };
  });
}

/** Ends a token: its next request is answered like a stranger's. */
export async function revokeApiToken(ctx: Context, input: RevokeApiTokenInput): Promise<string> {
  const id = uuidOf(input.apiTokenId, 'tok', 'the token');
  return inTransaction(ctx, async (tx) => {
    const { bodyId } = await lockToken(ctx, tx, id, 'revoke');
    await tx.apiToken.update({ where: { id }, data: { revokedAt: ctx.now(), version: { increment: 1 } } });
    return {
      value: id,
      events: [{ verb: 'revokeApiToken', recordType: 'ApiToken', recordId: id, bodyId, after: { revoked: true } }],
    };
  });
}
