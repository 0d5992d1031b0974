import { officialHtml, writeOfficialDocx } from '@closeout/documents';
import type { Context } from '../../graphql/context.ts';
import type { InspectionWithBody } from '../imports/inspection-for.ts';
import { encodeId } from '../../read/ids.ts';
import { ledgerAsWorkbook, reportAsText, reportPaper } from '../reports/export-files.ts';
import type { Paper } from '../reports/paper-file.ts';
import { planPaper } from '../reports/plan-paper.ts';
import { principalPaper } from '../reports/principal-report.ts';
import { printPdf } from '../reports/print-pdf.ts';

/** A paper of an archive, made when its turn comes. */
export interface ArchivedPaper {
  folder: string;
  fileName: string;
  make: () => Promise<Uint8Array>;
}

/** As .docx, and as PDF where the installation has a browser: the same paper is made once. */
function both(ctx: Context, folder: string, name: string, watermark: string, paper: () => Promise<Paper>) {
  let made: Promise<Paper> | undefined;
  const marked = async () => ({ ...(await (made ??= paper())).document, watermark });
  const browser = ctx.settings.chromiumPath;
  const docx = { folder, fileName: `${name}.docx`, make: async () => writeOfficialDocx(await marked()) };
  if (browser === undefined) return [docx];
  const pdf = { folder, fileName: `${name}.pdf`, make: async () => printPdf(officialHtml(await marked()), browser) };
  return [docx, pdf];
}

/** The papers in their order: report, ledger, plans, the principal's own report. The same as the exports, with who and when. */
export function archivedPapers(ctx: Context, inspection: InspectionWithBody, watermark: string): ArchivedPaper[] {
  const id = encodeId('ins', inspection.id);
  const plans = inspection.plans.flatMap((plan) => {
    const subject = { MAIN: '', PERSONNEL: '选人用人', IDEOLOGY: '意识形态' }[plan];
    return both(ctx, '03-整改方案', `${subject}整改方案`, watermark, () => planPaper(ctx, id, plan));
  });
  return [
    { folder: '01-整改报告', fileName: '整改进展情况.txt', make: async () => (await reportAsText(ctx, id)).file.bytes },
    ...both(ctx, '01-整改报告', '整改进展情况', watermark, () => reportPaper(ctx, id)),
    {
      folder: '02-整改台账',
      fileName: '整改台账.xlsx',
      make: async () => (await ledgerAsWorkbook(ctx, id, {}, watermark)).file.bytes,
    },
    ...plans,
    ...both(ctx, '04-主要负责人报告', '主要负责人组织落实情况报告', watermark, () => principalPaper(ctx, id)),
  ];
}
