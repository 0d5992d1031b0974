import { describe, expect, test } from 'vitest';
import { readyFacts } from '../../test/facts.ts';
import { EVERYONE, ROLE_OF, fullGrant, viewerWith } from '../../test/people.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import { EVIDENCE_KINDS, FINDING_STATES, type EvidenceAcceptance } from '../vocabulary.ts';
import { fenIn, hintsOf, pieceHints, seesHints, type HintFacts, type PieceHintFacts } from './hints.ts';

const TODAY = '2026-11-22';
const PIECE: PieceHintFacts = {
  kind: 'MEETING',
  on: '2026-06-20',
  to: null,
  onSiteFrom: '2026-03-02',
  title: '党组会',
  hasFile: true,
  sameFile: false,
  sameText: false,
  draft: false,
  checked: null,
  corrected: null,
  headcount: null,
  payers: 0,
  paidFen: 0n,
};
const NOTHING: HintFacts = {
  state: 'RECTIFYING',
  today: TODAY,
  actions: [],
  sums: [],
  pieces: [],
  payments: [],
  vouchers: [],
  oralConsents: [],
  indicators: [],
  spellings: [],
};

const value = (text: string): unknown => {
  if (text === 'null' || text === 'true' || text === 'false') return JSON.parse(text);
  if (/^\d+n$/.test(text)) return BigInt(text.slice(0, -1));
  return /^\d{1,4}$/.test(text) ? Number(text) : text;
};

/** By hand from domain.md section 6: `name=value` is what differs from an ordinary meeting with its file. */
const PIECES = `
  case                                        | differs                                   | hints
  --------------------------------------------|-------------------------------------------|------
  an ordinary meeting                         | -                                         | -
  the day before they came                    | on=2026-03-01                             | BEFORE_ON_SITE
  the day they came                           | on=2026-03-02                             | -
  between arrival and feedback (边巡边改)        | on=2026-04-10                             | -
  no day known                                | on=null                                   | -
  no day on site known                        | on=2020-01-01 onSiteFrom=null             | -
  tomorrow                                    | on=2026-11-23                             | IN_FUTURE
  today                                       | on=2026-11-22                             | -
  a period that ends tomorrow                 | to=2026-11-23                             | IN_FUTURE
  nothing attached                            | hasFile=false                             | NO_FILE
  the same file elsewhere                     | sameFile=true                             | SAME_FILE
  the same words elsewhere                    | sameText=true                             | SAME_TEXT
  a draft                                     | kind=DOCUMENT draft=true                  | NOT_ISSUED
  checked 20, corrected 18                    | kind=LATERAL_REVIEW checked=20 corrected=18 | -
  checked 20, corrected 21                    | kind=LATERAL_REVIEW checked=20 corrected=21 | COUNTS_DIFFER
  corrected 3, checked unknown                | kind=LATERAL_REVIEW corrected=3           | -
  12 people, 12 payers                        | kind=REFUND headcount=12 payers=12        | -
  12 people, 13 payers                        | kind=REFUND headcount=12 payers=13        | COUNTS_DIFFER
  people unknown                              | kind=REFUND payers=13                     | -
  a refund as its title says                  | kind=REFUND title=清退8294元 paidFen=829400n | -
  a refund of another amount                  | kind=REFUND title=清退8294元 paidFen=829300n | RECOVERED_DIFFERS
  a title with thousands and cents            | kind=REFUND title=清退15,150.03元 paidFen=1515003n | -
  a title counted in 万                        | kind=REFUND title=清退1.5万元 paidFen=1515000n | -
  a title with two amounts                    | kind=REFUND title=清退1元和2元 paidFen=100n | -
  a meeting that names an amount              | title=研究8294元清退                        | -
`;

describe('one piece', () => {
  test.each(readTable(PIECES).map((line) => [cell(line, 'case'), line] as const))('%s', (_case, line) => {
    const differs = Object.fromEntries(
      words(cell(line, 'differs')).map((one) => {
        const [name = '', text = ''] = one.split('=');
        return [name, value(text)];
      }),
    );
    expect(pieceHints({ ...PIECE, ...differs }, TODAY)).toEqual(words(cell(line, 'hints')));
  });

  test('an ordinary piece of any kind is nothing to check', () => {
    for (const kind of EVIDENCE_KINDS) expect(pieceHints({ ...PIECE, kind }, TODAY), kind).toEqual([]);
  });
});

test('amounts in words, in fen', () => {
  expect(fenIn('工资 3,000 元、绩效5294.5元，共1.6万元')).toEqual([300_000n, 529_450n]);
  expect(fenIn('没有金额')).toEqual([]);
});

