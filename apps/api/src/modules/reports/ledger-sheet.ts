import type { ExportAction, ExportDeadline, ExportFinding } from '@closeout/documents';
import {
  RECOVERY_KIND_WORDS,
  RECOVERY_KINDS,
  shanghaiDay,
  type RecoveryKind,
  type RoundSettings,
} from '@closeout/domain';
import { encodeId } from '../../read/ids.ts';
import { fromDate } from '../day.ts';
import { yuan } from '../imports/commit/amounts.ts';
import type { LedgerRow, PiecesByAction } from './ledger-rows.ts';
import { printedResult } from './result-words.ts';

export const TYPE_WORDS = { IMMEDIATE: '立行立改', STAGED: '分阶段整改', CONTINUING: '长期坚持' } as const;

/** A finding as printed, every column said: null where it is empty. */
type SheetAction = Required<Omit<ExportAction, 'leader'>>;
export type SheetFinding = Required<Omit<ExportFinding, 'progress' | 'evidence' | 'actions' | 'deadline'>> & {
  deadline: ExportDeadline | null;
  actions: SheetAction[];
};

/** What counts as 已清退; the other measures are never added to it and stand in the remark. */
const RECOVERED: ReadonlySet<RecoveryKind> = new Set(['REFUND', 'RECOVERED', 'BACK_PAYMENT']);
const OTHER_KINDS = RECOVERY_KINDS.filter((kind) => !RECOVERED.has(kind));

const total = (fen: readonly bigint[]): number => Number(fen.reduce((sum, one) => sum + one, 0n));

/** Established sums where the body has established them, else what the text states; never sums per head. */
function statedFen({ sums }: LedgerRow): number | null {
  const own = sums
    .filter(({ perHead }) => !perHead)
    .flatMap(({ establishedFen, statedFen: stated }) => establishedFen ?? stated ?? []);
  return own.length === 0 ? null : total(own);
}

function recoveredFen({ sums }: LedgerRow): number | null {
  const own = sums.flatMap(({ recoveries }) => recoveries).filter(({ kind }) => RECOVERED.has(kind));
  return own.length === 0 ? null : total(own.map(({ fen }) => fen));
}

/** What was recovered by other measures, one line each, printed below the remark. */
export function otherMeasures(row: LedgerRow): string[] {
  const recoveries = row.sums.flatMap((sum) => sum.recoveries);
  return OTHER_KINDS.flatMap((kind) => {
    const fen = total(recoveries.filter((one) => one.kind === kind).map((one) => one.fen));
    return fen === 0 ? [] : [`${RECOVERY_KIND_WORDS[kind]}${yuan(fen)}`];
  });
}

function remarkOf(row: LedgerRow): string | null {
  const lines = [...(row.remark === null ? [] : [row.remark]), ...otherMeasures(row)];
  return lines.length === 0 ? null : lines.join('\n');
}

const prose = (date: string): string => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** A deadline without words prints as a real date; words keep the day they do not name beside them. */
function deadlineOf(
  row: Pick<LedgerRow, 'dueOn' | 'dueText'> & Partial<Pick<LedgerRow, 'dueKind'>>,
): ExportDeadline | null {
  const date = fromDate(row.dueOn);
  if (row.dueText === null && row.dueKind === 'ONGOING')
    return { text: date === null ? '长期坚持' : `${prose(date)}前，并长期坚持`, date };
  if (row.dueText === null)
    return date === null && row.dueKind !== 'IMMEDIATE' ? null : { text: date === null ? '立行立改' : '', date };
  return { text: date === null || /\d/.test(row.dueText) ? row.dueText : `${row.dueText}（${prose(date)}前）`, date };
}

function descriptionOf(row: LedgerRow): string | null {
  if (row.points.length > 1) return row.points.map(({ ordinal, text }) => `${ordinal}.${text}`).join('\n');
  const { title, description } = row;
  const rest = description.startsWith(`${title}\n`) ? description.slice(title.length + 1) : description;
  return rest === title ? null : rest;
}

/** An action's own columns: where they only repeat the finding's, they are left to it. */
function actionOf(row: LedgerRow, action: LedgerRow['actions'][number], pieces: PiecesByAction): SheetAction {
  const own = <T>(value: T | null | undefined, shared: T | null | undefined): T | null =>
    value === undefined || value === null || value === shared ? null : value;
  const dropped = action.state === 'DROPPED' ? `不再实施：${action.dropReason ?? ''}` : null;
  const ownDue = action.dueOn !== null || action.dueText !== null ? deadlineOf(action) : null;
  return {
    key: { id: encodeId('act', action.id), version: action.version },
    text: action.text,
    department: own(action.department?.name, row.leadDepartment?.name),
    person: own(action.handler?.name, row.handler?.name),
    deadline: ownDue ?? null,
    progress: dropped ?? action.progress,
    evidence: pieces.get(action.id)?.join('\n') ?? null,
  };
}

/** One finding as the official ledger's twenty columns print it. */
export function sheetFinding(row: LedgerRow, pieces: PiecesByAction, settings: RoundSettings): SheetFinding {
  return {
    key: { id: encodeId('fnd', row.id), version: row.version },
    number: row.seq,
    aspect: row.aspect?.title ?? null,
    title: row.title,
    description: descriptionOf(row),
    remediationType: row.remediationType === null ? null : TYPE_WORDS[row.remediationType],
    target: row.acceptanceCriterion,
    leader: row.leaderPost?.holdings[0]?.person.name ?? row.leaderPost?.title ?? null,
    leadDepartment: row.leadDepartment?.name ?? null,
    supportingDepartments: row.supportingDepartments.map(({ department }) => department.name),
    person: row.handler?.name ?? null,
    deadline: deadlineOf(row),
    effect: row.effect,
    statedFen: statedFen(row),
    recoveredFen: recoveredFen(row),
    result: printedResult(row, settings).words,
    closedOn: row.closedAt === null ? null : shanghaiDay(row.closedAt),
    remark: remarkOf(row),
    actions: row.actions.map((action) => actionOf(row, action, pieces)),
  };
}
