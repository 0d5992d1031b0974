import type { ParsedFinding, ParsedReport } from '@closeout/report';
import { refNoOf } from '../../findings/create-finding.ts';
import { firstSentence } from '../../text.ts';
import { placesOf } from '../corrections/place.ts';
import { emptyBatch, type Batch, type BatchContext } from './batch.ts';
import { addEvidence, meetingPieces, printedPieces, type PlacedFinding } from './evidence-rows.ts';
import { aspectOfHeading, classOfHeading } from './headings.ts';
import { addSums } from './money-rows.ts';
import { deadlineOfWords, dueColumns, resolved } from './responsible.ts';

/** State and result: history keeps the printed words as claims; live work starts unclaimed and knows no result. */
const stateColumns = (ctx: BatchContext, finding: ParsedFinding) =>
  ctx.mode === 'HISTORY'
    ? ({ state: 'RECORDED', result: finding.status, resultText: finding.resultText } as const)
    : ({ state: 'UNCLAIMED', result: 'UNKNOWN', resultText: null } as const);

function remarkOf(finding: ParsedFinding, unknown: readonly string[]): string | null {
  const lines = [
    ...(finding.body === null ? [] : [`原文归属：${finding.body}`]),
    ...(unknown.length === 0 ? [] : [`原文责任分工（名录中没有）：${unknown.join('；')}`]),
  ];
  return lines.length === 0 ? null : lines.join('\n');
}

function addFinding(batch: Batch, ctx: BatchContext, finding: ParsedFinding, id: string, seq: number): void {
  const { inspection } = ctx;
  const { leader, department, person, deadline } = finding.responsible;
  const { unknown, ...people } = resolved(ctx, { leader, department, person, deadline: null });
  const remediationType = classOfHeading(finding.category);
  const aspect = aspectOfHeading(finding.category);
  const description = finding.description.trim() === '' ? finding.title : finding.description;
  batch.findings.push({
    id,
    inspectionId: inspection.id,
    bodyId: inspection.bodyId,
    seq,
    refNo: refNoOf(inspection.round, inspection.body.shortName, seq),
    printedNumber: finding.printedNumber,
    aspectId: aspect === null ? null : (ctx.aspectIds.get(aspect) ?? null),
    remediationType,
    title: finding.title.trim() || firstSentence(description) || '（原文没有问题内容）',
    description,
    ...stateColumns(ctx, finding),
    ...dueColumns(ctx, remediationType, deadlineOfWords(deadline)),
    ...people,
    remark: remarkOf(finding, unknown),
    importId: ctx.importId,
    importSeq: finding.seq,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    updatedByName: ctx.by.name,
  });
}

/** Printed actions are what the source reports: done where it claims completion, under way otherwise; live work has to confirm them. */
function addActions(
  batch: Batch,
  ctx: BatchContext,
  finding: ParsedFinding,
  findingId: string,
): PlacedFinding['actions'] {
  const done = ctx.mode === 'HISTORY' && finding.status === 'COMPLETED';
  return finding.actions
    .filter(({ text }) => text.trim() !== '')
    .map((action, index) => {
      const { text, span } = action;
      const id = ctx.newId();
      batch.actions.push({
        id,
        findingId,
        bodyId: ctx.inspection.bodyId,
        ordinal: index + 1,
        text,
        state: done ? 'DONE' : 'IN_PROGRESS',
        reportedBySource: true,
        spanFrom: span?.[0] ?? null,
        spanTo: span?.[1] ?? null,
        importId: ctx.importId,
        importOrdinal: finding.actions.indexOf(action) + 1,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        updatedByName: ctx.by.name,
      });
      return { id, ordinal: index + 1, span };
    });
}

/** All rows of a parsed report: findings, actions, stated sums, and what is printed as evidence to be checked. */
export function reportBatch(ctx: BatchContext, parsed: ParsedReport): Batch {
  const batch = emptyBatch();
  const { text } = parsed.source;
  for (const finding of parsed.findings) {
    const id = ctx.newId();
    const seq = ctx.firstSeq + finding.seq - 1;
    addFinding(batch, ctx, finding, id, seq);
    const actions = addActions(batch, ctx, finding, id);
    addSums(batch, ctx, text, finding, id);
    addEvidence(batch, ctx, { seq, actions }, printedPieces(text, finding));
  }
  const { meetings } = parsed.preamble;
  const opening = placesOf(
    text,
    meetings.map(({ quote }) => quote),
    [0, text.length],
  );
  addEvidence(batch, ctx, { seq: 0, actions: [] }, meetingPieces(meetings, opening));
  return batch;
}
