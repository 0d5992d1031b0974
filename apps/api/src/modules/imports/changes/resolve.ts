import { readCellDeadline, type ReturnedCell, type TableChange, type TableRemark } from '@closeout/documents';
import { deadlineRefusal, entersOnBehalf, LIMITS, rolesFor, type Viewer } from '@closeout/domain';
import { fromDate } from '../../day.ts';
import { otherMeasures, TYPE_WORDS } from '../../reports/ledger-sheet.ts';
import { exactly, type Directory } from '../commit/directory.ts';
import type { AssignValues, EditActionValues, EditFindingValues } from './values.ts';
import type { FindingNow } from './ledger-now.ts';
import { headingOf, remark } from './remark.ts';

/** What a changed cell means in the words of the ledger's own operations, or why it means nothing. */
export type Resolved =
  | { refusal: TableRemark }
  | { verb: 'editFinding'; values: EditFindingValues }
  | { verb: 'assign'; values: AssignValues }
  | { verb: 'nameHandler'; values: { handlerId: string } }
  | { verb: 'editAction'; values: EditActionValues }
  | { verb: 'updateProgress'; values: { text: string } };

/** What resolving asks beside the cell. */
export interface ResolveContext {
  viewer: Viewer;
  directory: Directory;
  planAcceptedOn: string | null;
}

type Place = Pick<TableChange, 'column' | 'owner'> & { cell: ReturnedCell; actionUuid: string | null };
type Resolve = (place: Place, now: FindingNow, ctx: ResolveContext) => Resolved;

const refuse = (code: Parameters<typeof remark>[0], { cell, column }: Place, more = {}): Resolved => ({
  refusal: remark(code, { column: headingOf(column), value: cell.text, ...more }),
});

/** A text within its limit; an empty one clears where that is possible. */
function text(place: Place, limit: number, use: (words: string) => Resolved, clear?: () => Resolved): Resolved {
  const { text: words } = place.cell;
  if (words === '') return clear === undefined ? refuse('TABLE_EMPTY', place) : clear();
  return words.length > limit ? refuse('TABLE_TOO_LONG', place, { limit }) : use(words);
}

const finding = (values: EditFindingValues): Resolved => ({ verb: 'editFinding', values });
const assign = (values: AssignValues): Resolved => ({ verb: 'assign', values });
const action = (values: EditActionValues): Resolved => ({ verb: 'editAction', values });

/** A name of the body's directory, exactly; nobody is guessed. An empty cell clears. */
function name(place: Place, names: ReadonlyMap<string, string>, use: (id: string | null) => Resolved): Resolved {
  const { text: words } = place.cell;
  if (words === '') return use(null);
  const id = exactly(names, words);
  return id === null ? refuse('TABLE_NAME_UNKNOWN', place) : use(id);
}

const handler: Resolve = (place, _, { directory }) =>
  name(place, directory.persons, (id) => {
    if (place.owner === 'ACTION') return action({ handlerId: id });
    return id === null ? refuse('TABLE_EMPTY', place) : { verb: 'nameHandler', values: { handlerId: id } };
  });

const leadDepartment: Resolve = (place, now, { directory }) =>
  name(place, directory.departments, (id) => {
    if (place.owner === 'ACTION') return action({ departmentId: id });
    if (id === null && now.row.state === 'RECTIFYING') return refuse('TABLE_EMPTY', place);
    return assign({ leadDepartmentId: id });
  });

const supporting: Resolve = (place, now, { directory }) => {
  const parts = place.cell.text.split(/[、,，;；/\n]+/u).map((part) => part.trim()).filter((part) => part !== ''); // prettier-ignore
  const unknown = parts.find((part) => exactly(directory.departments, part) === null);
  if (unknown !== undefined) return refuse('TABLE_NAME_UNKNOWN', place, { value: unknown });
  const ids = parts.flatMap((part) => exactly(directory.departments, part) ?? []);
  const leads = parts.find((part) => exactly(directory.departments, part) === now.row.leadDepartmentId);
  return leads === undefined
    ? assign({ supportingDepartmentIds: [...new Set(ids)] })
    : refuse('TABLE_LEAD_SUPPORTS', place, { value: leads });
};