const reading = (kind: 'BASELINE' | 'PROGRESS', numerator: number, denominator: number | null, definition: string) => ({
  kind,
  definition,
  numerator,
  denominator,
  statedBasisPoints: null,
  asOf: '2026-11-01',
});
const payment = (change: Partial<HintFacts['payments'][number]> = {}) => ({
  sum: '加班餐费',
  fen: 829_400n,
  components: null,
  hasVoucher: true,
  ...change,
});
const action = (ordinal: number, acceptance: EvidenceAcceptance | null): HintFacts['actions'][number] => ({
  ordinal,
  state: 'DONE',
  needsEvidence: true,
  pieces: acceptance === null ? [] : [{ kind: 'MEETING', acceptance }],
});

/** Each rule of a finding with facts that it asks about, and what it says. */
const FINDINGS: [string, Partial<HintFacts>, string[]][] = [
  ['nothing odd', {}, []],
  [
    'the same rule of two pieces is one hint',
    { pieces: ['5-1-01', '5-1-02'].map((number) => ({ ...PIECE, number, on: '2026-01-01' })) },
    ['BEFORE_ON_SITE 5-1-01、5-1-02'],
  ],
  ['a missing file is the gate’s matter', { pieces: [{ ...PIECE, number: '5-1-01', hasFile: false }] }, []],
  [
    'closed, one action without evidence',
    { state: 'CLOSED', actions: [action(1, 'ACCEPTED'), action(2, null), action(3, 'REJECTED')] },
    ['CLOSED_WITHOUT_EVIDENCE 2、3'],
  ],
  ['in work, without evidence yet', { actions: [action(1, null)] }, []],
  [
    'closed, dropped or needing none',
    {
      state: 'CLOSED',
      actions: [
        { ...action(1, null), state: 'DROPPED' },
        { ...action(2, null), needsEvidence: false },
      ],
    },
    [],
  ],
  [
    'a sum without disposition',
    {
      sums: [
        { label: '加班餐费', disposition: null },
        { label: '酒水', disposition: 'UNDECIDED' },
      ],
    },
    ['NO_DISPOSITION 加班餐费'],
  ],
  [
    'a voucher of another amount',
    { vouchers: [{ number: '06-0112', fen: 829_400n, bookedFen: 572_000n }] },
    ['VOUCHER_DIFFERS 06-0112'],
  ],
  ['a voucher of the same amount', { vouchers: [{ number: '06-0112', fen: 829_400n, bookedFen: 829_400n }] }, []],
  [
    'a payment without voucher',
    { payments: [payment({ hasVoucher: false }), payment({ hasVoucher: false })] },
    ['NO_VOUCHER 加班餐费'],
  ],
  ['components that add up', { payments: [payment({ components: '工资 3,000 元、绩效 5,294 元' })] }, []],
  [
    'components that do not',
    { payments: [payment({ components: '工资 3,000 元、绩效 5,000 元' })] },
    ['COMPONENTS_DIFFER 加班餐费'],
  ],
  ['components in words alone', { payments: [payment({ components: '工资、绩效' })] }, []],
  ['an oral consent without a scan', { oralConsents: [{ sum: '会议餐费' }] }, ['ORAL_CONSENT 会议餐费']],
  [
    '248 firms, answered by other firms',
    {
      indicators: [
        {
          name: '企业',
          readings: [reading('BASELINE', 248, null, '高新技术企业'), reading('PROGRESS', 423, 718, '规上工业企业')],
        },
      ],
    },
    ['INDICATOR_DEFINITION 企业', 'INDICATOR_DENOMINATOR 企业'],
  ],
  [
    'more than the whole',
    { indicators: [{ name: '率', readings: [reading('PROGRESS', 11, 10, 'x')] }] },
    ['INDICATOR_OVER_WHOLE 率'],
  ],
  ['two spellings', { spellings: [['饮片', '饮品']] }, ['PARTY_SPELLING 饮片 / 饮品']],
];

describe('a finding', () => {
  test.each(FINDINGS)('%s', (_case, facts, expected) => {
    expect(hintsOf({ ...NOTHING, ...facts }).map(({ code, subject }) => `${code} ${subject}`)).toEqual(expected);
  });
});

describe('who is shown them', () => {
  const asking = (who: (typeof EVERYONE)[number]) =>
    viewerWith(fullGrant(ROLE_OF[who], { reachedBodyIds: ['own-body'] }));

  test('the department and the clerk first; everybody who reads the finding once it was submitted', () => {
    for (const state of FINDING_STATES) {
      const seeing = EVERYONE.filter((who) => seesHints(asking(who), readyFacts({ state })));
      const first = ['handler', 'head', 'clerk'];
      expect(seeing, state).toEqual(['IN_REVIEW', 'CLOSED', 'CONTINUING'].includes(state) ? [...EVERYONE] : first);
    }
  });
});
