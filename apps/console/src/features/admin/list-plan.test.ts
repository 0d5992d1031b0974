import { expect, it } from 'vitest';
import { grantsOf, planOf, scopeOf, type DirectoryList, type Known } from './list-plan.ts';

const list: DirectoryList = {
  bodies: [{ name: '市园林中心', shortName: null, kind: 'INSPECTED', creditCode: null, regionCode: null }],
  departments: [{ body: '市园林中心', name: '办公室' }],
  posts: [{ body: '市园林中心', title: '副主任', department: null, leadership: true, inChargeOf: ['办公室'] }],
  people: [
    {
      row: 2,
      body: '市园林中心',
      department: '办公室',
      post: '副主任',
      name: '沈默',
      login: 'shen',
      roles: ['LEADER', 'CLERK'],
    },
    { row: 3, body: '市园林中心', department: null, post: null, name: '周全', login: 'zhou', roles: ['HANDLER'] },
  ],
  rowErrors: [],
};
const known = (): Known => ({
  bodies: new Map(),
  departments: new Map(),
  posts: new Map(),
  people: new Map(),
  accounts: new Map(),
});

it('adds in the order of dependence, the holding after the account', () => {
  expect(planOf(list, known()).entries.map((entry) => entry.step)).toEqual([
    'bodies',
    'departments',
    'posts',
    'people',
    'people',
    'accounts',
    'accounts',
    'holdings',
  ]);
});

it('goes on where a half imported list stopped', () => {
  const half = known();
  half.bodies.set('市园林中心', 'bdy_1');
  half.departments.set('市园林中心/办公室', 'dep_1');
  half.posts.set('市园林中心/副主任', { id: 'pst_1', version: 2, holder: '沈默' });
  half.accounts.set('shen', { id: 'acc_1', personId: 'psn_1', grants: ['CLERK'] });
  const { entries, old } = planOf(list, half);
  expect(entries.map((entry) => [entry.step, entry.label])).toEqual([
    ['people', '市园林中心/周全'],
    ['accounts', '周全(zhou)'],
  ]);
  expect(old).toEqual({ bodies: 1, departments: 1, posts: 1, people: 1, accounts: 1, holdings: 1 });
});

it('grants what is not held yet, each role in the scope it needs', () => {
  const there = known();
  there.bodies.set('市园林中心', 'bdy_1');
  there.posts.set('市园林中心/副主任', { id: 'pst_1', version: 1, holder: null });
  there.accounts.set('shen', { id: 'acc_1', personId: 'psn_1', grants: ['CLERK'] });
  const { entries, old } = grantsOf(list, there);
  expect([entries.map((entry) => entry.role), old]).toEqual([['LEADER', 'HANDLER'], 1]);
  expect(entries.map((entry) => scopeOf(entry, there))).toEqual([{ postId: 'pst_1' }, null]);
});
