import { demandExportOptions, FORMATS_OF, type ExportFormat, type ExportKind } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { demandThen } from '../history/as-of.ts';
import { visibleInspection } from '../imports/inspection-for.ts';
import { demandBrowser } from '../reports/paper-file.ts';
import type { StartExportInput } from './job.inputs.ts';
import { startJob } from './start-job.ts';

/** Begins an export in the background; what cannot be had is refused now, not when it runs. Answers the job's uuid. */
export async function startExport(ctx: Context, input: StartExportInput): Promise<string> {
  const inspection = await visibleInspection(ctx, input.inspectionId);
  const kind = input.kind as ExportKind;
  const format = (input.format ?? FORMATS_OF[kind][0]) as ExportFormat;
  const { plan, asOf } = input;
  const params = { format, ...(plan ? { plan } : {}), ...(asOf ? { asOf } : {}) };
  return startJob(ctx, { kind: `EXPORT_${kind}`, inspection, params, verb: 'startExport' }, async () => {
    demandExportOptions(kind, { format, plan: Boolean(plan), asOf: Boolean(asOf) });
    if (format === 'PDF') demandBrowser(ctx);
    if (asOf) await demandThen(ctx, { day: asOf });
  });
}
