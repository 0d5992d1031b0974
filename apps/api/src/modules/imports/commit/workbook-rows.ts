import type { LedgerAction, LedgerFinding, LedgerWorkbook } from '@closeout/documents';
import { LIMITS } from '@closeout/domain';
import { refNoOf } from '../../findings/create-finding.ts';
import { firstSentence } from '../../text.ts';
import { roundingOf } from './amounts.ts';
import { emptyBatch, type Batch, type BatchContext } from './batch.ts';
import { named } from './directory.ts';
import { addEvidence, refundNote, type PlacedFinding, type PrintedPiece } from './evidence-rows.ts';
import { aspectOfHeading, classOfHeading } from './headings.ts';
import { dueColumns, resolved } from './responsible.ts';
import { dateColumns } from './source-dates.ts';
import { ownResultWords } from '../result-words.ts';
import { resultOfWords } from './vocabulary.ts';

const printedOf = (finding: LedgerFinding) => ({
  leader: finding.leader,
  department: finding.leadDepartment,
  person: finding.person,
  deadline: finding.deadline,
});

/** What the list says and no column of the ledger holds stays in words. */
function remarkOf(finding: LedgerFinding, unknown: readonly string[]): string | null {
  const line = (label: string, words: string | null): string[] => (words === null ? [] : [`${label}：${words}`]);
  const perAction = finding.actions.flatMap((action, index) => line(`措施${index + 1}佐证`, action.evidence));
  const lines = [
    ...(finding.remark === null ? [] : [finding.remark]),
    ...(unknown.length === 0 ? [] : [`原表责任分工（名录中没有）：${unknown.join('；')}`]),
    ...line('原表进展', finding.progress),
    ...line('原表佐证', finding.evidence),
    ...perAction,
    ...line('原表整改结果', finding.result),
    ...line('原表销号日期', finding.closedOn),
  ];
  return lines.length === 0 ? null : lines.join('\n');
}

const stateColumns = (ctx: BatchContext, finding: LedgerFinding) =>
  ctx.mode === 'HISTORY'
    ? ({
        state: 'RECORDED',
        result: resultOfWords(finding.result, ownResultWords(ctx.settings)),
        resultText: finding.result,
      } as const)
    : ({ state: 'UNCLAIMED', result: 'UNKNOWN', resultText: null } as const);

/** Departments that support: known ones as such, unknown ones in words. */
function supporting(
  ctx: BatchContext,
  finding: LedgerFinding,
  leadId: string | null,
): { ids: string[]; unknown: string[] } {
  const ids = finding.supportingDepartments.map((name) => named(ctx.directory.departments, name));
  const known = new Set(ids.filter((id): id is string => id !== null && id !== leadId));
  const unknown = finding.supportingDepartments.filter((_, index) => ids[index] === null);
  return { ids: [...known], unknown: unknown.map((name) => `配合部门：${name}`) };
}

function addFinding(batch: Batch, ctx: BatchContext, finding: LedgerFinding, id: string, seq: number): void {
  const { inspection } = ctx;
  const { unknown, ...people } = resolved(ctx, printedOf(finding));
  const helpers = supporting(ctx, finding, people.leadDepartmentId);
  const remediationType = finding.remediationType ?? classOfHeading(finding.aspect);
  const aspect = aspectOfHeading(finding.aspect);
  const whole =
    finding.description === null
      ? finding.title
      : finding.title === finding.description
        ? finding.title
        : `${finding.title}\n${finding.description}`;
  batch.findings.push({
    id,
    inspectionId: inspection.id,
    bodyId: inspection.bodyId,
    seq,
    refNo: refNoOf(inspection.round, inspection.body.shortName, seq),
    printedNumber: finding.printedNumber,
    aspectId: aspect === null ? null : (ctx.aspectIds.get(aspect) ?? null),
    remediationType,
    title:
      (finding.title.length <= LIMITS.title ? finding.title.trim() : firstSentence(finding.title)) ||
      '（原表没有问题内容）',
    description: whole,
    acceptanceCriterion: finding.target,
    effect: finding.effect,
    ...stateColumns(ctx, finding),
    ...dueColumns(ctx, remediationType, finding.deadline),
    ...people,
    remark: remarkOf(finding, [...unknown, ...helpers.unknown]),
    importId: ctx.importId,
    importSeq: finding.seq,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    updatedByName: ctx.by.name,
  });
  batch.supporting.push(...helpers.ids.map((departmentId) => ({ findingId: id, departmentId })));
  const points = finding.points.length > 1 ? finding.points : [];
  batch.points.push(...points.map((text, index) => ({ id: ctx.newId(), findingId: id, ordinal: index + 1, text })));
}

