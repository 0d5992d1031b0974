import { notFound, type RoundSettings } from '@closeout/domain';
import type { ListSheet } from '@closeout/documents';
import type { Context } from '../../../graphql/context.ts';
import { uuidOf } from '../../../read/ids.ts';
import { demandVisible } from '../../access/demand-visible.ts';
import { inspectionOf, visibleInspection, type InspectionWithBody } from '../../imports/inspection-for.ts';
import { settingsOfInspection } from '../../rounds/settings-of-inspection.ts';
import type { Export } from '../export-files.ts';
import type { LedgerFilter } from '../ledger-filter.ts';
import { mapLedgerRows, type LedgerRow, type PiecesByAction } from '../ledger-rows.ts';
import { sheetFinding, type SheetFinding } from '../ledger-sheet.ts';
import { demandList, listFile, unitOf } from './list-file.ts';

const SIGN = '\n\n签字：　　　　　　　　　　年　　月　　日';
const STEPS = ['责任部门负责人意见', '责任领导意见', '主要负责人意见', '派驻纪检监察组意见'];

const actionsOf = ({ actions }: SheetFinding): string =>
  actions.map(({ text, progress }, i) => `${i + 1}.${text}${progress === null ? '' : `\n　完成情况：${progress}`}`).join('\n'); // prettier-ignore
const evidenceOf = ({ actions }: SheetFinding): string => actions.flatMap(({ evidence }) => evidence ?? []).join('\n');

/** 销号表 of one finding: what was found, what was done, and a place for each signature on paper. */
function formOf(ctx: Context, inspection: InspectionWithBody, finding: SheetFinding): ListSheet {
  const responsible = [finding.leader, finding.leadDepartment, finding.person].filter((one) => one !== null).join('　');
  const lines: [string, string][] = [
    ['序号', String(finding.number)],
    ['问题方面', finding.aspect ?? ''],
    ['反馈问题', finding.title],
    ['具体问题', finding.description ?? ''],
    ['责任领导、部门、人员', responsible],
    ['整改时限', finding.deadline?.text || (finding.deadline?.date ?? '')],
    ['整改措施及完成情况', actionsOf(finding)],
    ['整改成效', finding.effect ?? ''],
    ['佐证材料', evidenceOf(finding)],
    ['整改结果', [finding.result, finding.closedOn].filter((one) => one !== null).join('　')],
  ];
  const { name, shortName } = inspection.body;
  return {
    name: `${finding.number}号`,
    title: `${shortName}巡察整改问题销号表`,
    unit: unitOf(ctx, name),
    orientation: 'portrait',
    columns: [
      { header: '栏目', width: 16 },
      { header: '内容', width: 74, left: true },
    ],
    rows: [...lines.map((cells) => ({ cells })), ...STEPS.map((step) => ({ cells: [step, SIGN], height: 84 }))],
  };
}

const LIST_COLUMNS = [
  { header: '序号', width: 5 },
  { header: '反馈问题', width: 24, left: true },
  { header: '整改措施及完成情况', width: 40, left: true },
  { header: '整改成效', width: 20, left: true },
  { header: '整改结果', width: 10 },
  { header: '销号日期', width: 11 },
  { header: '责任部门负责人签字', width: 13 },
  { header: '责任领导签字', width: 13 },
  { header: '主要负责人签字', width: 13 },
];

function listOf(ctx: Context, inspection: InspectionWithBody, findings: readonly SheetFinding[]): ListSheet {
  const { name, shortName } = inspection.body;
  const rows = findings.map((one) => ({
    cells: [Number(one.number), one.title, actionsOf(one), one.effect, one.result, one.closedOn === null ? null : { day: one.closedOn }, null, null, null], // prettier-ignore
  }));
  return { name: '对账销号表', title: `${shortName}巡察整改对账销号表`, unit: unitOf(ctx, name), columns: LIST_COLUMNS, rows, signatures: ['填表人', '审核人', '主要负责人（签字）'] }; // prettier-ignore
}

const printed = (settings: RoundSettings) => (row: LedgerRow, pieces: PiecesByAction) =>
  sheetFinding(row, pieces, settings);

/** 对账销号表 of an inspection: every finding that the viewer may export, filtered as the ledger, with places for signatures on paper. */
export async function closeOutList(ctx: Context, inspectionId: string, filter: LedgerFilter): Promise<Export> {
  const inspection = await visibleInspection(ctx, inspectionId);
  demandList(ctx);
  const { settings } = await settingsOfInspection(ctx.db, inspection.id);
  const findings = await mapLedgerRows(ctx, inspection.id, filter, printed(settings));
  return listFile(ctx, inspection, '对账销号表', [listOf(ctx, inspection, findings)], { filter });
}

/** A visible finding of the viewer's export, with its inspection; nothing else says whether it exists. */
export async function exportedFinding<T>(
  ctx: Context,
  findingId: string,
  make: (row: LedgerRow, pieces: PiecesByAction) => T,
): Promise<{ inspection: InspectionWithBody; made: T }> {
  const id = uuidOf(findingId, 'fnd', 'the finding');
  await demandVisible(ctx, ctx.db, 'Finding', id, 'the finding');
  demandList(ctx);
  const { inspectionId } = await ctx.db.finding.findUniqueOrThrow({ where: { id }, select: { inspectionId: true } });
  const inspection = await inspectionOf(ctx.db, inspectionId);
  const [made] = await mapLedgerRows(ctx, inspectionId, {}, make, id);
  if (made === undefined) throw notFound('the finding');
  return { inspection, made };
}

/** 销号表 of one finding, for signing on paper. */
export async function closeOutForm(ctx: Context, findingId: string): Promise<Export> {
  const { inspection, made } = await exportedFinding(ctx, findingId, (row, pieces) => ({ row, pieces }));
  const { settings } = await settingsOfInspection(ctx.db, inspection.id);
  const finding = sheetFinding(made.row, made.pieces, settings);
  return listFile(ctx, inspection, `销号表-${finding.number}号`, [formOf(ctx, inspection, finding)], { finding: finding.number }); // prettier-ignore
}
