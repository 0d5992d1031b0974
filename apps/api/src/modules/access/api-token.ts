import {
  addMonths,
  DomainError,
  FIELD_CLASSES,
  invalid,
  LIMITS,
  notFound,
  shanghaiDay,
  type FieldClass,
} from '@closeout/domain';
import type { Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { inTransaction } from '../audit/in-transaction.ts';
import { requireText } from '../text.ts';
import { demandEverywhere } from './change-account.ts';
import { hashSecret, newSecret } from './credentials.ts';
import type { CreateApiTokenInput, RevokeApiTokenInput } from './account.inputs.ts';

/** The first letters of every token, so that one that leaked into a text can be found. */
const PREFIX = 'closeout_';

/** A new token: its secret, shown once and stored nowhere, and the row that knows only the SHA-256 of it. */
export function newToken(token: { name: string; bodyId: string; classes: readonly FieldClass[]; expiresAt: Date }): {
  secret: string;
  data: Prisma.ApiTokenUncheckedCreateInput;
} {
  const secret = `${PREFIX}${newSecret()}`;
  const classes = FIELD_CLASSES.filter((one) => token.classes.includes(one));
  return {
    secret,
    data: {
      name: token.name,
      bodyId: token.bodyId,
      classes,
      expiresAt: token.expiresAt,
      tokenHash: new Uint8Array(hashSecret(secret)),
    },
  };
}

/** The end of a day in Shanghai, the last day of a token. */
export const endOfDay = (day: string): Date => new Date(`${day}T23:59:59.999+08:00`);

/** No token lives longer than a year. */
export const yearAfter = (day: string): string => addMonths(day, 12);

/** Makes a token that reads one inspected body within its field classes until a day. */
export async function createApiToken(
  ctx: Context,
  input: CreateApiTokenInput,
): Promise<{ id: string; secret: string }> {
  demandEverywhere(ctx.viewer, 'manageTokens');
  const name = requireText(input.name, 'name', LIMITS.name);
  const bodyId = uuidOf(input.bodyId, 'bdy', 'the body');
  const classes = input.classes ?? ['STATISTICS'];
  if (classes.length === 0) throw invalid('classes', 'access.tokenClasses', 'a token reads at least one field class');
  const today = shanghaiDay(ctx.now());
  if (input.expiresOn < today || input.expiresOn > yearAfter(today))
    throw invalid('expiresOn', 'access.tokenExpiry', `the last day lies between ${today} and ${yearAfter(today)}`, {
      from: today,
      to: yearAfter(today),
    });
  return inTransaction(ctx, async (tx) => {
    const body = await tx.body.findFirst({ where: { id: bodyId, kind: 'INSPECTED', active: true } });
    if (body === null) throw notFound('the inspected body');
    const { secret, data } = newToken({ name, bodyId, classes, expiresAt: endOfDay(input.expiresOn) });
    const { id } = await tx.apiToken.create({
      data: { ...data, createdById: ctx.viewer.accountId, createdAt: ctx.now() },
    });
    return {
      value: { id, secret },
      events: [
        {
          verb: 'createApiToken',
          recordType: 'ApiToken',
          recordId: id,
          bodyId,
          after: { name, classes, expiresOn: input.expiresOn },
        },
      ],
    };
  });
}

/** Ends a token: its next request is answered like a stranger's. */
export async function revokeApiToken(ctx: Context, input: RevokeApiTokenInput): Promise<string> {
  demandEverywhere(ctx.viewer, 'manageTokens');
  const id = uuidOf(input.apiTokenId, 'tok', 'the token');
  return inTransaction(ctx, async (tx) => {
    await tx.$queryRawUnsafe('SELECT 1 FROM api_token WHERE id = $1::uuid FOR UPDATE', id);
    const token = await tx.apiToken.findUnique({ where: { id } });
    if (token === null) throw notFound('the token');
    if (token.revokedAt !== null)
      throw new DomainError({
        code: 'ILLEGAL_TRANSITION',
        rule: 'access.tokenRevoked',
        message: 'this token was revoked already',
      });
    await tx.apiToken.update({ where: { id }, data: { revokedAt: ctx.now() } });
    return {
      value: id,
      events: [
        {
          verb: 'revokeApiToken',
          recordType: 'ApiToken',
          recordId: id,
          bodyId: token.bodyId,
          after: { revoked: true },
        },
      ],
    };
  });
}
