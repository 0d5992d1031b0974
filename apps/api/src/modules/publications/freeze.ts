import { createHash } from 'node:crypto';
import {
  freezePublication,
  publicSnapshotOf,
  REPORTING_HOTLINE,
  shanghaiDay,
  type FrozenPublication,
  type PublicFigure,
} from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { fromDate } from '../day.ts';
import { inspectionOf } from '../imports/inspection-for.ts';
import { loadStatistics } from '../oversight/load-statistics.ts';
import { reportRows } from '../reports/report-rows.ts';
import { printedResult } from '../reports/result-words.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { scanSettingsOf, styledPassage, type PublicationRecord } from './publication-record.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const RESULTS = [
  ['COMPLETED', '已整改到位'],
  ['BASICALLY', '基本完成整改'],
  ['PARTIAL', '部分整改'],
  ['ONGOING', '持续整改'],
  ['NOT_DONE', '未完成整改'],
] as const;

/** The figures of this moment as statistics count them, each with what it counts. */
async function figuresOf(ctx: Context, tx: Transaction, inspectionId: string): Promise<PublicFigure[]> {
  const counted = await loadStatistics(ctx, `ins_${inspectionId}`, tx);
  const of = (code: string): number => counted.byResult.find(({ result }) => result === code)?.count ?? 0;
  return [
    { code: 'FINDINGS', value: counted.findings, name: '反馈问题', definition: '台账中的问题数。' },
    ...RESULTS.map(([code, name]) => ({
      code,
      value: of(code),
      name,
      definition: `整改结果为“${name}”的问题数。`,
    })),
    {
      code: 'RATE',
      value: counted.rate.basisPoints,
      name: '整改完成率',
      definition: '计入完成的问题数÷反馈问题数，保留两位小数。',
    },
    { code: 'ACTIONS', value: counted.actions, name: '整改措施', definition: '台账中未取消的措施数。' },
  ];
}

/** A frozen version as it is stored: the JSON texts as they were written, with their hashes. */
export interface FrozenContent {
  frozen: FrozenPublication;
  content: string;
  sha256: string;
  publicContent: string;
  publicSha256: string;
}

/** Freezes the record with the figures of this moment; refused with the hits that nobody has decided. */
export async function freeze(
  ctx: Context,
  tx: Transaction,
  inspectionId: string,
  record: PublicationRecord,
): Promise<FrozenContent> {
  const inspection = await inspectionOf(tx, inspectionId);
  const { settings } = await settingsOfInspection(tx, inspectionId);
  const rows = await reportRows(tx, inspectionId);
  const rulings = record.rulings.map(({ key, kind, subject, decision, replacement, reason }) => ({
    key,
    kind,
    subject,
    decision,
    replacement,
    reason,
  }));
  const frozen = freezePublication(record.passages.map(styledPassage), rulings, scanSettingsOf(record), {
    body: inspection.body.name,
    kind: inspection.round.level === 'XUNSHI' ? '巡视' : '巡察',
    round: inspection.round.name,
    feedbackOn: fromDate(inspection.feedbackOn),
    asOf: shanghaiDay(ctx.now()),
    takenAt: ctx.now().toISOString(),
    figures: await figuresOf(ctx, tx, inspectionId),
    results: rows.map((row) => ({ number: row.seq, word: printedResult(row, settings).words })),
    contact: { phone: record.contactPhone, address: record.contactAddress, hotline: REPORTING_HOTLINE },
  });
  const [content, publicContent] = [JSON.stringify(frozen), JSON.stringify(publicSnapshotOf(frozen))];
  return { frozen, content, sha256: sha256(content), publicContent, publicSha256: sha256(publicContent) };
}