function actionState(
  ctx: BatchContext,
  finding: LedgerFinding,
  action: LedgerAction,
): 'PLANNED' | 'IN_PROGRESS' | 'DONE' {
  if (ctx.mode === 'HISTORY' && resultOfWords(finding.result, ownResultWords(ctx.settings)) === 'COMPLETED')
    return 'DONE';
  return (action.progress ?? finding.progress) === null ? 'PLANNED' : 'IN_PROGRESS';
}

function addActions(
  batch: Batch,
  ctx: BatchContext,
  finding: LedgerFinding,
  findingId: string,
): PlacedFinding['actions'] {
  return finding.actions
    .filter(({ text }) => text.trim() !== '')
    .map((action, index) => {
      const id = ctx.newId();
      batch.actions.push({
        id,
        findingId,
        bodyId: ctx.inspection.bodyId,
        ordinal: index + 1,
        text: action.text,
        state: actionState(ctx, finding, action),
        progress: action.progress,
        dueOn: action.deadline?.date ? new Date(`${action.deadline.date}T00:00:00Z`) : null,
        dueText: action.deadline?.text ?? null,
        departmentId: named(ctx.directory.departments, action.department ?? finding.leadDepartment),
        handlerId: named(ctx.directory.persons, action.person ?? finding.person),
        reportedBySource: true,
        importId: ctx.importId,
        importOrdinal: finding.actions.indexOf(action) + 1,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        updatedByName: ctx.by.name,
      });
      return { id, ordinal: index + 1, span: null };
    });
}

function addMoney(batch: Batch, ctx: BatchContext, finding: LedgerFinding, findingId: string): PrintedPiece[] {
  const { statedAmount, recoveredAmount } = finding;
  if (statedAmount !== null) {
    const stated = {
      statedFen: BigInt(statedAmount.fen),
      statedText: statedAmount.quote,
      statedRoundingFen: roundingOf(statedAmount.quote),
    };
    batch.sums.push({
      id: ctx.newId(),
      findingId,
      ordinal: 1,
      label: '涉及金额',
      ...stated,
      importId: ctx.importId,
      createdAt: ctx.now,
      updatedByName: ctx.by.name,
    });
  }
  if (recoveredAmount === null || recoveredAmount.fen === 0) return [];
  const note = refundNote('已清退', recoveredAmount.fen).replace('原文', '原表');
  return [
    {
      kind: 'REFUND',
      title: `已清退${recoveredAmount.quote}`,
      quote: recoveredAmount.quote,
      note,
      date: dateColumns(null, ''),
      span: null,
      details: () => undefined,
    },
  ];
}

/** All rows of a body's own list. */
export function workbookBatch(ctx: BatchContext, workbook: LedgerWorkbook): Batch {
  const batch = emptyBatch();
  for (const finding of workbook.findings) {
    const id = ctx.newId();
    const seq = ctx.firstSeq + finding.seq - 1;
    addFinding(batch, ctx, finding, id, seq);
    const actions = addActions(batch, ctx, finding, id);
    addEvidence(batch, ctx, { seq, actions }, addMoney(batch, ctx, finding, id));
  }
  return batch;
}
