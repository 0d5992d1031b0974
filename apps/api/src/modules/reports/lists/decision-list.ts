import type { ListSheet } from '@closeout/documents';
import { shanghaiDay } from '@closeout/domain';
import type { Context } from '../../../graphql/context.ts';
import { visibleInspection } from '../../imports/inspection-for.ts';
import { fromDate } from '../../day.ts';
import type { Export } from '../export-files.ts';
import { mapLedgerRows } from '../ledger-rows.ts';
import { demandList, listFile, proseDay, unitOf } from './list-file.ts';

const COLUMNS = [
  { header: '序号', width: 6 },
  { header: '反馈问题', width: 44, left: true },
  { header: '责任部门', width: 14 },
  { header: '申请事项', width: 12 },
  { header: '申请人及日期', width: 20 },
  { header: '理由或说明', width: 36, left: true },
  { header: '表决', width: 10 },
];

interface Item {
  seq: number;
  continues: boolean;
}

const numbers = (items: readonly Item[]): string => items.map(({ seq }) => `第${seq}号`).join('、');

/** The resolution that the meeting would pass if it follows every request: a draft, to be changed by the meeting. */
function draft(items: readonly Item[], bodyName: string): string[] {
  const [close, go] = [items.filter(({ continues }) => !continues), items.filter(({ continues }) => continues)];
  const parts = [
    ...(close.length > 0 ? [`同意${numbers(close)}共${close.length}个问题对账销号`] : []),
    ...(go.length > 0 ? [`同意${numbers(go)}共${go.length}个问题转入持续整改，明确目标和下次检视时间`] : []),
  ];
  if (parts.length === 0) return ['目前没有待审议的事项。'];
  return [
    `决议（草案）：${bodyName}会议听取整改办汇报，审议${numbers(items)}共${items.length}个问题的整改情况。会议${parts.join('；')}。由整改办按程序办理，并做好材料归档。`,
    '应到　　人，实到　　人，同意　　人，不同意　　人，弃权　　人。回避人员：',
  ];
}

/** 上会材料 on one A4: what waits for a decision at the step of the secretary or a meeting, with the draft of the resolution. */
export async function decisionList(ctx: Context, inspectionId: string): Promise<Export> {
  const inspection = await visibleInspection(ctx, inspectionId);
  demandList(ctx);
  const ids = await mapLedgerRows(ctx, inspection.id, { state: ['IN_REVIEW'] }, ({ id }) => id);
  const waiting = await ctx.db.submission.findMany({
    where: { findingId: { in: ids }, outcome: 'PENDING', steps: { some: { kind: 'SECRETARY', state: 'CURRENT' } } },
    include: { finding: { select: { seq: true, title: true, leadDepartment: { select: { name: true } } } } },
    orderBy: { finding: { seq: 'asc' } },
  });
  const rows = waiting.map(({ finding, ...one }): ListSheet['rows'][number] => {
    const continues = one.purpose === 'CONTINUE';
    const review = one.nextReviewOn === null ? null : `下次检视：${proseDay(fromDate(one.nextReviewOn) ?? '')}`;
    const words = continues ? [one.reason, one.target, review] : [one.statement];
    return {
      cells: [finding.seq, finding.title, finding.leadDepartment?.name ?? null, continues ? '持续整改' : '对账销号', `${one.submittedByName}\n${shanghaiDay(one.submittedAt)}`, words.filter(Boolean).join('\n'), null], // prettier-ignore
    };
  });
  const items = waiting.map(({ finding, purpose }) => ({ seq: finding.seq, continues: purpose === 'CONTINUE' }));
  const { name, shortName } = inspection.body;
  const sheet = {
    name: '上会材料',
    title: `${shortName}巡察整改提请审议事项`,
    unit: unitOf(ctx, name),
    columns: COLUMNS,
    rows,
    notes: draft(items, name),
    signatures: ['提请人', '主持人', '记录人'],
  };
  return listFile(ctx, inspection, '上会材料', [sheet]);
}
