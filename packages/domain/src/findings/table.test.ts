import { describe, expect, test } from 'vitest';
import { readyFacts } from '../../test/facts.ts';
import { EVERYONE, ROLE_OF, fullGrant, viewerWith, type Who } from '../../test/people.ts';
import { cell, readTable } from '../../test/tables.ts';
import type { FindingState } from '../vocabulary.ts';
import { TABLE_COLUMNS, tableCell, whyNotByTable, type TableColumn, type TableOwner } from './table.ts';

/** Who may change which cell of a finding that is being worked on; every other cell of the list is locked for everybody. */
const MAY = `
  cell                          | who
  ------------------------------|-------------
  title FINDING                 | head clerk
  description FINDING           | head clerk
  remediationType FINDING       | clerk
  target FINDING                | head clerk
  measure ACTION                | head clerk
  leader FINDING                | clerk
  leadDepartment FINDING        | clerk
  leadDepartment ACTION         | head clerk
  supportingDepartments FINDING | clerk
  person FINDING                | head
  person ACTION                 | head clerk
  deadline FINDING              | clerk
  deadline ACTION               | head clerk
  progress ACTION               | handler head clerk
  effect FINDING                | head clerk
  remark FINDING                | head clerk
`;

const OWNERS: readonly TableOwner[] = ['FINDING', 'ACTION'];
const CELLS = TABLE_COLUMNS.flatMap((column) => OWNERS.map((owner) => ({ column, owner })));
const as = (who: Who) => viewerWith(fullGrant(ROLE_OF[who]));
const reasonFor = (who: Who, column: TableColumn, owner: TableOwner, state: FindingState) =>
  whyNotByTable(as(who), column, owner, readyFacts({ state }));

describe('cells of a ledger that comes back', () => {
  test('may be changed by whom the table names, and by nobody else', () => {
    const may = new Map(readTable(MAY).map((line) => [cell(line, 'cell'), cell(line, 'who')]));
    const found = CELLS.map(({ column, owner }) => {
      const who = EVERYONE.filter((one) => reasonFor(one, column, owner, 'RECTIFYING') === null);
      return [`${column} ${owner}`, who.join(' ')] as const;
    });
    expect(new Map(found.filter(([, who]) => who !== ''))).toEqual(may);
  });

  test('state, result and closing day never, whoever asks and wherever the finding stands', () => {
    for (const who of EVERYONE)
      for (const state of ['RECORDED', 'RECTIFYING', 'IN_REVIEW', 'CLOSED'] as const)
        for (const column of ['result', 'closedOn'] as const)
          for (const owner of OWNERS) expect(reasonFor(who, column, owner, state)).toBe('STATE');
  });

  test('a finding under review, closed or only recorded keeps its words', () => {
    for (const state of ['RECORDED', 'IN_REVIEW', 'CLOSED'] as const)
      expect([reasonFor('clerk', 'title', 'FINDING', state), reasonFor('clerk', 'progress', 'ACTION', state)]).toEqual([
        'WRONG_STATE',
        'WRONG_STATE',
      ]);
  });

  test('every cell has a verb or a lock', () => {
    for (const { column, owner } of CELLS) expect(Object.keys(tableCell(column, owner))).toHaveLength(1);
    expect(TABLE_COLUMNS).toHaveLength(20);
  });
});
