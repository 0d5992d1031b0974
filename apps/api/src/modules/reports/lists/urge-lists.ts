import type { ListSheet } from '@closeout/documents';
import { forbidden, grantsWith, type MissingItem } from '@closeout/domain';
import type { Context } from '../../../graphql/context.ts';
import { encodeId } from '../../../read/ids.ts';
import { visibleInspection, type InspectionWithBody } from '../../imports/inspection-for.ts';
import { loadSheets } from '../../urging/load-sheets.ts';
import type { Export } from '../export-files.ts';
import { listFile, unitOf } from './list-file.ts';
import { missingWords } from './missing-words.ts';

const COLUMNS = [
  { header: '序号', width: 6 },
  { header: '反馈问题', width: 40, left: true },
  { header: '状态', width: 10 },
  { header: '整改时限', width: 12 },
  { header: '承办人', width: 10 },
  { header: '缺少的事项', width: 44, left: true },
  { header: '拟完成日期', width: 12 },
  { header: '签收', width: 10 },
];

type Sheet = Awaited<ReturnType<typeof loadSheets>>[number];

const STATE_WORDS: Record<string, string> = { UNCLAIMED: '待认领', RECTIFYING: '整改中', IN_REVIEW: '待审核' };
const urgency = (words: string): string => (words === 'OVERDUE' ? '（已逾期）' : '');

function sheetOf(ctx: Context, { body }: InspectionWithBody, { departmentName, lines }: Sheet): ListSheet {
  const to = departmentName ?? '未确定牵头部门';
  const lacking = (missing: readonly MissingItem[]): string =>
    missing.length === 0 ? '待签字' : missing.map(missingWords).join('；');
  return {
    name: to,
    title: `${body.shortName}巡察整改催报单`,
    unit: [`致：${to}`, unitOf(ctx, body.name)[1], ''],
    columns: COLUMNS,
    rows: lines.map((line) => ({
      cells: [line.seq, line.title, `${STATE_WORDS[line.state] ?? line.state}${urgency(line.urgency)}`, line.dueOn === null ? null : { day: line.dueOn }, line.handlerName, lacking(line.missing as MissingItem[]), null, null], // prettier-ignore
    })),
    notes: ['请对照所缺事项抓紧办理，并填写拟完成日期；确需延期的，请按程序申请。'],
    signatures: ['整改办', '部门负责人（签收）', '签收日期'],
  };
}

/** 催报单, one sheet for each department (or for one): what the gate says is missing, of whom, until when. */
export async function urgeLists(ctx: Context, inspectionId: string, departmentId: string): Promise<Export> {
  const inspection = await visibleInspection(ctx, inspectionId);
  if (grantsWith(ctx.viewer, 'readUrges').length === 0) throw forbidden('readUrges');
  const all = await loadSheets(ctx, encodeId('ins', inspection.id));
  const sheets = all.filter((one) => departmentId === '' || one.departmentId === departmentId);
  const empty = { departmentId: null, departmentName: '各部门', lastSentAt: null, maySend: false, lines: [] };
  const printed = (sheets.length === 0 ? [empty] : sheets).map((one) => sheetOf(ctx, inspection, one));
  return listFile(ctx, inspection, '催报单', printed, departmentId === '' ? {} : { departmentId });
}
