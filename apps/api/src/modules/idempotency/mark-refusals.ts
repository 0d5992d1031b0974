import type { GraphQLFieldResolver, GraphQLObjectType } from 'graphql';
import type { Context } from '../../graphql/context.ts';

/** A refused mutation tells so to the write it belongs to, whether or not the caller selected `userErrors`. */
export function markRefusals(mutations: GraphQLObjectType | null | undefined): void {
  for (const field of Object.values(mutations?.getFields() ?? {})) {
    const resolve = field.resolve as GraphQLFieldResolver<unknown, Context>;
    field.resolve = (async (source, args, ctx: Context, info) => {
      const answer = (await resolve(source, args, ctx, info)) as { userErrors?: unknown[] } | null;
      if ((answer?.userErrors ?? []).length > 0) ctx.markRefused?.();
      return answer;
    }) as GraphQLFieldResolver<unknown, unknown>;
  }
}
