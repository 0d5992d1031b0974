import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../test/refusal.ts';
import { fullGrant } from '../../test/people.ts';
import type { Grant } from '../access/viewer.ts';
import { JOB_STATES, JOB_VERBS, type JobState } from './codes.ts';
import { jobAfter, jobVerbs, stillHeld } from './job.ts';

const TABLE = `
  cancelJob | WAITING RUNNING  | CANCELLED
  retryJob  | FAILED CANCELLED | WAITING
`;
const rows = TABLE.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()) as [(typeof JOB_VERBS)[number], string, JobState]);

describe('what its owner does with a job', () => {
  test('every verb has a row', () => {
    expect(rows.map(([verb]) => verb)).toEqual([...JOB_VERBS]);
  });

  test.each(rows)('%s from %s to %s, and from nowhere else', (verb, from, to) => {
    for (const state of JOB_STATES) {
      const legal = from.split(' ').includes(state);
      expect(jobVerbs(state).includes(verb)).toBe(legal);
      if (legal) expect(jobAfter(verb, state)).toBe(to);
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
