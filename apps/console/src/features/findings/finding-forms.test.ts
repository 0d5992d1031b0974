import { describe, expect, it } from 'vitest';
import { EMPTY_PIECE, firstMissing } from '../evidence/piece-form.ts';
import { assignInput, type AssignForm } from './assign-input.ts';
import { anchorOf } from './Blockers.tsx';
import { cutBySpans } from './cut-by-spans.ts';
import { changedTexts, conflictingTexts, type Texts } from './merge-texts.ts';

const assigned: AssignForm = {
  leaderId: 'pst_1',
  leadDepartmentId: 'dep_1',
  supportingDepartmentIds: ['dep_2'],
  subjectIds: [],
  remediationType: 'STAGED',
  plan: 'MAIN',
  deadline: 'KEEP',
  dueOn: '2026-12-18',
  dueText: '',
};

describe('an assignment', () => {
  it('sends only what changed: the leader is not asked to be confirmed again', () => {
    expect(assignInput(assigned, { ...assigned, supportingDepartmentIds: [] })).toEqual({
      supportingDepartmentIds: [],
    });
  });
  it('keeps the date when only the class changes', () => {
    expect(assignInput(assigned, { ...assigned, remediationType: 'IMMEDIATE' })).toEqual({
      remediationType: 'IMMEDIATE',
      dueOn: '2026-12-18',
    });
  });
  it('asks for the round’s rule by clearing the date', () => {
    expect(assignInput(assigned, { ...assigned, deadline: 'RULE' })).toEqual({
      dueOn: null,
      remediationType: 'STAGED',
    });
  });
});

describe('two editors', () => {
  const base: Texts = {
    title: '甲',
    description: '乙',
    rootCause: '',
    acceptanceCriterion: '',
    effect: '',
    remark: '',
  };
  it('ask only about what both changed differently', () => {
    const mine = { ...base, title: '我', effect: '同' };
    const theirs = { ...base, title: '他', effect: '同', remark: '他的' };
    expect(conflictingTexts(base, mine, theirs)).toEqual(['title']);
    expect(changedTexts(base, mine)).toEqual({ title: '我', effect: '同' });
  });
});

describe('the source', () => {
  it('is cut without losing a character, the closest span winning', () => {
    const pieces = cutBySpans('零一二三四五', [
      { from: 1, to: 5, kind: 'action' },
      { from: 2, to: 3, kind: 'evidence' },
      { from: 4, to: 99, kind: 'finding' },
    ]);
    expect(pieces.map((piece) => piece.text).join('')).toBe('零一二三四五');
    expect(pieces.filter((piece) => piece.kind === 'evidence')).toEqual([{ text: '二', kind: 'evidence' }]);
    expect(pieces.some((piece) => piece.kind === 'finding')).toBe(false);
  });
});

it('a blocker leads to the place where it is supplied', () => {
  const sums = [{ ordinal: 2, label: '服装费' }];
  expect(anchorOf({ code: 'EVIDENCE_PRESENT', subject: '4' }, sums)).toBe('action-4');
  expect(anchorOf({ code: 'MONEY_OUTSTANDING', subject: '服装费' }, sums)).toBe('sum-2');
  expect(anchorOf({ code: 'LEADER_CONFIRMATION' }, sums)).toBe('people');
});

it('a short form names what is still empty; the words of a date stand for its day', () => {
  const meeting = { ...EMPTY_PIECE, meetingType: 'BRANCH' as const, title: '支部会' };
  expect(firstMissing('MEETING', meeting)).toBe('date');
  expect(firstMissing('MEETING', { ...meeting, dateText: '2023年10月中旬' })).toBeNull();
  expect(firstMissing('FILE', { ...EMPTY_PIECE, title: '签到表' })).toBeNull();
  expect(firstMissing('TALK', { ...EMPTY_PIECE, date: '2026-03-01', talkType: 'REMINDER' })).toBe('interviewer');
});
