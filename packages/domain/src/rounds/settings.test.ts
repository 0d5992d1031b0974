import { describe, expect, test } from 'vitest';
import { DomainError } from '../errors.ts';
import { DEFAULT_EVIDENCE_RULES, EVIDENCE_RULES_BY_KIND } from '../evidence/rules.ts';
import { DEFAULT_OFFSETS, PRESETS, type Offset } from './offsets.ts';
import { OFFSET_CODES, ACTION_KINDS } from '../vocabulary.ts';
import { DEFAULT_STEPS } from './steps.ts';
import { DEFAULT_SETTINGS, readSettings, type RoundSettings } from './settings.ts';

const MONTHS = (amount: number): Offset => ({ amount, unit: 'MONTH' });

function refusalOf(stored: unknown): { field?: string; message: string } {
  try {
    readSettings(stored);
  } catch (error) {
    if (error instanceof DomainError) return { field: error.refusals[0]?.field, message: error.message };
    throw error;
  }
  throw new Error(`accepted: ${JSON.stringify(stored)}`);
}

describe('what is refused, and in which words', () => {
  test.each([
    ['nothing', null, 'settings', 'settings must be an object'],
    ['a list', [], 'settings', 'settings must be an object'],
    ['a text', '{}', 'settings', 'settings must be an object'],
    [
      'a typing error',
      { concentratedMonth: 3 },
      'settings',
      'settings has no setting named concentratedMonth; known are',
    ],
    [
      'no month',
      { concentratedMonths: 0 },
      'concentratedMonths',
      'concentratedMonths must be a whole number from 1 to 24',
    ],
    ['25 months', { concentratedMonths: 25 }, 'concentratedMonths', 'from 1 to 24'],
    ['half a month', { concentratedMonths: 1.5 }, 'concentratedMonths', 'must be a whole number'],
    ['months as text', { concentratedMonths: '6' }, 'concentratedMonths', 'must be a whole number'],
    ['months as null', { concentratedMonths: null }, 'concentratedMonths', 'must be a whole number'],
    ['no number', { concentratedMonths: Number.NaN }, 'concentratedMonths', 'must be a whole number'],
    ['no day', { immediateDays: 0 }, 'immediateDays', 'from 1 to 366'],
    ['367 days', { immediateDays: 367 }, 'immediateDays', 'from 1 to 366'],
    ['offsets as a list', { offsets: [] }, 'offsets', 'must be an object'],
    ['an unknown date', { offsets: { party: MONTHS(1) } }, 'offsets', 'has no setting named party'],
    ['an offset that is a number', { offsets: { plan: 1 } }, 'offsets.plan', 'an amount with its unit'],
    ['an offset without a unit', { offsets: { plan: { amount: 1 } } }, 'offsets.plan', 'must be one of MONTH'],
    ['an offset without an amount', { offsets: { plan: { unit: 'DAY' } } }, 'offsets.plan', 'from 1 to 366'],
    ['25 months of an offset', { offsets: { longest: MONTHS(25) } }, 'offsets.longest', 'from 1 to 24'],
    ['a notice’s reply as a number', { noticeReply: 5 }, 'noticeReply', 'an amount with its unit'],
    ['no day for a reply', { noticeReply: { amount: 0, unit: 'DAY' } }, 'noticeReply', 'from 1 to 366'],
    ['weeks', { offsets: { plan: { amount: 1, unit: 'WEEK' } } }, 'offsets.plan', 'must be one of'],
    ['warnings as an object', { warnings: { GREEN: 20 } }, 'warnings', 'warnings must be a list of thresholds'],
    ['an unknown colour', { warnings: [{ code: 'BLUE', daysLeft: 3 }] }, 'warnings', 'GREEN, YELLOW or RED'],
    ['a warning that is a number', { warnings: [20] }, 'warnings', 'GREEN, YELLOW or RED'],
    [
      'a warning without days',
      { warnings: [{ code: 'GREEN' }] },
      'warnings',
      'must be a whole number from -366 to 366',
    ],
    ['a warning years before', { warnings: [{ code: 'GREEN', daysLeft: 400 }] }, 'warnings', 'from -366 to 366'],
    [
      'a colour twice',
      {
        warnings: [
          { code: 'GREEN', daysLeft: 3 },
          { code: 'GREEN', daysLeft: 5 },
        ],
      },
      'warnings',
      'each warning code may be given once',
    ],
    [
      'a colour that no screen has',
      { warnings: [{ code: 'RED', daysLeft: -1, colour: 'PINK' }] },
      'warnings',
      'one of',
    ],
    [
      'a warning to nobody known',
      { warnings: [{ code: 'RED', daysLeft: -1, recipients: ['PRESS'] }] },
      'warnings',
      'one of',
    ],
    ['extensions without end', { extension: { cap: 21 } }, 'extension', 'from 0 to 20'],
    ['extensions by the clerk', { extension: { approver: 'CLERK' } }, 'extension', 'one of SECRETARY, OFFICE'],
    ['an extension of no day', { extension: { maxDays: 0 } }, 'extension', 'from 1 to 732'],
    ['extensions as a number', { extension: 2 }, 'extension', 'must be an object'],
    ['sight as a number', { sight: 30 }, 'sight', 'must be an object'],
    ['sight for no day', { sight: { maxDays: 0 } }, 'sight', 'from 1 to 366'],
    ['recipients as a text', { warnings: [{ code: 'RED', daysLeft: -1, recipients: 'LEADER' }] }, 'warnings', 'a list'],
    ['an empty name', { warnings: [{ code: 'RED', daysLeft: -1, name: ' ' }] }, 'warnings', '1 to 20 characters'],
    ['a grace backwards', { warnings: [{ code: 'RED', daysLeft: -1, graceDays: -1 }] }, 'warnings', 'from 0 to 366'],
    ['a chain that is a list', { chain: ['leader'] }, 'chain', 'chain must be an object of switches'],
    ['a switch as text', { chain: { leader: 'no' } }, 'chain', 'chain.leader must be true or false'],
    ['a switch as null', { chain: { clerkCheck: null } }, 'chain', 'chain.clerkCheck must be true or false'],
    [
      'a reviewer that needs a name',
      { chain: { officeReviewers: ['OTHER'] } },
      'chain',
      'officeReviewers must be one of',
    ],
    ['the secretary switched off', { chain: { secretary: false } }, 'chain', 'chain has no setting named secretary'],
    ['results as a text', { completedResults: 'COMPLETED' }, 'completedResults', 'unknown result'],
    ['an unknown result', { completedResults: ['COMPLETED', 'ALMOST'] }, 'completedResults', 'unknown result'],
    ['words as a list', { resultWords: ['done'] }, 'resultWords', 'resultWords must be an object'],
    [
      'words of an unknown result',
      { resultWords: { ALMOST: '差不多' } },
      'resultWords',
      'resultWords has no setting named ALMOST',
    ],
    [
      'a word of 21 characters',
      { resultWords: { COMPLETED: '字'.repeat(21) } },
      'resultWords',
      'at most 20 characters',
    ],
    ['evidence that is a list', { evidence: [] }, 'evidence', 'an object of rules by kind of action'],
    ['an unknown kind of action', { evidence: { SHOUTING: {} } }, 'evidence', 'no setting named SHOUTING'],
    ['a rule that is a number', { evidence: { TALK: 1 } }, 'evidence', 'the evidence rule of TALK must be an object'],
    ['an unknown kind of evidence', { evidence: { TALK: { kinds: ['VIDEO'] } } }, 'evidence', 'some of MEETING'],
    ['a negative number of pieces', { evidence: { TALK: { pieces: -1 } } }, 'evidence', 'from 0 to 20'],
    ['21 pieces', { evidence: { TALK: { pieces: 21 } } }, 'evidence', 'from 0 to 20'],
    ['a rule with a member too many', { evidence: { TALK: { days: 3 } } }, 'evidence', 'no setting named days'],
    [
      'a good word and an empty one',
      { resultWords: { COMPLETED: '整改到位', ONGOING: '' } },
      'resultWords',
      'a result word must be a text that is not empty',
    ],
    [
      'an empty word',
      { resultWords: { COMPLETED: ' ' } },
      'resultWords',
      'a result word must be a text that is not empty',
    ],
    [
      'a word that is a number',
      { resultWords: { COMPLETED: 1 } },
      'resultWords',
      'a result word must be a text that is not empty',
    ],
  ])('%s', (_case, stored, field, message) => {
    const refusal = refusalOf(stored);
    expect(refusal.field).toBe(field);
    expect(refusal.message).toContain(message);
  });
});

