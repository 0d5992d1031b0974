import type { LedgerFinding } from '@closeout/documents';
import { deadlineByRule, type DueKind, type RemediationType } from '@closeout/domain';
import { toDate } from '../../day.ts';
import { reasonColumns } from '../../rounds/due-reason.ts';
import type { BatchContext } from './batch.ts';
import { named, type Directory } from './directory.ts';

/** Who and until when, as a source prints it. */
export interface PrintedResponsibility {
  leader: string | null;
  department: string | null;
  person: string | null;
  deadline: { text: string; date: string | null; kind: DueKind | null } | null;
}

/** The ids that printed names stand for, and the names that nobody here bears. */
export interface Resolved {
  leaderPostId: string | null;
  leadDepartmentId: string | null;
  handlerId: string | null;
  unknown: string[];
}

/** Looks printed names up in the body's directory; what is not found is kept in words, nobody is guessed. */
export function resolved({ directory }: Pick<BatchContext, 'directory'>, printed: PrintedResponsibility): Resolved {
  const leaderPostId = named(directory.posts, printed.leader);
  const leadDepartmentId = named(directory.departments, printed.department);
  const handlerId = named(directory.persons, printed.person);
  const unknown = [
    ...(printed.leader !== null && leaderPostId === null ? [`责任领导：${printed.leader}`] : []),
    ...(printed.department !== null && leadDepartmentId === null ? [`牵头部门：${printed.department}`] : []),
    ...(printed.person !== null && handlerId === null ? [`责任人：${printed.person}`] : []),
  ];
  return { leaderPostId, leadDepartmentId, handlerId, unknown };
}

interface DueColumns {
  dueOn: Date | null;
  dueKind: DueKind | null;
  dueText: string | null;
  dueRule: string | null;
  dueAmount?: number;
  dueUnit?: string;
  dueFrom?: Date;
}

/** The deadline of an imported finding: the source's day or kind, else, for live work, the round's rule; history has no running deadline. */
export function dueColumns(
  ctx: Pick<BatchContext, 'mode' | 'feedbackOn' | 'settings' | 'calendar'>,
  type: RemediationType | null,
  printed: PrintedResponsibility['deadline'],
): DueColumns {
  const dueText = printed?.text ?? null;
  if (ctx.mode === 'HISTORY') return { dueOn: null, dueKind: null, dueText, dueRule: null };
  if (printed?.date)
    return { dueOn: toDate(printed.date), dueKind: printed.kind ?? 'DATE', dueText, dueRule: 'FROM_SOURCE' };
  if (printed?.kind === 'ONGOING') return { dueOn: null, dueKind: 'ONGOING', dueText, dueRule: 'FROM_SOURCE' };
  const ruled = printed?.kind === 'IMMEDIATE' ? 'IMMEDIATE' : type;
  const rule = deadlineByRule(ctx.feedbackOn, ruled, ctx.settings, ctx.calendar);
  if (rule === null)
    return { dueOn: null, dueKind: printed?.kind === 'IMMEDIATE' ? 'IMMEDIATE' : null, dueText, dueRule: null };
  return {
    dueOn: rule.dueOn === null ? null : toDate(rule.dueOn),
    dueKind: rule.kind,
    dueText,
    ...reasonColumns(rule.reason),
  };
}

const DAY = /(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?/u;

/** A deadline in the words of a report: its day where it is written out, its kind where the words say so. */
export function deadlineOfWords(text: string | null): PrintedResponsibility['deadline'] {
  if (text === null) return null;
  const match = DAY.exec(text.normalize('NFKC'));
  const date = match === null ? null : `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  const real = date !== null && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date) ? date : null;
  const kind = /立行立改|立知立改|即知即改/u.test(text) ? 'IMMEDIATE' : /长期|持续/u.test(text) ? 'ONGOING' : null;
  return { text, date: real, kind };
}

/** A name in a list that nobody of the body bears: the clerk sees it before the list enters the ledger. */
export interface NameWarning {
  row: number;
  seq: number;
  field: 'leader' | 'leadDepartment' | 'supportingDepartments' | 'person';
  value: string;
  message: string;
}

const FIELD_WORDS = {
  leader: '责任领导',
  leadDepartment: '牵头部门',
  supportingDepartments: '配合部门',
  person: '责任人',
};

/** Every name of a list that the directory does not know, with its row. */
export function nameWarnings(directory: Directory, findings: readonly LedgerFinding[]): NameWarning[] {
  const { posts, departments, persons } = directory;
  const said = new Set<string>();
  return findings.flatMap((finding) => {
    const { seq } = finding;
    const check = (
      row: number,
      field: NameWarning['field'],
      value: string | null,
      names: ReadonlyMap<string, string>,
    ): NameWarning[] => {
      const key = `${seq} ${field} ${value}`;
      if (value === null || said.has(key) || named(names, value) !== null) return [];
      said.add(key);
      const message = `第${row}行：${FIELD_WORDS[field]}“${value}”不在本单位名录中，入账后保留在备注里，请核对名称或先补充名录。`;
      return [{ row, seq, field, value, message }];
    };
    const [row] = finding.rows;
    return [
      ...check(row, 'leader', finding.leader, posts),
      ...check(row, 'leadDepartment', finding.leadDepartment, departments),
      ...finding.supportingDepartments.flatMap((name) => check(row, 'supportingDepartments', name, departments)),
      ...check(row, 'person', finding.person, persons),
      ...finding.actions.flatMap((action) => [
        ...check(action.row, 'leadDepartment', action.department, departments),
        ...check(action.row, 'person', action.person, persons),
      ]),
    ];
  });
}
