import {
  demandToken,
  FIELD_CLASSES,
  invalid,
  LIMITS,
  notFound,
  shanghaiDay,
  TOKEN_VERBS,
  type FieldClass,
  type TokenVerb,
} from '@closeout/domain';
import type { Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { optionalText, requireText } from '../text.ts';
import { demandEverywhere } from './change-account.ts';
import { hashSecret, newSecret } from './credentials.ts';
import type { CreateApiTokenInput } from './api-token.inputs.ts';
import { standsAsApprover } from './token-facts.ts';

/** The first letters of every token, so that one that leaked into a text can be found. */
const PREFIX = 'closeout_';

export const DEFAULT_VERBS: readonly TokenVerb[] = ['readOutline', 'readFinding'];

/** What a token is made of, before it has a secret. */
export interface NewToken {
  name: string;
  purpose: string;
  bodyId: string;
  classes: readonly FieldClass[];
  verbs: readonly TokenVerb[];
  approverId: string | null;
  expiresOn: string;
}

/** A new token: its secret, shown once and stored nowhere, and the row that knows only the SHA-256 of it. */
export function newToken(token: NewToken): { secret: string; data: Prisma.ApiTokenUncheckedCreateInput } {
  const secret = `${PREFIX}${newSecret()}`;
  const { expiresOn, ...rest } = token;
  return {
    secret,
    data: {
      ...rest,
      classes: FIELD_CLASSES.filter((one) => token.classes.includes(one)),
      verbs: TOKEN_VERBS.filter((one) => token.verbs.includes(one)),
      expiresAt: new Date(`${expiresOn}T23:59:59.999+08:00`),
      tokenHash: new Uint8Array(hashSecret(secret)),
    },
  };
}

/** What the trail says of a new token. */
export const tokenTrail = ({ name, purpose, classes, verbs, expiresOn }: NewToken, approver: string | null) => ({
  name,
  purpose,
  classes,
  verbs,
  expiresOn,
  approver,
});

/** The login of an account that may approve for the body; any other answers like one that does not exist. */
export async function demandApprover(
  tx: Transaction,
  accountId: string,
  bodyId: string,
  today: string,
): Promise<string> {
  const [found] = await tx.$queryRawUnsafe<{ login: string }[]>(
    `SELECT a.login FROM account a WHERE a.id = $1::uuid AND ${standsAsApprover('a.id', '$2::uuid', '$3::text::date')}`,
    accountId,
    bodyId,
    today,
  );
  if (found === undefined)
    throw invalid('approverId', 'access.tokenApprover', 'the approver is no secretary of this body');
  return found.login;
}

/** Makes a token that reads one inspected body until a day; what it asks for beyond statistics waits for the named approver. */
export async function createApiToken(
  ctx: Context,
  input: CreateApiTokenInput,
): Promise<{ id: string; secret: string }> {
  demandEverywhere(ctx.viewer, 'manageTokens');
  const today = shanghaiDay(ctx.now());
  const classes = input.classes ?? ['STATISTICS'];
  const token: NewToken = {
    name: requireText(input.name, 'name', LIMITS.name),
    purpose: optionalText(input.purpose, 'purpose', LIMITS.reason) ?? '',
    bodyId: uuidOf(input.bodyId, 'bdy', 'the body'),
    classes,
    verbs: input.verbs ?? DEFAULT_VERBS,
    approverId: input.approverId ? uuidOf(input.approverId, 'acc', 'the approver') : null,
    expiresOn: input.expiresOn,
  };
  demandToken({ ...token, approverNamed: token.approverId !== null }, today);
  return inTransaction(ctx, async (tx) => {
    const { bodyId, approverId } = token;
    const body = await tx.body.findFirst({ where: { id: bodyId, kind: 'INSPECTED', active: true } });
    if (body === null) throw notFound('the inspected body');
    const approver = approverId === null ? null : await demandApprover(tx, approverId, bodyId, today);
    const { secret, data } = newToken(token);
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
          after: tokenTrail(token, approver),
        },
      ],
    };
  });
}
