import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { readField } from '../../read/reader.ts';
import { AuditEventConnection } from '../audit/audit.type.ts';
import { DepartmentConnection } from '../bodies/body.type.ts';
import { AccountConnection, RoleGrantConnection } from './account.type.ts';
import { ApiTokenConnection } from './api-token.type.ts';
import {
  AccountListArgs,
  ApiTokenListArgs,
  AuditListArgs,
  DepartmentListArgs,
  RoleGrantListArgs,
} from './admin-lists.ts';

/** The reads of administration, answered by the read model; who may not read gets empty connections. */
@Resolver()
export class AdminRecordResolver {
  @Query(() => AccountConnection, { description: 'Accounts. System and security administrators; empty for others.' })
  accounts(
    @Args(() => AccountListArgs) _args: AccountListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => RoleGrantConnection, {
    description: 'Role grants. System and security administrators; empty for others.',
  })
  roleGrants(
    @Args(() => RoleGrantListArgs) _args: RoleGrantListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => ApiTokenConnection, {
    description:
      'Tokens of other systems. Security administrators all, a secretary those of the own body; empty for others.',
  })
  apiTokens(
    @Args(() => ApiTokenListArgs) _args: ApiTokenListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => AuditEventConnection, { description: 'The audit trail. Audit administrators; empty for others.' })
  auditEvents(
    @Args(() => AuditListArgs) _args: AuditListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => DepartmentConnection, {
    description: 'Departments of the bodies within reach, dissolved ones included.',
  })
  departments(
    @Args(() => DepartmentListArgs) _args: DepartmentListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }
}