describe('what is read', () => {
  const round: RoundSettings = {
    offsets: { ...DEFAULT_OFFSETS, concentrated: MONTHS(3), immediate: { amount: 15, unit: 'WORKING_DAY' } },
    warnings: [
      {
        code: 'YELLOW',
        daysLeft: 5,
        name: '二级预警',
        colour: 'ORANGE',
        recipients: ['LEADER', 'OFFICE'],
        graceDays: 3,
      },
    ],
    chain: {
      clerkCheck: true,
      departmentHead: true,
      leader: false,
      office: true,
      officeReviewers: ['ORGANISATION'],
    },
    completedResults: ['COMPLETED', 'BASICALLY'],
    resultWords: { COMPLETED: '已完成整改', ONGOING: '长期坚持' },
    extension: { cap: 1, approver: 'OFFICE', maxDays: 90 },
    sight: { maxDays: 14 },
    evidence: { ...DEFAULT_EVIDENCE_RULES, TALK: { kinds: ['TALK'], pieces: 2 } },
    steps: [{ code: 'PLAN_REVIEW', offset: 'plan' }],
    noticeReply: { amount: 15, unit: 'DAY' },
  };

  test('nothing stored means the base', () => {
    expect(readSettings({})).toEqual(DEFAULT_SETTINGS);
    expect(readSettings({}, round)).toEqual(round);
  });

  test('the defaults are the ones the product names', () => {
    expect(DEFAULT_SETTINGS).toEqual({
      offsets: {
        plan: MONTHS(1),
        immediate: { amount: 30, unit: 'DAY' },
        concentrated: MONTHS(6),
        refund: MONTHS(3),
        firstReport: MONTHS(3),
        periodicReport: MONTHS(3),
        finalReport: MONTHS(7),
        longest: MONTHS(12),
      },
      warnings: [
        { code: 'GREEN', daysLeft: 20, name: null, colour: 'GREEN', recipients: ['HANDLER'], graceDays: 0 },
        {
          code: 'YELLOW',
          daysLeft: 10,
          name: null,
          colour: 'YELLOW',
          recipients: ['HANDLER', 'DEPARTMENT_HEAD', 'LEADER'],
          graceDays: 0,
        },
        {
          code: 'RED',
          daysLeft: -1,
          name: null,
          colour: 'RED',
          recipients: ['HANDLER', 'DEPARTMENT_HEAD', 'LEADER', 'SECRETARY', 'OFFICE'],
          graceDays: 7,
        },
      ],
      chain: { clerkCheck: false, departmentHead: true, leader: true, office: false, officeReviewers: [] },
      completedResults: ['COMPLETED'],
      resultWords: {},
      extension: { cap: 2, approver: 'SECRETARY', maxDays: null },
      sight: { maxDays: 30 },
      evidence: Object.fromEntries(ACTION_KINDS.map((kind) => [kind, { kinds: [], pieces: 1 }])),
      steps: DEFAULT_STEPS,
      noticeReply: { amount: 10, unit: 'WORKING_DAY' },
    });
  });

  test('a warning keeps what is not said of it: from the round, else from the defaults', () => {
    const [yellow] = readSettings({ warnings: [{ code: 'YELLOW', daysLeft: 8 }] }, round).warnings;
    expect(yellow).toEqual({ ...round.warnings[0], daysLeft: 8 });
    const [red] = readSettings({ warnings: [{ code: 'RED', daysLeft: -3, colour: 'BLUE' }] }, round).warnings;
    expect(red).toEqual({ ...DEFAULT_SETTINGS.warnings[2], daysLeft: -3, colour: 'BLUE' });
  });

  test('what is stored is read back as it was', () => {
    expect(readSettings(JSON.parse(JSON.stringify(round)))).toEqual(round);
  });

  test('an inspection overrides single settings, single switches and single words of its round', () => {
    const own = { immediateDays: 7, chain: { leader: true }, resultWords: { COMPLETED: '整改到位' } };
    expect(readSettings(own, round)).toEqual({
      ...round,
      offsets: { ...round.offsets, immediate: { amount: 7, unit: 'WORKING_DAY' } },
      chain: { clerkCheck: true, departmentHead: true, leader: true, office: true, officeReviewers: ['ORGANISATION'] },
      resultWords: { COMPLETED: '整改到位', ONGOING: '长期坚持' },
    });
  });

  test('the edges are allowed', () => {
    expect(readSettings({ concentratedMonths: 1, immediateDays: 366 })).toMatchObject({
      offsets: { concentrated: MONTHS(1), immediate: { amount: 366, unit: 'DAY' } },
    });
    expect(readSettings({ concentratedMonths: 24, warnings: [{ code: 'RED', daysLeft: -366 }] })).toMatchObject({
      offsets: { concentrated: MONTHS(24) },
    });
  });

  test('the base is not changed', () => {
    const before = structuredClone(round);
    readSettings({ chain: { leader: true }, resultWords: { COMPLETED: '整改到位' } }, round);
    expect(round).toEqual(before);
  });

  test('offsets are overridden one by one, and win over how they were stored before', () => {
    const own = {
      concentratedMonths: 2,
      offsets: { concentrated: MONTHS(4), plan: { amount: 20, unit: 'WORKING_DAY' } },
    };
    expect(readSettings(own, round).offsets).toEqual({
      ...round.offsets,
      concentrated: MONTHS(4),
      plan: { amount: 20, unit: 'WORKING_DAY' },
    });
  });

  test('evidence is overridden kind by kind, and a rule member by member', () => {
    const own = { evidence: { TALK: { pieces: 1 }, RULES: { kinds: ['FILE', 'DOCUMENT', 'DOCUMENT'] } } };
    expect(readSettings(own, round).evidence).toEqual({
      ...DEFAULT_EVIDENCE_RULES,
      TALK: { kinds: ['TALK'], pieces: 1 },
      RULES: { kinds: ['DOCUMENT', 'FILE'], pieces: 1 },
    });
  });

  test('the ready-made evidence rules read back as they are', () => {
    expect(readSettings({ evidence: EVIDENCE_RULES_BY_KIND }).evidence).toEqual(EVIDENCE_RULES_BY_KIND);
  });

  test('the presets name every date and read back as they are', () => {
    for (const offsets of Object.values(PRESETS)) {
      expect(Object.keys(offsets)).toEqual([...OFFSET_CODES]);
      expect(readSettings({ offsets }).offsets).toEqual(offsets);
    }
    expect([PRESETS.THREE_MONTHS.concentrated, PRESETS.SIX_MONTHS.concentrated]).toEqual([MONTHS(3), MONTHS(6)]);
  });
});
