import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { playChain, type Play } from '../../test/signing.ts';
import type { ChainStep } from './chain.ts';

const DEPUTISED = ['DEPARTMENT_HEAD', 'LEADER', 'SECRETARY'] as const;
const PERSONS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Small bodies: two to six people who hold the posts in any combination, any of them subject or submitter. */
const body = fc.integer({ min: 2, max: PERSONS.length }).chain((size) => {
  const person = fc.constantFrom(...PERSONS.slice(0, size));
  const holders = fc.uniqueArray(person, { minLength: 1, maxLength: 2 });
  return fc.record({
    settings: fc.record({
      clerkCheck: fc.boolean(),
      departmentHead: fc.boolean(),
      leader: fc.boolean(),
      office: fc.boolean(),
    }),
    people: fc.record({
      holders: fc.record({
        CLERK_CHECK: holders,
        DEPARTMENT_HEAD: holders,
        LEADER: holders,
        SECRETARY: holders,
        OFFICE: holders,
      }),
      subjectIds: fc.uniqueArray(person, { maxLength: 2 }),
      deputies: fc.uniqueArray(
        fc.record({ step: fc.constantFrom(...DEPUTISED), deputyId: person, principalId: person }),
        { maxLength: 4 },
      ),
    }),
    submittedById: person,
    meetingForSecretary: fc.boolean(),
    pick: fc.boolean().map((last) => (all: string[]) => (last ? all.at(-1)! : all[0]!)),
  });
});

const signed = (steps: readonly ChainStep[]): ChainStep[] => steps.filter((step) => step.state === 'SIGNED');
/** Everybody in whose name something is signed: a deputy's signature is also his principal's. */
const persons = (steps: readonly ChainStep[]): string[] =>
  signed(steps).flatMap((step) => [step.signerId, step.principalId].filter((person) => person !== null));
const signers = (steps: readonly ChainStep[]): string[] =>
  signed(steps).flatMap((step) => (step.kind === 'CLERK_CHECK' ? [] : (step.signerId ?? [])));
const meetings = (steps: readonly ChainStep[]): number => signed(steps).filter((step) => step.byResolution).length;
const everyChain = (law: (play: Play, end: ChainStep[], history: ChainStep[][]) => void): void =>
  fc.assert(
    fc.property(body, (play) => {
      const { history, done } = playChain(play);
      expect(done, 'ends').toBe(true);
      law(play, history.at(-1)!, history);
    }),
    { numRuns: 2_000 },
  );

describe('over random small bodies', () => {
  test('every chain ends with the signatures of two people at least, or with a meeting’s; the clerk’s check is none', () => {
    everyChain((_play, end) => expect(meetings(end) > 0 || signers(end).length >= 2).toBe(true));
  });

  test('nobody signs twice, his own submission, or his own case', () => {
    everyChain((play, end) => {
      const names = persons(end);
      expect(new Set(names).size).toBe(names.length);
      expect(names).not.toContain(play.submittedById);
      for (const subject of play.people.subjectIds) expect(names).not.toContain(subject);
    });
  });

  test('a deputy signs only for a holder of the step who named him, never for himself', () => {
    everyChain((play, end) => {
      for (const { kind, signerId, principalId } of signed(end).filter((step) => step.principalId !== null)) {
        expect(play.people.deputies).toContainEqual({ step: kind, deputyId: signerId, principalId });
        expect(signerId).not.toBe(principalId);
      }
    });
  });

  test('people sign only steps that they hold, or as deputy of who does; a meeting signs only for the secretary or as a resolution', () => {
    everyChain((play, end) => {
      for (const step of signed(end))
        if (step.byResolution) expect(['SECRETARY', 'RESOLUTION']).toContain(step.kind);
        else expect(play.people.holders[step.kind as 'SECRETARY']).toContain(step.principalId ?? step.signerId);
    });
  });

  test('a step is skipped only when it excludes every holder, with the reason; a signed one has none', () => {
    everyChain((play, end) => {
      for (const [index, step] of end.entries()) {
        expect(step.skipReason !== null).toBe(step.state === 'SKIPPED');
        if (step.state !== 'SKIPPED') continue;
        const earlier = persons(end.slice(0, index));
        const excluded = [play.submittedById, ...play.people.subjectIds, ...earlier];
        for (const holder of play.people.holders[step.kind as 'SECRETARY']) expect(excluded).toContain(holder);
      }
    });
  });

  test('while it runs exactly one step is current, in order; at the end none waits', () => {
    everyChain((_play, end, history) => {
      for (const steps of history.slice(0, -1)) {
        const current = steps.findIndex((step) => step.state === 'CURRENT');
        expect(steps.filter((step) => step.state === 'CURRENT')).toHaveLength(1);
        expect(steps.slice(0, current).every((step) => step.state === 'SIGNED' || step.state === 'SKIPPED')).toBe(true);
        expect(steps.slice(current + 1).every((step) => step.state === 'WAITING')).toBe(true);
      }
      expect(end.every((step) => step.state === 'SIGNED' || step.state === 'SKIPPED')).toBe(true);
      expect(end.map((step) => step.ordinal)).toEqual(end.map((_step, index) => index + 1));
    });
  });

  test('a resolution countersigns only where fewer than two people could sign', () => {
    everyChain((_play, end) => {
      if (end.some((step) => step.kind === 'RESOLUTION')) expect(signers(end).length).toBeLessThanOrEqual(1);
      expect(meetings(end)).toBeLessThanOrEqual(1);
    });
  });
});
