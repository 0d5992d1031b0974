import type { Context } from '../../graphql/context.ts';
import { encodeId } from '../../read/ids.ts';
import { inspectionFor, visibleInspection } from '../imports/inspection-for.ts';
import type { JobOrder, JobWork } from '../jobs/job-work.ts';
import { exportOf, ledgerAsWorkbook, noteExport, reportAsText, reportPaper, type Export } from './export-files.ts';
import { demandExport } from './ledger-rows.ts';
import { paperAsFile, type Paper, type PaperFormat } from './paper-file.ts';
import { planPaper } from './plan-paper.ts';
import { principalPaper } from './principal-report.ts';
import { demandClasses } from './progress-report.ts';

const idOf = ({ inspectionId }: Pick<JobOrder, 'inspectionId'>): string => encodeId('ins', inspectionId);

/** Who may export the ledger of the whole body. */
const wholeBody: JobWork['judge'] = async (ctx, order) => {
  await inspectionFor(ctx, idOf(order), 'exportLedger');
  demandClasses(ctx);
};

/** An export that can be had at once, too: the same file, made in the background. */
export function exportJob<T>(
  judge: JobWork['judge'],
  make: (ctx: Context, order: JobOrder) => Promise<T>,
  fileOf: (ctx: Context, made: T, order: JobOrder) => Promise<Export>,
): JobWork {
  return {
    judge,
    async run(ctx, order, progress) {
      await progress('READING');
      const made = await exportOf(
        ctx,
        order.params.asOf ?? null,
        (at) => make(at, order),
        async (one) => {
          await progress(order.params.format === 'PDF' ? 'PRINTING' : 'WRITING');
          return fileOf(ctx, one, order);
        },
      );
      const { bytes, ...file } = made.file;
      return {
        file: { ...file, content: [bytes] },
        async finish(end) {
          await noteExport(end, made);
          return {};
        },
      };
    },
  };
}

const paperJob = (make: (ctx: Context, order: JobOrder) => Promise<Paper>): JobWork =>
  exportJob(wholeBody, make, (ctx, paper, { params }) => {
    const format = (params.format ?? 'DOCX').toLowerCase() as PaperFormat;
    // An own template makes .docx alone: a job for a PDF asks for the built-in layout, as the console's links do.
    return paperAsFile(ctx, paper, format, format === 'pdf' ? 'builtin' : 'own');
  });

const reportText = exportJob(
  wholeBody,
  (ctx, order) => reportAsText(ctx, idOf(order)),
  (_, made) => Promise.resolve(made),
);
const reportPapers = paperJob((ctx, order) => reportPaper(ctx, idOf(order)));

export const reportJob: JobWork = {
  judge: wholeBody,
  run: (ctx, order, progress) => (order.params.format === 'TXT' ? reportText : reportPapers).run(ctx, order, progress),
};
export const planJob = paperJob((ctx, order) => planPaper(ctx, idOf(order), order.params.plan));
export const principalReportJob = paperJob((ctx, order) => principalPaper(ctx, idOf(order)));
export const ledgerJob = exportJob(
  async (ctx, order) => {
    await visibleInspection(ctx, idOf(order));
    demandExport(ctx);
  },
  (ctx, order) => ledgerAsWorkbook(ctx, idOf(order), {}),
  (_, made) => Promise.resolve(made),
);
