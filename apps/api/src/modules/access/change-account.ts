import { canInBody, demandPassword, DomainError, forbidden, invalid, LIMITS, type Viewer } from '@closeout/domain';
import type { Account, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { before, lockRecord } from '../audit/change-record.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { requireText } from '../text.ts';
import { demandNotLast } from './last-administrator.ts';
import { hashPassword, oneTimePassword } from './password-hash.ts';
import type { AccountVerbInput, CreateAccountInput } from './account.inputs.ts';

/** Asked before any id is looked at: the refusal tells nothing about what exists. */
export function demandEverywhere(viewer: Viewer, verb: 'manageAccounts' | 'manageGrants' | 'manageTokens'): void {
  if (!canInBody(viewer, verb, null)) throw forbidden(verb);
}

/** What is typed to sign in, as it is stored: lower case, no spaces. */
export function loginOf(text: string, field = 'login'): string {
  const login = requireText(text, field, LIMITS.login).normalize('NFKC').toLowerCase();
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(login))
    throw invalid(field, 'access.login', 'an account name has letters, digits, dot, hyphen and underscore only');
  return login;
}

/** The changed account and, where the server made one, its one-time password. */
export interface AccountChange {
  id: string;
  oneTimePassword: string | null;
}

/** Creates an account without any role: what it may do is for the security administrator to say. */
export async function createAccount(ctx: Context, input: CreateAccountInput): Promise<AccountChange> {
  demandEverywhere(ctx.viewer, 'manageAccounts');
  const personId = uuidOf(input.personId, 'psn', 'the person');
  const login = loginOf(input.login);
  const made = input.password ? null : oneTimePassword();
  const password = input.password ?? made ?? '';
  demandPassword(password, login);
  const passwordHash = await hashPassword(password);
  return inTransaction(ctx, async (tx) => {
    const person = await tx.person.findFirst({ where: { id: personId, active: true }, include: { account: true } });
    if (person === null) throw invalid('personId', 'access.person', 'personId names nobody who works here');
    if (person.account !== null)
      throw new DomainError({
        code: 'DUPLICATE',
        rule: 'access.onePerAccount',
        field: 'personId',
        message: `${person.name} has the account ${person.account.login} already`,
      });
    if ((await tx.account.findUnique({ where: { login } })) !== null)
      throw new DomainError({
        code: 'DUPLICATE',
        rule: 'access.loginTaken',
        field: 'login',
        message: `the account name ${login} is taken`,
      });
    const { id } = await tx.account.create({ data: { personId, login, passwordHash, mustChangePassword: true } });
    return {
      value: { id, oneTimePassword: made },
      events: [
        {
          verb: 'createAccount',
          recordType: 'Account',
          recordId: id,
          bodyId: person.bodyId,
          after: { login, personId },
        },
      ],
    };
  });
}

const lockAccount = (tx: Transaction, id: string, version: number): Promise<Account> =>
  lockRecord(tx, { table: 'account', recordType: 'Account', id, what: 'the account', version }, () =>
    tx.account.findUnique({ where: { id } }),
  );

interface AccountVerb {
  verb: 'disableAccount' | 'enableAccount' | 'resetPassword';
  patch: Prisma.AccountUpdateManyMutationInput;
  /** What the audit trail shows; never a hash. */
  after: Record<string, unknown>;
}

/** One verb on one account of somebody else; open sessions end with anything but enabling. */
async function changeAccount(
  ctx: Context,
  input: AccountVerbInput,
  { verb, patch, after }: AccountVerb,
): Promise<string> {
  const id = uuidOf(input.accountId, 'acc', 'the account');
  if (id === ctx.viewer.accountId)
    throw new DomainError({
      code: 'FORBIDDEN',
      rule: 'access.ownAccount',
      message: `${verb} is not for the own account`,
    });
  return inTransaction(ctx, async (tx) => {
    const account = await lockAccount(tx, id, input.version);
    if (verb === 'disableAccount') await demandNotLast(ctx, tx, { accountId: id });
    await tx.account.update({ where: { id }, data: { ...patch, version: { increment: 1 } } });
    if (verb !== 'enableAccount') await tx.session.deleteMany({ where: { accountId: id } });
    const person = await tx.person.findUniqueOrThrow({ where: { id: account.personId } });
    return {
      value: id,
      events: [
        { verb, recordType: 'Account', recordId: id, bodyId: person.bodyId, before: before(account, after), after },
      ],
    };
  });
}

export async function disableAccount(ctx: Context, input: AccountVerbInput): Promise<AccountChange> {
  demandEverywhere(ctx.viewer, 'manageAccounts');
  return {
    id: await changeAccount(ctx, input, { verb: 'disableAccount', patch: { active: false }, after: { active: false } }),
    oneTimePassword: null,
  };
}

/** Enables an account again; also unlocks one that failed attempts have locked. */
export async function enableAccount(ctx: Context, input: AccountVerbInput): Promise<AccountChange> {
  demandEverywhere(ctx.viewer, 'manageAccounts');
  const patch = { active: true, failedCount: 0, lockedUntil: null };
  return { id: await changeAccount(ctx, input, { verb: 'enableAccount', patch, after: patch }), oneTimePassword: null };
}

/** Gives an account a one-time password, shown once; its open sessions end. */
export async function resetPassword(ctx: Context, input: AccountVerbInput): Promise<AccountChange> {
  demandEverywhere(ctx.viewer, 'manageAccounts');
  const made = oneTimePassword();
  const patch = { passwordHash: await hashPassword(made), mustChangePassword: true, failedCount: 0, lockedUntil: null };
  return {
    id: await changeAccount(ctx, input, { verb: 'resetPassword', patch, after: { mustChangePassword: true } }),
    oneTimePassword: made,
  };
}
