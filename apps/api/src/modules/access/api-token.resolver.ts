import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { ApiTokenPayload, CreateApiTokenInput, DecideApiTokenInput, RevokeApiTokenInput } from './api-token.inputs.ts';
import { createApiToken } from './api-token.ts';
import { decideApiToken, revokeApiToken } from './end-api-token.ts';

const tokenAnswer = (work: Promise<string>): Promise<ApiTokenPayload> =>
  answer(async () => ({ apiToken: ref('ApiToken', await work) }));

/** Tokens: made and ended by the security administrator, approved by the secretary of the body whose data they read. */
@Resolver()
export class ApiTokenResolver {
  @Mutation(() => ApiTokenPayload, {
    description:
      'Makes a bearer token; its secret is shown once. It gives statistics from the start, everything else once it is approved. Security administrator.',
  })
  createApiToken(
    @Arg('input', () => CreateApiTokenInput, { description: 'The token.' }) input: CreateApiTokenInput,
    @Ctx() ctx: Context,
  ): Promise<ApiTokenPayload> {
    return answer(async () => {
      const { id, secret } = await createApiToken(ctx, input);
      return { apiToken: ref('ApiToken', id), secret };
    });
  }

  @Mutation(() => ApiTokenPayload, {
    description:
      'Approves what a token asks for beyond statistics, refuses it, or takes an approval back, each with effect at its next request. Secretary of the body.',
  })
  decideApiToken(
    @Arg('input', () => DecideApiTokenInput, { description: 'The decision.' }) input: DecideApiTokenInput,
    @Ctx() ctx: Context,
  ): Promise<ApiTokenPayload> {
    return tokenAnswer(decideApiToken(ctx, input));
  }

  @Mutation(() => ApiTokenPayload, { description: 'Ends a token at once. Security administrator.' })
  revokeApiToken(
    @Arg('input', () => RevokeApiTokenInput, { description: 'Which.' }) input: RevokeApiTokenInput,
    @Ctx() ctx: Context,
  ): Promise<ApiTokenPayload> {
    return tokenAnswer(revokeApiToken(ctx, input));
  }
}
