import { describe, expect, test } from 'vitest';
import { EVERYONE, fullGrant, ROLE_OF, viewerWith, type Who } from '../../test/people.ts';
import { DomainError } from '../errors.ts';
import { FINDING_STATES, TALK_TYPES, type Role } from '../vocabulary.ts';
import { readEventDate, type EventDateEntry } from './event-date.ts';
import { checkOnBehalf, entersOnBehalf } from './on-behalf.ts';
import {
  checkRemoval,
  checkReview,
  isLoosePiece,
  isReviewable,
  mayEnterLoose,
  mayReadLoose,
  mayReviewLoose,
  pieceNumberOf,
  reviewStateRefusal,
  talkTitle,
  type PieceFacts,
} from './pieces.ts';

const rules = (work: () => void): string[] => {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.refusals.map((one) => `${one.field ?? one.code} ${one.rule}`);
    throw error;
  }
};

describe('代录', () => {
  test.each([
    ['the clerk alone', ['CLERK'], true],
    ['the clerk who is also head there', ['CLERK', 'DEPARTMENT_HEAD'], false],
    ['a handler', ['HANDLER'], false],
    ['nobody', [], false],
  ] as const)('%s', (_case, roles, expected) => expect(entersOnBehalf(roles)).toBe(expected));

  const bare = { departmentId: null, source: null };
  const full = { departmentId: 'department', source: '电话' };
  test.each<[string, Role[], { departmentId: string | null; source: string | null }, string[]]>([
    ['the clerk names both', ['CLERK'], full, []],
    [
      'the clerk names none',
      ['CLERK'],
      bare,
      ['onBehalfOf evidence.onBehalfRequired', 'onBehalfSource evidence.onBehalfRequired'],
    ],
    [
      'the clerk forgets the source',
      ['CLERK'],
      { ...full, source: null },
      ['onBehalfSource evidence.onBehalfRequired'],
    ],
    ['a handler writes for himself', ['HANDLER'], bare, []],
    ['a handler names a department', ['HANDLER'], full, ['onBehalfOf evidence.onBehalfNotOwn']],
    [
      'a head names a source',
      ['DEPARTMENT_HEAD'],
      { ...bare, source: 'x' },
      ['onBehalfSource evidence.onBehalfNotOwn'],
    ],
  ])('%s', (_case, roles, entry, expected) => expect(rules(() => checkOnBehalf(roles, entry))).toEqual(expected));
});

describe('dates of evidence', () => {
  const none: EventDateEntry = { on: null, to: null, text: null, precision: null };
  const day = { ...none, on: '2026-03-01' };
  test.each<[string, EventDateEntry, Partial<EventDateEntry>]>([
    ['a day', day, { precision: 'DAY', to: null }],
    ['a period', { ...day, to: '2026-03-05' }, { precision: 'RANGE', to: '2026-03-05' }],
    ['a period of one day is a day', { ...day, to: '2026-03-01' }, { precision: 'DAY', to: null }],
    ['words only', { ...none, text: '2023年10月中旬', precision: 'TENDAY' }, { precision: 'TENDAY', on: null }],
    ['words without a precision', { ...none, text: '去年' }, { precision: 'NONE', text: '去年' }],
    ['the future is stored', { ...none, on: '2099-01-01' }, { on: '2099-01-01' }],
  ])('%s', (_case, entry, expected) => expect(readEventDate(entry, true)).toMatchObject(expected));

  test.each<[string, EventDateEntry, string]>([
    ['nothing at all', none, 'date.on'],
    ['an end without a beginning', { ...none, to: '2026-03-01', text: 'x' }, 'date.on'],
    ['backwards', { ...day, to: '2026-02-28' }, 'date.to'],
    ['to the day without a day', { ...none, text: 'x', precision: 'DAY' }, 'date.on'],
    ['a period without an end', { ...day, precision: 'RANGE' }, 'date.to'],
    ['not known, but given', { ...day, precision: 'NONE' }, 'date.precision'],
    ['a month without its words', { ...day, precision: 'MONTH' }, 'date.text'],
  ])('refused: %s', (_case, entry, field) =>
    expect(rules(() => readEventDate(entry, true))).toEqual([`${field} evidence.date`]),
  );

  test('a file may stand without a date', () => expect(readEventDate(none, false).precision).toBe('NONE'));
});

