import { expect, it } from 'vitest';
import { addDays, filterOf, isFiltered, orderOf, validateLedgerSearch, withoutFilters } from './ledger-search.ts';

it('reads the URL and drops what it does not know, so that an old link still opens the ledger', () => {
  expect(
    validateLedgerSearch({
      view: 'tasks',
      leader: 'pst_1',
      department: 'x',
      state: ['CLOSED', 'MELTED'],
      overdue: 'true',
      returned: 0,
      from: '2024-6-1',
      q: '  经费 ',
      sort: 'due',
      desc: true,
      other: 1,
    }),
  ).toEqual({ view: 'tasks', leader: 'pst_1', state: ['CLOSED'], overdue: true, q: '经费', sort: 'due', desc: true });
});

it('searches for a number typed into the search box', () => {
  expect(validateLedgerSearch({ q: 2024 })).toEqual({ q: '2024' });
});

it('asks the server only for what is filtered', () => {
  expect(filterOf({}, 'ins_1')).toEqual({ inspectionId: 'ins_1' });
  expect(filterOf({ mine: true, type: 'STAGED', q: '票据' }, 'ins_1')).toEqual({
    inspectionId: 'ins_1',
    waitsForMe: true,
    remediationType: ['STAGED'],
    text: '票据',
  });
});

it('counts a deadline only where it runs, like the statistics do', () => {
  const filter = filterOf({ from: '2026-11-23', to: '2026-12-03' }, 'ins_1');
  expect(filter.dueOn).toEqual({ from: '2026-11-23', to: '2026-12-03' });
  expect(filter.state).toEqual(['UNCLAIMED', 'RECTIFYING', 'IN_REVIEW']);
  expect(filterOf({ to: '2026-12-03', state: ['CLOSED'] }, 'ins_1').state).toEqual(['CLOSED']);
});

it('clears the filters and keeps view, inspection and order', () => {
  const search = { inspection: 'ins_1', view: 'duties', sort: 'due', q: 'x', overdue: true } as const;
  expect(isFiltered(search)).toBe(true);
  expect(withoutFilters(search)).toEqual({ inspection: 'ins_1', view: 'duties', sort: 'due' });
  expect(isFiltered(withoutFilters(search))).toBe(false);
});

it('orders by number unless something else is chosen', () => {
  expect(orderOf({})).toEqual({ field: 'SEQ', direction: 'ASC' });
  expect(orderOf({ sort: 'updated', desc: true })).toEqual({ field: 'UPDATED', direction: 'DESC' });
});

it('adds calendar days over the end of a year', () => {
  expect(addDays('2026-12-24', 10)).toBe('2027-01-03');
});
