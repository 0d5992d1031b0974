import { describe, expect, test } from 'vitest';
import { readyFacts, waitingAt } from '../../test/facts.ts';
import { fullGrant, viewerWith } from '../../test/people.ts';
import { cell, readTable } from '../../test/tables.ts';
import type { FindingVerb } from '../access/verbs.ts';
import type { Role, SignoffStepKind } from '../vocabulary.ts';
import { judge } from './workflow.ts';

/**
 * 销号前抽查 (domain.md section 4: the discipline group "can sample before close-out"): what a sample whose result is not
 * recorded holds, and what it does not. Only the signature that closes waits.
 */
const HELD = `
  step            | by        | verb                 | answer
  ----------------|-----------|----------------------|-------
  DEPARTMENT_HEAD | head      | sign                 | IN_REVIEW
  LEADER          | leader    | sign                 | IN_REVIEW
  LEADER          | clerk     | recordPaperSignature | IN_REVIEW
  SECRETARY       | secretary | sign                 | SAMPLE_OPEN
  SECRETARY       | clerk     | recordPaperSignature | SAMPLE_OPEN
  SECRETARY       | secretary | recordResolution     | SAMPLE_OPEN
  RESOLUTION      | clerk     | recordResolution     | SAMPLE_OPEN
  LEADER          | leader    | returnFinding        | RECTIFYING
  SECRETARY       | secretary | returnFinding        | RECTIFYING
`;

const ROLES: Record<string, Role> = {
  head: 'DEPARTMENT_HEAD',
  leader: 'LEADER',
  secretary: 'SECRETARY',
  clerk: 'CLERK',
};
const holders = {
  CLERK_CHECK: ['clerk'],
  DEPARTMENT_HEAD: ['head'],
  LEADER: ['leader'],
  SECRETARY: ['secretary'],
  OFFICE: [],
};

const answer = (line: ReturnType<typeof readTable>[number], sampleOpen: boolean): string => {
  const kind = cell(line, 'step') as SignoffStepKind;
  const name = cell(line, 'by');
  const signed = kind === 'RESOLUTION' ? ['clerk'] : ['clerk', 'head', 'leader'];
  const pending = waitingAt(kind, signed, { sampleOpen });
  const viewer = { ...viewerWith(fullGrant(ROLES[name]!)), personId: name };
  const judged = judge(viewer, cell(line, 'verb') as FindingVerb, readyFacts({ state: 'IN_REVIEW', holders, pending }));
  return judged.allowed ? judged.to : String(judged.reason);
};

describe('a sample whose result is open', () => {
  for (const line of readTable(HELD))
    test(`${cell(line, 'verb')} by the ${cell(line, 'by')} at ${cell(line, 'step')}: ${cell(line, 'answer')}`, () => {
      expect(answer(line, true)).toBe(cell(line, 'answer'));
      const recorded = cell(line, 'answer') === 'SAMPLE_OPEN' ? 'CLOSED' : cell(line, 'answer');
      expect(answer(line, false)).toBe(recorded);
    });
});
