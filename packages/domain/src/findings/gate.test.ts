import { describe, expect, test } from 'vitest';
import { action, readyFacts, sum } from '../../test/facts.ts';
import { GATE } from '../../test/gate.table.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import { DEFAULT_EVIDENCE_RULES } from '../evidence/rules.ts';
import type { ActionState, EvidenceAcceptance, EvidenceKind, PointOutcome } from '../vocabulary.ts';
import type { ActionFacts, FindingFacts, SumFacts } from './facts.ts';
import { missingForCloseOut, missingForContinuation, missingToClose } from './gate.ts';

const { actions, points, sums } = readyFacts();
const alsoAction = (change: Partial<ActionFacts>): Partial<FindingFacts> => ({
  actions: [...actions, action(3, change)],
});
const alsoSum = (change: Partial<SumFacts>): Partial<FindingFacts> => ({ sums: [...sums, sum('B', change)] });
const alsoPoint = (outcome: PointOutcome | null): Partial<FindingFacts> => ({
  points: [...points, { ordinal: 3, outcome }],
});
const bare = { pieces: [] };
const piece = (acceptance: EvidenceAcceptance, kind: EvidenceKind = 'FILE') => ({ kind, acceptance });
const documented = (pieces: number): Pick<FindingFacts, 'evidenceRules'> => ({
  evidenceRules: { ...DEFAULT_EVIDENCE_RULES, RULES: { kinds: ['DOCUMENT'], pieces } },
});
const open = (ordinal: number, state: ActionState): ActionFacts => action(ordinal, { state, ...bare });
const unpaid = { recoveredFen: 0n, waivedFen: 0n };

/** Each change of the table, as facts. */
const CHANGES: Record<string, Partial<FindingFacts>> = {
  nothing: {},
  'no lead department': { leadDepartmentId: null },
  'no leader': { leaderPostId: null, leaderConfirmed: false },
  'leader not confirmed': { leaderConfirmed: false },
  'no action at all': { actions: [] },
  'an action planned': { actions: [...actions, open(3, 'PLANNED')] },
  'an action in progress': { actions: [...actions, open(3, 'IN_PROGRESS')] },
  'two actions open': { actions: [...actions, open(3, 'PLANNED'), open(4, 'IN_PROGRESS')] },
  'every action dropped': { actions: [open(1, 'DROPPED'), open(2, 'DROPPED')] },
  'a point without outcome': alsoPoint(null),
  'a point that continues': alsoPoint('CONTINUING'),
  'no points': { points: [] },
  'done without evidence': alsoAction(bare),
  'done, its only piece rejected': alsoAction({ pieces: [piece('REJECTED')] }),
  'done, its evidence not reviewed': alsoAction({ pieces: [piece('PENDING')] }),
  'done, one of two pieces accepted': alsoAction({ pieces: [piece('PENDING'), piece('ACCEPTED')] }),
  'a document asked, a file there': {
    ...alsoAction({ kind: 'RULES', pieces: [piece('ACCEPTED')] }),
    ...documented(1),
  },
  'a document asked and there, not reviewed': {
    ...alsoAction({ kind: 'RULES', pieces: [piece('PENDING', 'DOCUMENT')] }),
    ...documented(1),
  },
  'a document asked, a rejected one there': {
    ...alsoAction({ kind: 'RULES', pieces: [piece('REJECTED', 'DOCUMENT'), piece('ACCEPTED')] }),
    ...documented(1),
  },
  'two documents asked, one there': {
    ...alsoAction({ kind: 'RULES', pieces: [piece('ACCEPTED', 'DOCUMENT')] }),
    ...documented(2),
  },
  'a document asked of another kind of action': {
    ...alsoAction({ kind: 'TALK', pieces: [piece('ACCEPTED')] }),
    ...documented(1),
  },
  'no evidence asked of its kind': { ...alsoAction({ kind: 'RULES', pieces: [] }), ...documented(0) },
  'done, needs no evidence': alsoAction({ needsEvidence: false, ...bare }),
  'dropped without evidence': { actions: [...actions, open(3, 'DROPPED')] },
  'open without evidence': { actions: [...actions, open(3, 'IN_PROGRESS')] },
  'a sum without disposition': alsoSum({ disposition: null, ...unpaid }),
  'a sum to be decided (待认定)': alsoSum({ disposition: 'UNDECIDED', ...unpaid }),
  'procedural, no refund (程序违规不涉退款)': alsoSum({ disposition: 'PROCEDURAL', ...unpaid }),
  'written off (已核销)': alsoSum({ disposition: 'WRITTEN_OFF', ...unpaid }),
  'due, not established': alsoSum({ establishedFen: null, ...unpaid }),
  'due, nothing recovered': alsoSum(unpaid),
  'due, one fen outstanding': alsoSum({ recoveredFen: 59_999n }),
  'due, all waived': alsoSum({ recoveredFen: 0n, waivedFen: 100_000n }),
  'due, all recovered': alsoSum({ recoveredFen: 100_000n, waivedFen: 0n }),
  'due, recovered but for what was waived': alsoSum({ recoveredFen: 99_999n, waivedFen: 1n }),
  'established as nothing': alsoSum({ establishedFen: 0n, ...unpaid }),
  'no sums': { sums: [] },
  'everything at once': {
    leadDepartmentId: null,
    leaderPostId: null,
    leaderConfirmed: false,
    actions: [...actions, open(3, 'PLANNED'), action(4, bare)],
    points: [...points, { ordinal: 3, outcome: null }],
    sums: [...sums, sum('B', { disposition: null }), sum('C', unpaid)],
  },
};

const LINES = readTable(GATE);
const named = (missing: ReturnType<typeof missingToClose>): string[] =>
  missing.map((one) => (one.subject === null ? one.code : `${one.code}:${one.subject}`));

test('every line of the table is a change, and the other way round', () => {
  expect(LINES.map((line) => cell(line, 'change'))).toEqual(Object.keys(CHANGES));
});

describe('what is missing', () => {
  for (const line of LINES)
    test(cell(line, 'change'), () => {
      const facts = readyFacts(CHANGES[cell(line, 'change')]);
      expect(named(missingForCloseOut(facts))).toEqual(words(cell(line, 'to submit for close-out')));
      expect(named(missingForContinuation(facts))).toEqual(words(cell(line, 'to submit for continuation')));
      expect(named(missingToClose(facts))).toEqual(words(cell(line, 'to close')));
    });
});
