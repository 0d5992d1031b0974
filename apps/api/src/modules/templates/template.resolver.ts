import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { putTemplateInForce, removeTemplate } from './change-template.ts';
import { templateShelves } from './template.shelf.ts';
import { TemplatePayload, TemplateShelf, TemplateVerbInput } from './template.type.ts';

/** 公文模板 */
@Resolver()
export class TemplateResolver {
  @Query(() => [TemplateShelf], {
    description: 'The own templates that the viewer keeps: of the body’s documents its clerk, of notices the office.',
  })
  templateShelves(@Ctx() ctx: Context): Promise<TemplateShelf[]> {
    return templateShelves(ctx);
  }

  @Mutation(() => TemplatePayload, {
    description: 'Lays documents out by this version from now on. Clerk of the body; of notices the office.',
  })
  putTemplateInForce(
    @Arg('input', () => TemplateVerbInput, { description: 'Which.' }) input: TemplateVerbInput,
    @Ctx() ctx: Context,
  ): Promise<TemplatePayload> {
    return answer(async () => ({ shelf: await putTemplateInForce(ctx, input.templateId) }));
  }

  @Mutation(() => TemplatePayload, {
    description: 'Goes back to the built-in layout. Clerk of the body; of notices the office.',
  })
  removeTemplate(
    @Arg('input', () => TemplateVerbInput, { description: 'Which.' }) input: TemplateVerbInput,
    @Ctx() ctx: Context,
  ): Promise<TemplatePayload> {
    return answer(async () => ({ shelf: await removeTemplate(ctx, input.templateId) }));
  }
}
