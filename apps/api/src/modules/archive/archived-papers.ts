import { officialHtml, writeOfficialDocx } from '@closeout/documents';
import type { Context } from '../../graphql/context.ts';
import type { InspectionWithBody } from '../imports/inspection-for.ts';
import { encodeId } from '../../read/ids.ts';
import { ledgerAsWorkbook, reportAsText, reportPaper, type Export } from '../reports/export-files.ts';
import { closeOutList } from '../reports/lists/close-out-forms.ts';
import { meetingList } from '../reports/lists/meeting-list.ts';
import { refundList } from '../reports/lists/refund-list.ts';
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

/** The ledger with the lists made from it, as workbooks. */
function workbooks(ctx: Context, id: string): ArchivedPaper[] {
  const books: Readonly<Record<string, () => Promise<Export>>> = {
    整改台账: () => ledgerAsWorkbook(ctx, id, {}, false),
    对账销号表: () => closeOutList(ctx, id, {}),
    会议清单: () => meetingList(ctx, id),
    清退表: () => refundList(ctx, id),
  };
  return Object.entries(books).map(([name, make]) => ({
    folder: '02-整改台账',
    fileName: `${name}.xlsx`,
    make: async () => (await make()).file.bytes,
  }));
}

/** The papers in their order: report, ledger and lists, plans, the principal's own report. The same as the exports, with who and when. */
export function archivedPapers(ctx: Context, inspection: InspectionWithBody, watermark: string): ArchivedPaper[] {
  const id = encodeId('ins', inspection.id);
  const plans = inspection.plans.flatMap((plan) => {
    const subject = { MAIN: '', PERSONNEL: '选人用人', IDEOLOGY: '意识形态' }[plan];
    return both(ctx, '03-整改方案', `${subject}整改方案`, watermark, () => planPaper(ctx, id, plan));
  });
  return [
    { folder: '01-整改报告', fileName: '整改进展情况.txt', make: async () => (await reportAsText(ctx, id)).file.bytes },
    ...both(ctx, '01-整改报告', '整改进展情况', watermark, () => reportPaper(ctx, id)),
    ...workbooks(ctx, id),
    ...plans,
    ...both(ctx, '04-主要负责人报告', '主要负责人组织落实情况报告', watermark, () => principalPaper(ctx, id)),
  ];
}
