import { MEETING_TYPE_WORDS } from '@closeout/domain';
import type { Context } from '../../../graphql/context.ts';
import { visibleEvidence } from '../../access/visibility.ts';
import { fromDate } from '../../day.ts';
import { reading } from '../../findings/change-finding.ts';
import { visibleInspection } from '../../imports/inspection-for.ts';
import type { Export } from '../export-files.ts';
import { demandList, listFile, unitOf } from './list-file.ts';

const COLUMNS = [
  { header: '序号', width: 5 },
  { header: '日期', width: 11 },
  { header: '会议类型', width: 12 },
  { header: '会议名称', width: 30, left: true },
  { header: '主持人', width: 9 },
  { header: '参加人员', width: 20, left: true },
  { header: '缺席及原因', width: 14, left: true },
  { header: '议定事项', width: 34, left: true },
  { header: '纪要文号', width: 14 },
  { header: '对应问题', width: 10 },
];

/** 会议清单: the meetings that the viewer may read and nobody has rejected, by day, with the findings they are about. */
export async function meetingList(ctx: Context, inspectionId: string): Promise<Export> {
  const inspection = await visibleInspection(ctx, inspectionId);
  demandList(ctx);
  const r = reading(ctx);
  const text = `SELECT e.id FROM evidence e WHERE e.inspection_id = ${r.statement.param(inspection.id, 'text::uuid')} AND e.kind = 'MEETING' AND e.acceptance <> 'REJECTED' AND (${visibleEvidence('e', r)})`;
  const ids = await ctx.db.$queryRawUnsafe<{ id: string }[]>(text, ...r.statement.values);
  const meetings = await ctx.db.evidence.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    include: { meeting: true, actions: { select: { action: { select: { finding: { select: { seq: true } } } } } } },
    orderBy: [{ occurredOn: { sort: 'asc', nulls: 'last' } }, { pieceNumber: 'asc' }],
  });
  const rows = meetings.map(({ meeting, ...piece }, index) => {
    const day = fromDate(piece.occurredOn);
    const seqs = [...new Set(piece.actions.map(({ action }) => action.finding.seq))].toSorted((a, b) => a - b);
    const type = meeting?.typeText ?? MEETING_TYPE_WORDS[meeting?.type ?? 'OTHER'];
    const on = day === null || piece.datePrecision !== 'DAY' ? (piece.dateText ?? day) : { day };
    return {
      cells: [index + 1, on, type, piece.title, meeting?.chair ?? null, meeting?.attendees ?? null, meeting?.absent ?? null, meeting?.resolution ?? null, meeting?.minutesNumber ?? null, seqs.join('、')], // prettier-ignore
    };
  });
  const { name, shortName } = inspection.body;
  const sheet = {
    name: '会议清单',
    title: `${shortName}巡察整改会议清单`,
    unit: unitOf(ctx, name),
    columns: COLUMNS,
    rows,
    signatures: ['填表人', '审核人'],
  };
  return listFile(ctx, inspection, '会议清单', [sheet]);
}
