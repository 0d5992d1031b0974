import { writeListWorkbook, type ListSheet } from '@closeout/documents';
import { forbidden, grantsWith, shanghaiDay, type BodyVerb } from '@closeout/domain';
import type { Context } from '../../../graphql/context.ts';
import type { InspectionWithBody } from '../../imports/inspection-for.ts';
import { named, traceOf, watermarkOf, XLSX, type Export } from '../export-files.ts';
import { demandClasses } from '../progress-report.ts';

/** 2024年6月18日 */
export const proseDay = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** Lists of a whole ledger are for who may export it, with every class of fields. */
export function demandList(ctx: Context, verb: BodyVerb = 'exportLedger'): void {
  if (grantsWith(ctx.viewer, verb).length === 0) throw forbidden(verb);
  demandClasses(ctx);
}

/** 填报单位 · 填报时间 · 单位 */
export const unitOf = (ctx: Context, bodyName: string, unit = ''): ListSheet['unit'] => [
  `填报单位：${bodyName}`,
  `填报时间：${proseDay(shanghaiDay(ctx.now()))}`,
  unit === '' ? '' : `单位：${unit}`,
];

/** A list of one inspection as a workbook, with its trace. */
export async function listFile(
  ctx: Context,
  inspection: InspectionWithBody,
  what: string,
  sheets: readonly ListSheet[],
  more: Record<string, unknown> = {},
): Promise<Export> {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  return {
    file: {
      fileName: `${named(ctx, what, inspection)}.xlsx`,
      mediaType: XLSX,
      bytes: await writeListWorkbook(sheets, watermarkOf(ctx)),
    },
    trace: traceOf(inspection, 'exportList', { format: 'xlsx', list: what, rows, ...more }),
  };
}
