import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../test/refusal.ts';
import { comparePublications } from './compare.ts';
import { hitsOf, isUndecided, type HitRuling } from './passages.ts';
import { scanText, type ScanSettings } from './scan.ts';
import {
  demandDecided,
  freezePublication,
  publicSnapshotOf,
  type PublicationFrame,
  type StyledPassage,
} from './version.ts';
import { HIT_DECISIONS, PASSAGE_ROLES, WITHHOLDING_GROUNDS } from './words.ts';

const SETTINGS: ScanSettings = { directory: [{ name: '陈玉玚', post: '党组书记' }, { name: '李伟' }] };
const FRAME: PublicationFrame = {
  body: '市老年协会党组',
  kind: '巡察',
  round: '2023年第二轮',
  feedbackOn: '2023-12-26',
  asOf: '2024-06-18',
  takenAt: '2024-06-18T02:00:00.000Z',
  figures: [{ code: 'FINDINGS', value: 2, name: '反馈问题', definition: '台账中的问题数' }],
  results: [
    { number: 1, word: '已整改到位' },
    { number: 2, word: '持续整改' },
  ],
  contact: { phone: '0999-4225555', address: null, hotline: '12388' },
};
const passage = (key: string, change: Partial<StyledPassage>): StyledPassage => ({
  key,
  role: 'TEXT',
  number: null,
  style: 'body',
  internal: key,
  decision: 'KEEP',
  ground: null,
  replacement: null,
  ...change,
});
const RECORD: StyledPassage[] = [
  passage('title/1', { role: 'TITLE', style: 'title', internal: '关于巡察整改进展情况的通报' }),
  passage('finding/1/fact', { role: 'FACT', number: 1, internal: '1.违规发放补贴。' }),
  passage('finding/1/actions', { role: 'ACTIONS', number: 1, internal: '整改情况：李伟退回8294元。' }),
  passage('finding/1/result', { role: 'RESULT', number: 1, internal: '整改结果：已整改到位。' }),
  passage('finding/2/fact', { role: 'FACT', number: 2, internal: '2.线索正在核查。', decision: 'WITHHOLD', ground: 'CASE_UNDER_INQUIRY' }), // prettier-ignore
  passage('finding/2/actions', { role: 'ACTIONS', number: 2, internal: '整改情况：配合核查。', decision: 'REPLACE', ground: 'OTHER_SENSITIVE', replacement: '整改情况：正在推进。' }), // prettier-ignore
];
const masked: HitRuling = {
  key: 'finding/1/actions',
  kind: 'NAME',
  subject: '李伟',
  decision: 'MASKED',
  replacement: null,
  reason: null,
};

describe('a proposal', () => {
  test('is refused with the hits that nobody decided, and with those that wait for the approver', () => {
    for (const rulings of [[], [{ ...masked, decision: 'ASKED' as const, reason: '公职人员' }]])
      expect(() => freezePublication(RECORD, rulings, SETTINGS, FRAME)).toThrow(
        expect.objectContaining({ refusals: [expect.objectContaining({ rule: 'publications.hits', params: { count: 1, hits: '李伟' } })] }), // prettier-ignore
      );
  });

  test('tells the public what is kept, masked and replaced, nothing of what is withheld', () => {
    const snapshot = publicSnapshotOf(freezePublication(RECORD, [masked], SETTINGS, FRAME));
    expect(snapshot.passages.map(({ text }) => text)).toEqual([
      '关于巡察整改进展情况的通报',
      '1.违规发放补贴。',
      '整改情况：李某退回8294元。',
      '整改结果：已整改到位。',
      '整改情况：正在推进。',
    ]);
    expect(snapshot.items).toEqual([
      { number: 1, question: '1.违规发放补贴。', done: '整改情况：李某退回8294元。', state: '已整改到位' },
    ]);
    expect(snapshot.title).toBe('关于巡察整改进展情况的通报');
  });

  test('a result that is withheld or replaced tells no state', () => {
    const withheld = RECORD.map((one) =>
      one.role === 'RESULT' ? { ...one, decision: 'WITHHOLD' as const, ground: 'OTHER_SENSITIVE' as const } : one,
    );
    expect(publicSnapshotOf(freezePublication(withheld, [masked], SETTINGS, FRAME)).items[0]?.state).toBeNull();
  });

  test('is asked again before it goes out: somebody may have entered the directory', () => {
    const frozen = freezePublication(RECORD, [masked], SETTINGS, FRAME);
    expect(refusalOf(() => demandDecided(frozen, SETTINGS))).toBeNull();
    const later = { directory: [...SETTINGS.directory, { name: '违规' }] };
    expect(refusalOf(() => demandDecided(frozen, later))).toBe('publications.hits');
  });
});

