import type { ListSheet, ListValue } from '@closeout/documents';
import { RECOVERY_KIND_WORDS, forbidden, grantsWith, notFound, shanghaiDay } from '@closeout/domain';
import { writeListWorkbook } from '@closeout/documents';
import type { Context } from '../../../graphql/context.ts';
import { encodeId, uuidOf } from '../../../read/ids.ts';
import { bodiesWithin } from '../../access/visibility.ts';
import { reading } from '../../findings/change-finding.ts';
import { loadStatistics } from '../../oversight/load-statistics.ts';
import { watermarkOf, XLSX, type Export } from '../export-files.ts';
import { unitOf } from './list-file.ts';

type Figures = Awaited<ReturnType<typeof loadStatistics>>;

const percent = (basisPoints: number | null): string =>
  basisPoints === null ? '—' : `${(basisPoints / 100).toFixed(2)}%`;
const results = ({ byResult }: Figures, wanted: string): number =>
  byResult.find(({ result }) => result === wanted)?.count ?? 0;
const states = ({ byState }: Figures, wanted: string): number =>
  byState.find(({ state }) => state === wanted)?.count ?? 0;
const recovered = ({ recovered: all }: Figures, kind: string): ListValue => ({ fen: BigInt(all.find((one) => one.kind === kind)?.fen ?? 0) }); // prettier-ignore

/** The figures of the statistics page, each a column; a body without a value prints its zero. */
const COLUMNS: readonly { header: string; width: number; left?: boolean; of: (figures: Figures) => ListValue }[] = [
  { header: '问题', width: 7, of: (one) => one.findings },
  { header: '已销号', width: 7, of: (one) => states(one, 'CLOSED') },
  { header: '持续整改', width: 7, of: (one) => states(one, 'CONTINUING') },
  { header: '整改中', width: 7, of: (one) => states(one, 'RECTIFYING') },
  { header: '待审核', width: 7, of: (one) => states(one, 'IN_REVIEW') },
  { header: '待认领', width: 7, of: (one) => states(one, 'UNCLAIMED') },
  { header: '完成率', width: 9, of: (one) => percent(one.rate.basisPoints) },
  { header: '基本完成', width: 7, of: (one) => results(one, 'BASICALLY') },
  { header: '逾期', width: 7, of: (one) => one.overdue },
  { header: '措施', width: 7, of: (one) => one.actions },
  { header: '已落实措施', width: 8, of: (one) => one.settledActions },
  ...(['REFUND', 'RECOVERED', 'BACK_PAYMENT', 'TREASURY', 'RETRIEVED', 'LOSS_RECOVERED'] as const).map((kind) => ({
    header: RECOVERY_KIND_WORDS[kind],
    width: 12,
    of: (one: Figures) => recovered(one, kind),
  })),
];

async function visibleRound(ctx: Context, roundId: string) {
  const id = uuidOf(roundId, 'rnd', 'the round');
  if (grantsWith(ctx.viewer, 'manageRounds').length === 0) throw forbidden('manageRounds');
  const r = reading(ctx);
  const text = `SELECT i.id FROM inspection i WHERE i.round_id = ${r.statement.param(id, 'uuid')} AND (${bodiesWithin('readOutline', 'i.body_id', r)})`;
  const ids = await ctx.db.$queryRawUnsafe<{ id: string }[]>(text, ...r.statement.values);
  const round = await ctx.db.round.findUnique({ where: { id }, include: { office: true } });
  if (round === null || ids.length === 0) throw notFound('the round');
  const inspections = await ctx.db.inspection.findMany({
    where: { id: { in: ids.map((one) => one.id) } },
    include: { body: { select: { name: true } } },
    orderBy: { body: { name: 'asc' } },
  });
  return { round, inspections };
}

/** The round's summary: a row for each body with the figures of the statistics, by the same definitions, and how the rate is counted. */
export async function roundSummary(ctx: Context, roundId: string): Promise<Export> {
  const { round, inspections } = await visibleRound(ctx, roundId);
  const rows: ListSheet['rows'][number][] = [];
  for (const [index, { id, body }] of inspections.entries()) {
    const figures = await loadStatistics(ctx, encodeId('ins', id), ctx.db);
    rows.push({ cells: [index + 1, body.name, ...COLUMNS.map((column) => column.of(figures))] });
  }
  const sheet: ListSheet = {
    name: '整改情况汇总',
    title: `${round.name}巡察整改情况汇总表`,
    unit: unitOf(ctx, round.office?.name ?? '巡察办', '个、条、元'),
    columns: [{ header: '序号', width: 5 }, { header: '被巡察单位', width: 26, left: true }, ...COLUMNS],
    rows,
    notes: [
      '完成率＝整改结果按轮次设置计为完成且已销号的问题数÷问题总数，保留两位小数；清退、追缴、补缴、上缴财政、追回、挽回损失为不同口径，不相加。',
    ],
    signatures: ['填表人', '审核人', '负责人'],
  };
  const file = {
    fileName: `整改情况汇总表-${round.name}-${shanghaiDay(ctx.now())}.xlsx`,
    mediaType: XLSX,
    bytes: await writeListWorkbook([sheet], watermarkOf(ctx)),
  };
  const after = { format: 'xlsx', list: '整改情况汇总表', rows: rows.length };
  return {
    file,
    trace: { verb: 'exportList', recordType: 'Round', recordId: round.id, bodyId: round.officeId, after },
  };
}
