import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { progressReport } from './progress-report.ts';
import { ProgressReport } from './report.type.ts';

@Resolver()
export class ReportResolver {
  @Query(() => ProgressReport, {
    nullable: true,
    description:
      'The progress report (整改进展情况) out of the ledger; null when the inspection is absent or invisible. Who may export the whole body’s ledger.',
  })
  progressReport(
    @Arg('inspectionId', () => ID, { description: 'Global id of the inspection.' }) inspectionId: string,
    @Ctx() ctx: Context,
  ): Promise<ProgressReport | null> {
    return progressReport(ctx, inspectionId);
  }
}
