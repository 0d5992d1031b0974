import { crc32 } from 'node:zlib';
import type { RecordKey } from './export-types.ts';

/** What a row of our own export stands for: a finding's action, or a finding without actions. */
export interface RowKey {
  finding: RecordKey;
  action: RecordKey | null;
}

/** Whose cell it is: the finding's, merged over its rows, or the row's own action's. */
export type CellOwner = 'FINDING' | 'ACTION';

/** What a cell printed when it was exported, short enough to stand in the file. */
export interface Print {
  owner: CellOwner;
  /** Under a merge the finding's words stand again for the filter; some programs drop them, which changes nothing. */
  repeated: boolean;
  of: string;
}

const KEY = /^(fnd_[0-9a-f-]{36})\.(\d{1,9})(?:\/(act_[0-9a-f-]{36})\.(\d{1,9}))?$/;

export function keyText({ finding, action }: RowKey): string {
  const own = `${finding.id}.${finding.version}`;
  return action === null ? own : `${own}/${action.id}.${action.version}`;
}

/** The key that a hidden cell holds; null for anything else, so that a damaged one counts as a row without a key. */
export function parseKey(text: string): RowKey | null {
  const match = KEY.exec(text.trim());
  if (match === null) return null;
  const [, finding = '', findingVersion, action, actionVersion] = match;
  return {
    finding: { id: finding, version: Number(findingVersion) },
    action: action === undefined ? null : { id: action, version: Number(actionVersion) },
  };
}

/** The text of a cell as two readers agree on it: line breaks as `\n`, nothing around it. */
export const cellWords = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** The fingerprint of a cell's words. It only tells a changed cell from an unchanged one; rights and versions are asked anew. */
export const printOf = (text: string): string => crc32(Buffer.from(cellWords(text), 'utf8')).toString(36);

/** The fingerprints of a row in the order of the columns; an empty place is a cell that another row holds. */
export const printsText = (prints: readonly (Print | null)[]): string =>
  prints.map((print) => (print === null ? '' : `${letterOf(print)}${print.of}`)).join(',');

const letterOf = ({ owner, repeated }: Print): string => (owner === 'ACTION' ? 'A' : repeated ? 'R' : 'F');

export function parsePrints(text: string): (Print | null)[] {
  return text.split(',').map((part) => {
    const match = /^([FAR])([0-9a-z]{1,7})$/.exec(part.trim());
    if (match === null) return null;
    return { owner: match[1] === 'A' ? 'ACTION' : 'FINDING', repeated: match[1] === 'R', of: match[2] as string };
  });
}
