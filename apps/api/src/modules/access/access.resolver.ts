import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import {
  AccountPayload,
  AccountVerbInput,
  CreateAccountInput,
  GrantRoleInput,
  RevokeRoleInput,
  RoleGrantPayload,
} from './account.inputs.ts';
import { createAccount, disableAccount, enableAccount, resetPassword, type AccountChange } from './change-account.ts';
import { grantRole, revokeRole } from './grant-role.ts';

const accountAnswer = (work: Promise<AccountChange>): Promise<AccountPayload> =>
  answer(async () => {
    const { id, oneTimePassword } = await work;
    return { account: ref('Account', id), oneTimePassword };
  });
const grantAnswer = (work: Promise<string>): Promise<RoleGrantPayload> =>
  answer(async () => ({ roleGrant: ref('RoleGrant', await work) }));

/** Accounts (system administrator) and grants (security administrator). */
@Resolver()
export class AccessResolver {
  @Mutation(() => AccountPayload, {
    description: 'Creates an account for a person, without any role. System administrator.',
  })
  createAccount(
    @Arg('input', () => CreateAccountInput, { description: 'The account.' }) input: CreateAccountInput,
    @Ctx() ctx: Context,
  ): Promise<AccountPayload> {
    return accountAnswer(createAccount(ctx, input));
  }

  @Mutation(() => AccountPayload, {
    description: 'Disables an account; its sessions end at once. System administrator.',
  })
  disableAccount(
    @Arg('input', () => AccountVerbInput, { description: 'Which.' }) input: AccountVerbInput,
    @Ctx() ctx: Context,
  ): Promise<AccountPayload> {
    return accountAnswer(disableAccount(ctx, input));
  }

  @Mutation(() => AccountPayload, { description: 'Enables or unlocks an account. System administrator.' })
  enableAccount(
    @Arg('input', () => AccountVerbInput, { description: 'Which.' }) input: AccountVerbInput,
    @Ctx() ctx: Context,
  ): Promise<AccountPayload> {
    return accountAnswer(enableAccount(ctx, input));
  }

  @Mutation(() => AccountPayload, { description: 'Gives an account a one-time password. System administrator.' })
  resetPassword(
    @Arg('input', () => AccountVerbInput, { description: 'Which.' }) input: AccountVerbInput,
    @Ctx() ctx: Context,
  ): Promise<AccountPayload> {
    return accountAnswer(resetPassword(ctx, input));
  }

  @Mutation(() => RoleGrantPayload, { description: 'Gives an account a role within a scope. Security administrator.' })
  grantRole(
    @Arg('input', () => GrantRoleInput, { description: 'The grant.' }) input: GrantRoleInput,
    @Ctx() ctx: Context,
  ): Promise<RoleGrantPayload> {
    return grantAnswer(grantRole(ctx, input));
  }

  @Mutation(() => RoleGrantPayload, { description: 'Ends a grant at once. Security administrator.' })
  revokeRole(
    @Arg('input', () => RevokeRoleInput, { description: 'Which.' }) input: RevokeRoleInput,
    @Ctx() ctx: Context,
  ): Promise<RoleGrantPayload> {
    return grantAnswer(revokeRole(ctx, input));
  }
}
