import { createHash } from 'node:crypto';
import {
  canInBody,
  FILING_RULES,
  filingsDue,
  forbidden,
  invalid,
  LIMITS,
  type FilingDue,
  type FilingSnapshot,
} from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { toDate } from '../day.ts';
import { demandVersion } from '../findings/change-finding.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { postTitleOf } from '../signoff/chain-records.ts';
import { optionalText } from '../text.ts';
import { demandFilingVerb, lockedFiling, unnamed, type LockedFiling } from './change-filing.ts';
import type { PrepareFilingInput } from './filing.inputs.ts';
import { takeSnapshot } from './take-snapshot.ts';

const key = { planKind: 'MAIN' } as const;

/** The slot that the settings give; a filing that was begun is found by its row and keeps its day. */
async function dueOf(tx: Transaction, inspectionId: string, input: PrepareFilingInput): Promise<FilingDue | null> {
  const { settings, feedbackOn } = await settingsOfInspection(tx, inspectionId);
  const slots = filingsDue(feedbackOn, settings.offsets, await loadCalendar(tx));
  return slots.find((one) => one.kind === input.kind && one.number === input.number) ?? null;
}

/** The row of the filing, locked; it is begun here when it is prepared for the first time. */
async function begun(
  ctx: Context,
  tx: Transaction,
  inspection: { id: string; bodyId: string },
  input: PrepareFilingInput,
): Promise<LockedFiling> {
  const { kind, number } = input;
  const inspectionId = inspection.id;
  const where = { inspectionId_kind_planKind_number: { inspectionId, kind, number, ...key } };
  const known = await tx.filing.findUnique({ where });
  if (known !== null) return lockedFiling(ctx, tx, known.id);
  const due = await dueOf(tx, inspectionId, input);
  if (due === null) throw invalid('number', 'filings.due', 'no such filing is due by the settings of this inspection');
  await tx.filing.createMany({
    data: [
      {
        inspectionId,
        bodyId: inspection.bodyId,
        kind,
        number,
        ...key,
        dueOn: toDate(due.dueOn),
        dueAmount: due.amount,
        dueUnit: due.unit,
        dueFrom: toDate(due.from),
      },
    ],
    skipDuplicates: true,
  });
  return lockedFiling(ctx, tx, (await tx.filing.findUniqueOrThrow({ where })).id);
}

/** The frozen form: the JSON text as it was written, and its hash. */
export function frozen(snapshot: FilingSnapshot): { schema: number; content: string; sha256: string } {
  const content = JSON.stringify(snapshot);
  return {
    schema: snapshot.schema,
    content,
    sha256: createHash('sha256').update(content, 'utf8').digest('hex'),
  };
}

/** Takes the ledger of this moment as what is to be filed; what was prepared before and not filed is replaced. */
export async function prepareFiling(ctx: Context, input: PrepareFilingInput): Promise<string> {
  const inspectionId = uuidOf(input.inspectionId, 'ins', 'the inspection');
  await demandVisible(ctx, ctx.db, 'Inspection', inspectionId, 'the inspection');
  const inspection = await ctx.db.inspection.findUniqueOrThrow({ where: { id: inspectionId } });
  const { right } = FILING_RULES.prepareFiling;
  if (!canInBody(ctx.viewer, right, inspection.bodyId)) throw forbidden(right);
  const note = optionalText(input.note, 'note', LIMITS.text) ?? null;
  const snapshot = await takeSnapshot(ctx, inspectionId, { kind: input.kind, number: input.number });
  return inTransaction(ctx, async (tx) => {
    const locked = await begun(ctx, tx, inspection, input);
    const { filing, latest } = locked;
    if (latest !== null) await demandVersion(tx, unnamed(filing), 'Filing', input.version ?? 0);
    demandFilingVerb(ctx, 'prepareFiling', locked);
    const data = {
      asOf: toDate(snapshot.asOf),
      takenAt: ctx.now(),
      note,
      ...frozen(snapshot),
      preparedByName: ctx.viewer.name,
      preparedByPost: await postTitleOf(tx, ctx.viewer.personId),
      preparedAt: ctx.now(),
    };
    if (latest?.state === 'PREPARED') await tx.filingVersion.update({ where: { id: latest.id }, data });
    else await tx.filingVersion.create({ data: { filingId: filing.id, bodyId: filing.bodyId, ...data } });
    await tx.filing.update({ where: { id: filing.id }, data: { version: { increment: 1 } } });
    return {
      value: filing.id,
      events: [
        {
          verb: 'prepareFiling',
          recordType: 'Filing',
          recordId: filing.id,
          bodyId: filing.bodyId,
          after: { kind: filing.kind, number: filing.number, state: 'PREPARED', sha256: data.sha256 },
        },
      ],
    };
  });
}