describe('pieces', () => {
  test('are numbered finding-action-piece', () => {
    expect([pieceNumberOf(5, 1, 2), pieceNumberOf(28, 10, 100), pieceNumberOf(0, 0, 3)]).toEqual([
      '5-1-02',
      '28-10-100',
      '0-0-03',
    ]);
    expect(['0-0-03', '0-0-2026-11-05', '10-0-03', '5-1-02'].map(isLoosePiece)).toEqual([true, true, false, false]);
  });

  const loose = (who: Who, body: string, ask: 'enter' | 'review' | 'read' | 'restricted'): boolean => {
    const viewer = viewerWith(fullGrant(ROLE_OF[who]));
    if (ask === 'review') return mayReviewLoose(viewer, body);
    return ask === 'enter' ? mayEnterLoose(viewer, body) : mayReadLoose(viewer, body, ask === 'restricted');
  };
  // By hand from domain.md section 8: who reads, or writes, everything of a body.
  test.each([
    ['own-body', 'enter', ['clerk']],
    ['own-body', 'review', ['secretary', 'clerk']],
    ['own-body', 'read', ['secretary', 'clerk', 'integrator']],
    ['own-body', 'restricted', ['secretary']],
    ['supervised', 'read', ['discipline']],
    ['supervised', 'restricted', ['discipline']],
    ['supervised', 'enter', []],
    ['in-round', 'read', []],
  ] as const)('of a body as a whole (%s, %s): %s', (body, ask, expected) => {
    expect(EVERYONE.filter((who) => loose(who, body, ask))).toEqual(expected);
  });

  const me = viewerWith(fullGrant('HANDLER'));
  const mine: PieceFacts = { acceptance: 'PENDING', createdById: me.accountId };
  const theirs: PieceFacts = { acceptance: 'PENDING', createdById: 'somebody' };
  const imported: PieceFacts = { acceptance: 'PENDING', createdById: null };
  test('are taken back by who entered them, until reviewed', () => {
    expect(rules(() => checkRemoval(me, mine))).toEqual([]);
    expect(rules(() => checkRemoval(me, imported))).toEqual([]);
    expect(rules(() => checkRemoval(me, theirs))).toEqual(['FORBIDDEN evidence.ownUndo']);
    for (const acceptance of ['ACCEPTED', 'REJECTED'] as const)
      expect(rules(() => checkRemoval(me, { ...mine, acceptance }))).toEqual([
        'ILLEGAL_TRANSITION evidence.reviewedStays',
      ]);
  });

  test('are reviewed by others, and rejected with a reason', () => {
    expect(rules(() => checkReview(me, theirs, true, null))).toEqual([]);
    expect(rules(() => checkReview(me, imported, true, null))).toEqual([]);
    expect(rules(() => checkReview(me, mine, true, null))).toEqual(['FORBIDDEN evidence.ownEntry']);
    expect(rules(() => checkReview(me, mine, false, 'x'))).toEqual(['FORBIDDEN evidence.ownEntry']);
    expect(rules(() => checkReview(me, theirs, false, null))).toEqual(['reason evidence.rejectionReason']);
    expect(rules(() => checkReview(me, theirs, false, '缺签字'))).toEqual([]);
    expect(FINDING_STATES.filter(isReviewable)).toEqual(['RECTIFYING', 'IN_REVIEW']);
  });

  test('a talk’s title is its type, never empty', () => {
    expect(talkTitle('REMINDER')).toBe('提醒谈话');
    expect(new Set(TALK_TYPES.map(talkTitle)).size).toBe(TALK_TYPES.length);
  });
});

describe('when a piece is under review', () => {
  // By hand: accepted where work or review goes on; never rejected once something was decided with it.
  test.each([
    [['RECTIFYING'], null, null],
    [['IN_REVIEW'], null, null],
    [['CLOSED'], 'evidence.notUnderReview', 'evidence.notUnderReview'],
    [['CONTINUING'], 'evidence.notUnderReview', 'evidence.notUnderReview'],
    [['RECORDED', 'UNCLAIMED'], 'evidence.notUnderReview', 'evidence.notUnderReview'],
    [['RECTIFYING', 'CLOSED'], null, 'evidence.provesDecided'],
    [['IN_REVIEW', 'CONTINUING'], null, 'evidence.provesDecided'],
    [['RECTIFYING', 'RECORDED'], null, null],
  ] as const)('%s', (states, toAccept, toReject) => {
    expect(reviewStateRefusal(states, true)?.rule ?? null).toBe(toAccept);
    expect(reviewStateRefusal(states, false)?.rule ?? null).toBe(toReject);
  });
});
