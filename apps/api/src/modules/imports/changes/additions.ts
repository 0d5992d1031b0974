import type {
  AddedRow,
  LedgerColumn,
  ReturnedLedger,
  TableAddition,
  TableChange,
  TableRemark,
  TableRowRemark,
} from '@closeout/documents';
import { canInBody, judge, LIMITS } from '@closeout/domain';
import { decodeId } from '../../../read/ids.ts';
import type { InspectionWithBody } from '../inspection-for.ts';
import type { Comparing } from './comparing.ts';
import { remark } from './remark.ts';

export interface Additions {
  additions: TableAddition[];
  remarks: TableRowRemark[];
  /** Changes that are new actions: words in the row of a finding that had none. */
  taken: ReadonlySet<TableChange>;
}

const wordsOf = (row: AddedRow, column: LedgerColumn): string | null =>
  row.cells.find((cell) => cell.column === column && cell.fault === null)?.text || null;

const tooLong = (column: string, words: string | null, limit: number): TableRemark | null =>
  words !== null && words.length > limit ? remark('TABLE_TOO_LONG', { column, limit }) : null;

/** A new action of a finding: only where the viewer may add one now. */
function newAction(ctx: Comparing, row: number, findingUuid: string, measure: string): TableAddition {
  const now = ctx.findings.get(findingUuid);
  const allowed = now !== undefined && judge(ctx.viewer, 'addAction', now.facts).allowed;
  const refusal = allowed ? tooLong('整改措施', measure, LIMITS.text) : remark('TABLE_NOT_CREATED');
  return {
    row,
    kind: 'ACTION',
    findingId: `fnd_${findingUuid}`,
    findingVersion: now?.row.version ?? null,
    seq: now?.row.seq ?? null,
    begunAt: null,
    aspect: null,
    title: null,
    description: null,
    measure,
    note: remark('TABLE_NEW_ACTION'),
    refusal,
    accepted: false,
  };
}

/** The first row of a new finding, or a further action of one that begins above. */
function newFinding(ctx: Comparing, inspection: InspectionWithBody, row: AddedRow): TableAddition {
  const [title, description, measure] = (['title', 'description', 'measure'] as const).map((one) => wordsOf(row, one));
  const refusal = canInBody(ctx.viewer, 'createFinding', inspection.bodyId)
    ? (tooLong('反馈问题', title ?? null, LIMITS.title) ?? tooLong('具体问题', description ?? null, LIMITS.text) ?? tooLong('整改措施', measure ?? null, LIMITS.text)) // prettier-ignore
    : remark('TABLE_NOT_CREATED');
  const first = row.begunAt === row.row;
  return {
    row: row.row,
    kind: first ? 'FINDING' : 'ACTION',
    findingId: null,
    findingVersion: null,
    seq: null,
    begunAt: row.begunAt,
    aspect: first ? wordsOf(row, 'aspect') : null,
    title: first ? (title ?? description ?? null) : null,
    description: first ? (description ?? null) : null,
    measure: measure ?? null,
    note: remark(first ? 'TABLE_NEW_FINDING' : 'TABLE_NEW_ACTION'),
    refusal,
    accepted: false,
  };
}

/** What the row whose key is repeated says in its measure: the copied words are none of their own. */
function repeats(ctx: Comparing, returned: ReturnedLedger, row: AddedRow): boolean {
  const origin = returned.rows.find((one) => one.row === row.copyOf);
  if (origin === undefined) return false;
  const measure = wordsOf(row, 'measure') ?? '';
  const changed = origin.changed.find(({ column }) => column === 'measure')?.text;
  const actionId = decodeId(origin.key.action?.id ?? '')?.uuid ?? null;
  const now = ctx.findings.get(decodeId(origin.key.finding.id)?.uuid ?? '');
  return measure === '' || measure === changed || measure === now?.words('measure', 'ACTION', actionId);
}

/**
 * Rows that no record stands behind, as offers that a person must accept: an action under the finding whose number it bears or
 * that stands above it, else a new finding. What stands nowhere, or only repeats a row, is named.
 */
export function additionsOf(
  ctx: Comparing,
  inspection: InspectionWithBody,
  returned: ReturnedLedger,
  changes: readonly TableChange[],
): Additions {
  const additions: TableAddition[] = [];
  const remarks: TableRowRemark[] = [];
  const taken = new Set(changes.filter(({ column, actionId, owner }) => column === 'measure' && owner === 'ACTION' && actionId === null)); // prettier-ignore
  for (const change of taken)
    additions.push(newAction(ctx, change.row, decodeId(change.findingId)?.uuid ?? '', change.after));
  for (const row of returned.added) {
    const say = (note: TableRemark): unknown =>
      remarks.push({ row: row.row, value: wordsOf(row, 'measure') ?? '', note });
    const measure = wordsOf(row, 'measure');
    const under = row.under === null ? null : (decodeId(row.under)?.uuid ?? null);
    if (row.copyOf !== null && repeats(ctx, returned, row)) say(remark('TABLE_COPY', { other: row.copyOf }));
    else if (under !== null && ctx.findings.has(under) && measure !== null)
      additions.push(newAction(ctx, row.row, under, measure));
    else if (under === null && row.begunAt !== null) additions.push(newFinding(ctx, inspection, row));
    else say(remark('TABLE_NO_PLACE'));
  }
  return { additions: additions.toSorted((a, b) => a.row - b.row), remarks, taken };
}
