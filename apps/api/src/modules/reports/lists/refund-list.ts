import { amountInChinese } from '@closeout/documents';
import { RECOVERY_KIND_WORDS, type ConsentForm, type RecoveryKind, type Receiver } from '@closeout/domain';
import type { Context } from '../../../graphql/context.ts';
import { fromDate } from '../../day.ts';
import { visibleInspection } from '../../imports/inspection-for.ts';
import type { Export } from '../export-files.ts';
import { mapLedgerRows } from '../ledger-rows.ts';
import { demandList, listFile, unitOf } from './list-file.ts';

const RECEIVER_WORDS: Record<Receiver, string> = {
  TREASURY_ACCOUNT: '财政专户',
  SOURCE: '原渠道',
  UNIT_ACCOUNT: '单位账户',
  DUES_ACCOUNT: '党费账户',
  OTHER: '其他',
};
const FORM_WORDS: Record<ConsentForm, string> = { WRITTEN: '书面', ORAL: '口头' };

const COLUMNS = [
  { header: '序号', width: 5 },
  { header: '问题', width: 6 },
  { header: '事由', width: 26, left: true },
  { header: '类别', width: 10 },
  { header: '日期', width: 11 },
  { header: '缴款人', width: 14 },
  { header: '构成', width: 14, left: true },
  { header: '金额', width: 14 },
  { header: '大写', width: 26, left: true },
  { header: '收款方', width: 10 },
  { header: '凭证号', width: 14 },
  { header: '备注', width: 20, left: true },
];

/** Each measure has its own total; they are never added up. */
function totals(kinds: readonly { kind: RecoveryKind; fen: bigint }[]): string[] {
  const byKind = Map.groupBy(kinds, ({ kind }) => kind);
  return [...byKind].map(([kind, all]) => {
    const fen = all.reduce((sum, one) => sum + one.fen, 0n);
    return `${RECOVERY_KIND_WORDS[kind]}合计：${amountInChinese(fen)}（${all.length} 笔）`;
  });
}

/** 清退台账: every instalment of the findings that the viewer may export, with payer, voucher and the sum in words; below, what was waived. */
export async function refundList(ctx: Context, inspectionId: string): Promise<Export> {
  const inspection = await visibleInspection(ctx, inspectionId);
  demandList(ctx);
  const ids = await mapLedgerRows(ctx, inspection.id, {}, ({ id }) => id);
  const sums = await ctx.db.moneySum.findMany({
    where: { findingId: { in: ids } },
    include: {
      finding: { select: { seq: true } },
      recoveries: { orderBy: [{ paidOn: 'asc' }, { id: 'asc' }] },
      waivers: { include: { consents: true } },
    },
    orderBy: [{ finding: { seq: 'asc' } }, { ordinal: 'asc' }],
  });
  const paid = sums.flatMap((sum) => sum.recoveries.map((one) => ({ sum, one })));
  const rows = paid.map(({ sum, one }, index) => {
    const day = fromDate(one.paidOn);
    const differs = one.voucherFen !== null && one.voucherFen !== one.fen;
    return {
      cells: [index + 1, sum.finding.seq, sum.label, RECOVERY_KIND_WORDS[one.kind], day === null ? null : { day }, one.payer, one.components, { fen: one.fen }, amountInChinese(one.fen), one.receiver === null ? null : RECEIVER_WORDS[one.receiver], one.voucherNumber, differs ? '凭证金额与登记金额不一致，请核对' : null], // prettier-ignore
    };
  });
  const waived = sums.flatMap((sum) =>
    sum.waivers.map(({ fen, reason, consents }) => {
      const who = consents.map((one) => `${one.who}（${one.bodyName}，${FORM_WORDS[one.form]}）`).join('、');
      return `第${sum.finding.seq}号问题“${sum.label}”经同意不予清退${amountInChinese(fen)}：${reason}${who === '' ? '' : `；${who}`}`;
    }),
  );
  const { name, shortName } = inspection.body;
  const sheet = {
    name: '清退台账',
    title: `${shortName}清退台账`,
    unit: unitOf(ctx, name, '元'),
    columns: COLUMNS,
    rows,
    notes: [...totals(paid.map(({ one }) => one)), ...waived],
    signatures: ['填表人', '财务负责人', '审核人'],
  };
  return listFile(ctx, inspection, '清退台账', [sheet]);
}