const CANARY = '金丝雀';
const WORDS = [
  '陈玉玚',
  '李 伟',
  '11010519491231002X',
  '13812345678',
  '6222021234567890128',
  '阳光小区',
  '整改。',
  '8294元',
];
const someText = fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }).map((parts) => parts.join('，'));
const somePassage = (index: number) =>
  fc
    .record({
      role: fc.constantFrom(...PASSAGE_ROLES),
      number: fc.constantFrom(null, 1, 2),
      style: fc.constantFrom('title' as const, 'heading1' as const, 'body' as const),
      text: someText,
      decision: fc.constantFrom('KEEP' as const, 'WITHHOLD' as const, 'REPLACE' as const),
      ground: fc.constantFrom(...WITHHOLDING_GROUNDS),
      replacement: someText,
    })
    .map(({ text, ground, replacement, ...one }): StyledPassage => {
      const kept = one.decision === 'KEEP';
      return passage(`p/${index}`, {
        ...one,
        internal: kept ? text : `${text}${CANARY}${index}`,
        ground: kept ? null : ground,
        replacement: one.decision === 'REPLACE' ? replacement : null,
      });
    });
const record = fc.integer({ min: 1, max: 6 }).chain((size) => fc.tuple(...Array.from({ length: size }, (_, i) => somePassage(i)))); // prettier-ignore

/** Rulings as somebody may leave them: some of the hits, any decision. */
const ruled = record.chain((passages) => {
  const hits = passages.flatMap((one) => hitsOf(one, [], SETTINGS));
  return fc
    .array(fc.constantFrom(null, ...HIT_DECISIONS), { minLength: hits.length, maxLength: hits.length })
    .map((decisions) => ({
      passages,
      rulings: hits.flatMap(({ key, kind, subject }, at): HitRuling[] => {
        const decision = decisions[at] ?? null;
        return decision === null ? [] : [{ key, kind, subject, decision, replacement: null, reason: '理由' }];
      }),
    }));
});

describe('whatever the record', () => {
  test('no undecided hit reaches a snapshot, and nothing in it is unmasked that the approver has not left', () => {
    fc.assert(
      fc.property(ruled, ({ passages, rulings }) => {
        const open = passages.flatMap((one) => hitsOf(one, rulings, SETTINGS)).some(isUndecided);
        const freeze = () => freezePublication(passages, rulings, SETTINGS, FRAME);
        if (open) return void expect(refusalOf(freeze)).toBe('publications.hits');
        const left = new Set(rulings.filter(({ decision }) => decision === 'LEFT').map(({ subject }) => subject));
        const snapshot = publicSnapshotOf(freeze());
        for (const text of [
          snapshot.title,
          ...snapshot.passages.map((one) => one.text),
          ...snapshot.items.flatMap(({ question, done }) => [question, done ?? '']),
        ])
          // prettier-ignore
          for (const { subject } of scanText(text, SETTINGS)) expect(left, text).toContain(subject);
      }),
      { numRuns: 300 },
    );
  });

  test('the words of a withheld or replaced passage appear nowhere in what is public', () => {
    fc.assert(
      fc.property(record, (passages) => {
        const rulings = passages
          .flatMap((one) => hitsOf(one, [], SETTINGS))
          .map(({ key, kind, subject }) => ({ key, kind, subject, decision: 'MASKED' as const, replacement: null, reason: null })); // prettier-ignore
        const frozen = freezePublication(passages, rulings, SETTINGS, FRAME);
        expect(JSON.stringify(publicSnapshotOf(frozen))).not.toContain(CANARY);
      }),
      { numRuns: 300 },
    );
  });
});

describe('two versions', () => {
  test('differ where a text or a decision does, in the order of the later one', () => {
    const before = freezePublication(RECORD, [masked], SETTINGS, FRAME);
    const after = freezePublication(
      [
        ...RECORD.slice(0, 3),
        passage('finding/3/fact', { role: 'FACT', number: 3, internal: '3.新增问题。' }),
        ...RECORD.slice(4).map((one) => ({ ...one, decision: 'KEEP' as const, ground: null, replacement: null })),
      ],
      [masked],
      SETTINGS,
      { ...FRAME, figures: FRAME.figures.map((one) => ({ ...one, value: 3 })) },
    );
    const { passages, figures } = comparePublications(before, after);
    expect(passages.map(({ key, kind }) => `${kind} ${key}`)).toEqual([
      'ADDED finding/3/fact',
      'CHANGED finding/2/fact',
      'CHANGED finding/2/actions',
      'REMOVED finding/1/result',
    ]);
    expect(passages[1]).toMatchObject({ before: { public: null, ground: 'CASE_UNDER_INQUIRY' }, after: { public: '2.线索正在核查。' } }); // prettier-ignore
    expect(figures).toEqual([{ name: '反馈问题', before: 2, after: 3 }]);
    expect(comparePublications(before, before)).toEqual({ passages: [], figures: [] });
  });
});
