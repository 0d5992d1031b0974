import { EVIDENCE_KIND_WORDS } from '@closeout/domain';
import type { Context } from '../../../graphql/context.ts';
import { visibleEvidence } from '../../access/visibility.ts';
import { fromDate } from '../../day.ts';
import { reading } from '../../findings/change-finding.ts';
import type { Export } from '../export-files.ts';
import { exportedFinding } from './close-out-forms.ts';
import { listFile, unitOf } from './list-file.ts';

const COLUMNS = [
  { header: '序号', width: 6 },
  { header: '件号', width: 12 },
  { header: '类别', width: 12 },
  { header: '材料名称', width: 50, left: true },
  { header: '日期', width: 13 },
  { header: '电子文件', width: 40, left: true },
  { header: '页数', width: 7 },
  { header: '备注', width: 14, left: true },
];

/** 档案盒目录 of a finding: its evidence by piece number as it lies in the box. A restricted piece only for who reads restricted ones. */
export async function archiveList(ctx: Context, findingId: string): Promise<Export> {
  const { inspection, made: finding } = await exportedFinding(ctx, findingId, ({ id, seq, title }) => ({
    id,
    seq,
    title,
  }));
  const r = reading(ctx);
  const text = `SELECT e.id FROM evidence e WHERE e.acceptance <> 'REJECTED' AND (${visibleEvidence('e', r)})
    AND EXISTS (SELECT 1 FROM evidence_action l JOIN action a ON a.id = l.action_id WHERE l.evidence_id = e.id AND a.finding_id = ${r.statement.param(finding.id, 'text::uuid')})`;
  const ids = await ctx.db.$queryRawUnsafe<{ id: string }[]>(text, ...r.statement.values);
  const pieces = await ctx.db.evidence.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    include: { attachments: { select: { fileName: true }, orderBy: { uploadedAt: 'asc' } } },
  });
  const inOrder = pieces.toSorted((a, b) => a.pieceNumber.localeCompare(b.pieceNumber, 'en', { numeric: true }));
  const rows = inOrder.map((piece, index) => {
    const day = fromDate(piece.occurredOn);
    const on = day === null || piece.datePrecision !== 'DAY' ? (piece.dateText ?? day) : { day };
    return {
      cells: [index + 1, piece.pieceNumber, EVIDENCE_KIND_WORDS[piece.kind], piece.title, on, piece.attachments.map(({ fileName }) => fileName).join('\n'), null, piece.restricted ? '限阅' : null], // prettier-ignore
    };
  });
  const { name, shortName } = inspection.body;
  const sheet = {
    name: `${finding.seq}号目录`,
    title: `${shortName}巡察整改档案盒目录（第${finding.seq}号问题）`,
    unit: unitOf(ctx, name),
    columns: COLUMNS,
    rows,
    notes: [`问题：${finding.title}`],
    signatures: ['立卷人', '检查人', '归档日期'],
  };
  return listFile(ctx, inspection, `档案盒目录-${finding.seq}号`, [sheet], { finding: finding.seq });
}
