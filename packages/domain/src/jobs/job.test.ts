import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../test/refusal.ts';
import { fullGrant } from '../../test/people.ts';
import { moveDifferences } from '../../test/publication-differences.ts';
import { SINGLE_MOVES } from '../../test/publications.table.ts';
import { cell, readTable } from '../../test/tables.ts';
import type { Grant } from '../access/viewer.ts';
import { JOB_STATES, JOB_VERBS } from './codes.ts';
import { JOB_RULES, jobAfter, jobVerbs, stillHeld } from './job.ts';

describe('what its owner does with a job', () => {
  test('is written for every verb, and the rules answer as it is written', () => {
    const written = readTable(SINGLE_MOVES).map((line) => cell(line, 'verb'));
    expect(written).toEqual(expect.arrayContaining([...JOB_VERBS]));
    expect(moveDifferences()).toEqual([]);
  });

  test('a job is led by its rule, or refused by its name', () => {
    for (const verb of JOB_VERBS)
      for (const state of JOB_STATES) {
        if (jobVerbs(state).includes(verb)) expect(jobAfter(verb, state)).toBe(JOB_RULES[verb].to);
        else expect(refusalOf(() => jobAfter(verb, state))).toBe('jobs.state');
      }
  });
});

describe('a file may be fetched while what it was made with is held', () => {
  const head: Grant = fullGrant('DEPARTMENT_HEAD');
  const leader: Grant = { ...fullGrant('LEADER'), departmentsInCharge: ['one', 'two'] };
  const group: Grant = { ...fullGrant('DISCIPLINE_GROUP'), reachedBodyIds: ['one'] };

  test.each<[string, Grant[], Grant[], boolean]>([
    ['the same', [head, leader], [leader, head], true],
    ['one more', [head], [head, leader], true],
    ['one less', [head, leader], [leader], false],
    ['another department', [head], [{ ...head, departmentId: 'other' }], false],
    ['another role in the body', [fullGrant('SECRETARY')], [fullGrant('CLERK')], false],
    ['a department less in charge', [leader], [{ ...leader, departmentsInCharge: ['one'] }], false],
    ['a body more supervised', [group], [{ ...group, reachedBodyIds: ['one', 'two'] }], true],
    ['the deputy’s time is over', [{ ...head, deputyFor: 'somebody' }], [head], false],
    ['nothing is left', [head], [], false],
  ])('%s', (_, then, now, held) => {
    expect(stillHeld(then, now)).toBe(held);
  });
});
