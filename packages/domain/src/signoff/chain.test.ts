import { describe, expect, test } from 'vitest';
import { CHAINS, DEPUTISED, MAY_SIGN } from '../../test/chain.table.ts';
import { step } from '../../test/facts.ts';
import { inWords, playChain, type People } from '../../test/signing.ts';
import { cell, readTable, words, type Line } from '../../test/tables.ts';
import { advance, eligibleSigners, nextAfterSignature, plannedSteps, startChain, whyNotSign } from './chain.ts';

/** `head:a/b`: a may sign the head's step for b. */
const STEPS = { clerk: 'CLERK_CHECK', head: 'DEPARTMENT_HEAD', leader: 'LEADER', secretary: 'SECRETARY' } as const;
const deputiesOf = (cells: string[]): People['deputies'] =>
  cells.map((each) => {
    const [kind, pair] = each.split(':') as [keyof typeof STEPS, string];
    const [deputyId, principalId] = pair.split('/') as [string, string];
    return { step: STEPS[kind], deputyId, principalId };
  });

const peopleOf = (line: Line): People => ({
  holders: {
    CLERK_CHECK: words(cell(line, 'clerk')),
    DEPARTMENT_HEAD: words(cell(line, 'head')),
    LEADER: words(cell(line, 'leader')),
    SECRETARY: words(cell(line, 'secretary')),
    OFFICE: ['officer'],
  },
  subjectIds: words(cell(line, 'subject')),
  deputies: deputiesOf(words(line['deputies'] ?? '-')),
});
const settingsOf = (line: Line) => {
  const on = (letter: string): boolean => cell(line, 'steps').includes(letter);
  return { clerkCheck: on('C'), departmentHead: on('H'), leader: on('L'), office: on('O') };
};
const BODY: People = {
  holders: {
    CLERK_CHECK: ['clerk'],
    DEPARTMENT_HEAD: ['head'],
    LEADER: ['leader'],
    SECRETARY: ['secretary'],
    OFFICE: [],
  },
  subjectIds: [],
  deputies: [],
};
const ALL_ON = { clerkCheck: true, departmentHead: true, leader: true, office: true };

describe('chains as they run', () => {
  for (const line of readTable(CHAINS))
    test(`${cell(line, 'case')}: ${cell(line, 'ends as')}`, () => {
      const played = playChain({
        settings: settingsOf(line),
        people: peopleOf(line),
        submittedById: cell(line, 'submits'),
        meetingForSecretary: cell(line, 'meeting signs for the secretary') === 'yes',
      });
      expect(inWords(played.history.at(-1)!)).toBe(cell(line, 'ends as'));
      expect(played.done).toBe(true);
    });
});

describe('chains with deputies, where the holder who is away leaves the pen to his deputy', () => {
  for (const line of readTable(DEPUTISED))
    test(`${cell(line, 'case')}: ${cell(line, 'ends as')}`, () => {
      const played = playChain({
        settings: settingsOf(line),
        people: peopleOf(line),
        submittedById: cell(line, 'submits'),
        meetingForSecretary: false,
        pick: (all) => all.at(-1)!,
      });
      expect(inWords(played.history.at(-1)!)).toBe(cell(line, 'ends as'));
    });
});

describe('the planned steps', () => {
  test.each([
    [true, true, true, 'CLERK_CHECK DEPARTMENT_HEAD LEADER SECRETARY'],
    [true, true, false, 'CLERK_CHECK DEPARTMENT_HEAD SECRETARY'],
    [true, false, true, 'CLERK_CHECK LEADER SECRETARY'],
    [true, false, false, 'CLERK_CHECK SECRETARY'],
    [false, true, true, 'DEPARTMENT_HEAD LEADER SECRETARY'],
    [false, true, false, 'DEPARTMENT_HEAD SECRETARY'],
    [false, false, true, 'LEADER SECRETARY'],
    [false, false, false, 'SECRETARY'],
  ])('clerk %s, head %s, leader %s: %s', (clerkCheck, departmentHead, leader, steps) => {
    const settings = { clerkCheck, departmentHead, leader };
    expect(plannedSteps({ ...settings, office: false }).join(' ')).toBe(steps);
    expect(plannedSteps({ ...settings, office: true }).join(' ')).toBe(`${steps} OFFICE`);
  });
});

