import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { actionWords } from './action-words.ts';
import { nullWhereAbsent, progressReport } from './progress-report.ts';
import { ProgressReport, ToldStretch } from './report.type.ts';

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

  @Query(() => [ToldStretch], {
    nullable: true,
    description:
      '照此生成整改情况文字: what was done for an action in the words of a report, out of its evidence that stands and is not restricted; empty without evidence, null when the action is absent or invisible.',
  })
  actionWords(
    @Arg('actionId', () => ID, { description: 'Global id of the action.' }) actionId: string,
    @Ctx() ctx: Context,
  ): Promise<ToldStretch[] | null> {
    return nullWhereAbsent(() => actionWords(ctx, actionId));
  }
}