const remediationType: Resolve = (place) => {
  const found = Object.entries(TYPE_WORDS).find(([, words]) => words === place.cell.text);
  if (place.cell.text === '') return assign({ remediationType: null });
  return found === undefined
    ? refuse('TYPE_NOT_UNDERSTOOD', place)
    : assign({ remediationType: found[0] as keyof typeof TYPE_WORDS });
};

const deadline: Resolve = (place, now, { planAcceptedOn }) => {
  const ofFinding = place.owner === 'FINDING';
  if (place.cell.text === '') return ofFinding ? refuse('TABLE_EMPTY', place) : action({ dueOn: null, dueText: null });
  const read = readCellDeadline(place.cell);
  if (read === null || read.text.length > 200) return refuse('TABLE_DEADLINE', place);
  const dueText = read.text === '' ? null : read.text;
  if (!ofFinding) return action({ dueOn: read.date, dueText });
  if (deadlineRefusal(planAcceptedOn, fromDate(now.row.dueOn), read.date) !== null)
    return refuse('TABLE_DEADLINE_FIXED', place);
  return assign({ ...(read.date === null ? {} : { dueOn: read.date }), ...(read.kind === null ? {} : { dueKind: read.kind }), dueText }); // prettier-ignore
};

const progress: Resolve = (place, now, { viewer }) => {
  const own = now.row.actions.find(({ id }) => id === place.actionUuid);
  if (own === undefined) return refuse('TABLE_OF_ACTION', place);
  if (own.state === 'DROPPED') return refuse('TABLE_DROPPED', place);
  const onBehalf = entersOnBehalf(rolesFor(viewer, 'updateProgress', now.facts));
  if (onBehalf && (own.departmentId ?? now.row.leadDepartmentId) === null) return refuse('TABLE_NO_DEPARTMENT', place);
  return text(place, LIMITS.text, (words) => ({ verb: 'updateProgress', values: { text: words } }));
};

/** The remark without the lines on other measures, which the ledger prints below it. */
const remarkLine: Resolve = (place, now) => {
  const others = new Set(otherMeasures(now.row));
  const own = place.cell.text.split('\n').filter((line) => !others.has(line.trim())).join('\n').trim(); // prettier-ignore
  return own.length > LIMITS.text
    ? refuse('TABLE_TOO_LONG', place, { limit: LIMITS.text })
    : finding({ remark: own === '' ? null : own });
};

const RESOLVE: Partial<Record<TableChange['column'], Resolve>> = {
  title: (place) => text(place, LIMITS.title, (words) => finding({ title: words })),
  description: (place) => text(place, LIMITS.longText, (words) => finding({ details: words }), () => finding({ details: '' })), // prettier-ignore
  target: (place) => text(place, LIMITS.text, (words) => finding({ acceptanceCriterion: words }), () => finding({ acceptanceCriterion: null })), // prettier-ignore
  effect: (place) =>
    text(
      place,
      LIMITS.text,
      (words) => finding({ effect: words }),
      () => finding({ effect: null }),
    ),
  remark: remarkLine,
  measure: (place) => text(place, LIMITS.text, (words) => action({ text: words })),
  leader: (place, _, { directory }) => name(place, directory.posts, (id) => assign({ leaderId: id })),
  leadDepartment,
  supportingDepartments: supporting,
  person: handler,
  remediationType,
  deadline,
  progress,
};

/** Reads one changed cell: names in the body's directory, days and classes from their words. Rights are judged apart. */
export function resolve(place: Place, now: FindingNow, ctx: ResolveContext): Resolved {
  const { fault } = place.cell;
  if (fault !== null) return refuse(fault === 'error' ? 'CELL_ERROR' : 'FORMULA_WITHOUT_VALUE', place);
  return RESOLVE[place.column]?.(place, now, ctx) ?? refuse('TABLE_REFUSED', place);
}