describe('who may sign the current step', () => {
  const people: People = {
    holders: { ...BODY.holders, DEPARTMENT_HEAD: ['head', 'second', 'third', 'fourth'] },
    subjectIds: ['third'],
    deputies: [],
  };
  const chain = {
    submittedById: 'head',
    steps: [
      step(1, 'CLERK_CHECK', { state: 'SIGNED', signerId: 'fourth' }),
      step(2, 'DEPARTMENT_HEAD', { state: 'CURRENT' }),
      step(3, 'LEADER'),
      step(4, 'SECRETARY'),
    ],
  };
  test.each(readTable(MAY_SIGN).map((line) => [cell(line, 'person'), cell(line, 'is'), cell(line, 'answer')]))(
    '%s, %s: %s',
    (person, _is, answer) => {
      expect(whyNotSign(chain, people, person) ?? 'yes').toBe(answer);
    },
  );

  test('eligible are exactly those who get no refusal', () => {
    expect(eligibleSigners(chain, people)).toEqual(['second']);
  });

  test('nobody signs without a person, without a current step, or a resolution in person', () => {
    expect(whyNotSign(chain, people, null)).toBe('NOT_YOUR_STEP');
    const ended = {
      submittedById: 'worker',
      steps: [step(1, 'SECRETARY', { state: 'SIGNED', signerId: 'secretary' })],
    };
    expect(whyNotSign(ended, people, 'secretary')).toBe('NOT_YOUR_STEP');
    expect(eligibleSigners(ended, people)).toEqual([]);
    const resolution = { submittedById: 'worker', steps: [step(1, 'RESOLUTION', { state: 'CURRENT' })] };
    expect(whyNotSign(resolution, people, 'secretary')).toBe('NOT_YOUR_STEP');
    expect(eligibleSigners(resolution, people)).toEqual([]);
  });
});

describe('a step that nobody holds', () => {
  const vacant: People = { ...BODY, holders: { ...BODY.holders, LEADER: [] } };

  test('waits for a successor and is never skipped in silence', () => {
    const played = playChain({ settings: ALL_ON, people: vacant, submittedById: 'worker', meetingForSecretary: false });
    expect(played.done).toBe(false);
    expect(inWords(played.history.at(-1)!)).toBe(
      'clerk:clerk head:head leader:current secretary:waiting office:waiting',
    );
  });

  test('goes on when the post is filled again', () => {
    const waiting = startChain(
      { clerkCheck: false, departmentHead: false, leader: true, office: false },
      'worker',
      vacant,
    );
    expect(inWords(waiting)).toBe('leader:current secretary:waiting');
    expect(whyNotSign({ submittedById: 'worker', steps: waiting }, BODY, 'leader')).toBeNull();
  });
});

test('a resolution stands for the meeting while it waits; the planned steps wait for people', () => {
  const steps = startChain(ALL_ON, 'worker', BODY);
  expect(steps.map((one) => one.byResolution)).toEqual([false, false, false, false, false]);
  const last = advance({ submittedById: 'secretary', steps: [step(1, 'SECRETARY')] }, BODY).steps.at(-1);
  expect(last).toEqual(step(2, 'RESOLUTION', { state: 'CURRENT', byResolution: true }));
});

describe('the functions change nothing that they were given', () => {
  test('advance and nextAfterSignature return new steps', () => {
    const steps = startChain(ALL_ON, 'worker', BODY);
    const before = structuredClone(steps);
    const next = nextAfterSignature({ submittedById: 'worker', steps }, BODY, 'clerk');
    expect(steps).toEqual(before);
    expect(inWords(next.steps)).toBe('clerk:clerk head:current leader:waiting secretary:waiting office:waiting');
    const planned = [step(1, 'SECRETARY')];
    expect(inWords(advance({ submittedById: 'secretary', steps: planned }, BODY).steps)).toBe(
      'secretary:(SUBMITTED) resolution:current',
    );
    expect(inWords(planned)).toBe('secretary:waiting');
  });
});
