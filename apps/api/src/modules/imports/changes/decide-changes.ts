import type { TableChanges } from '@closeout/documents';
import { invalid } from '@closeout/domain';
import type { TakeCellsEdit } from '../import.edits.ts';

type Decided = { refusal: unknown; accepted: boolean };

function decided<T extends Decided>(
  list: readonly T[],
  places: readonly number[],
  accepted: boolean,
  field: string,
): T[] {
  const wrong = places.find((place) => list[place] === undefined || (accepted && list[place].refusal !== null));
  if (wrong !== undefined) throw invalid(field, 'imports.place', `place ${wrong} is not there, or cannot be taken`);
  const chosen = new Set(places);
  return list.map((one, place) => (chosen.has(place) ? { ...one, accepted } : one));
}

/** Takes cells and new rows, or leaves them out; what the rules refuse cannot be taken. */
export const takeCells = (changes: TableChanges, edit: TakeCellsEdit): TableChanges => ({
  ...changes,
  changes: decided(changes.changes, edit.changes ?? [], edit.accepted, 'takeCells.changes'),
  additions: decided(changes.additions, edit.additions ?? [], edit.accepted, 'takeCells.additions'),
});
