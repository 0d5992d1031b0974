import { DomainError } from '@closeout/domain';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { loadStatistics } from './load-statistics.ts';
import { Statistics } from './statistics.type.ts';

/** Counted figures. */
@Resolver()
export class StatisticsResolver {
  @Query(() => Statistics, {
    nullable: true,
    description:
      'Figures of one inspection over the findings the viewer may read, for the office over all of it; null when the inspection is absent.',
  })
  async statistics(
    @Arg('inspectionId', () => ID, { description: 'Global id of the inspection.' }) inspectionId: string,
    @Ctx() ctx: Context,
  ): Promise<Statistics | null> {
    try {
      return await loadStatistics(ctx, inspectionId);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}
