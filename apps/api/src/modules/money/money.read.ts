import { balanceOf, compareStated, type Disposition, type SumBalance } from '@closeout/domain';
import { amountInChinese } from '@closeout/documents';
import { visibleWithFinding } from '../access/visibility.ts';
import { uuidOf } from '../../read/ids.ts';
import { within } from '../../read/filter.ts';
import { column, fen, globalId, list, one, readType, type ComputedField, type Reading } from '../../read/model.ts';
import { rootPage } from '../../read/roots.ts';

const needs = {
  established: (m: string) => `${m}.established_fen::text`,
  disposition: (m: string) => `${m}.disposition`,
  recovered: (m: string) => `(SELECT coalesce(sum(mr.fen), 0)::text FROM recovery mr WHERE mr.sum_id = ${m}.id)`,
  waived: (m: string) => `(SELECT coalesce(sum(mw.fen), 0)::text FROM waiver mw WHERE mw.sum_id = ${m}.id)`,
};
const big = (value: unknown): bigint | null => (typeof value === 'string' ? BigInt(value) : null);

const balance: ComputedField = {
  kind: 'computed',
  class: 'MONEY',
  needs,
  value: (got) => {
    const sum: SumBalance = {
      establishedFen: big(got['established']),
      disposition: got['disposition'] as Disposition | null,
      recoveredFen: big(got['recovered']) ?? 0n,
      waivedFen: big(got['waived']) ?? 0n,
    };
    return Object.fromEntries(Object.entries(balanceOf([sum])).map(([key, value]) => [key, String(value)]));
  },
};

const comparison: ComputedField = {
  kind: 'computed',
  class: 'MONEY',
  needs: {
    stated: (m) => `${m}.stated_fen::text`,
    rounding: (m) => `${m}.stated_rounding_fen::text`,
    established: (m) => `${m}.established_fen::text`,
  },
  value: (got) => compareStated(big(got['stated']), big(got['rounding']), big(got['established'])),
};

readType({
  name: 'MoneySum',
  table: 'money_sum',
  prefix: 'sum',
  visible: visibleWithFinding(),
  orders: {
    FINDING: {
      sql: (m) => `(SELECT of.seq * 1000 + ${m}.ordinal FROM finding of WHERE of.id = ${m}.finding_id)`,
      type: 'int',
      class: 'STATISTICS',
    },
  },
  filters: {
    STATISTICS: {
      disposition: within('disposition', 'disposition'),
      bodyId: (m, value, reading: Reading) =>
        `EXISTS (SELECT 1 FROM finding bf WHERE bf.id = ${m}.finding_id AND bf.body_id = ${reading.statement.param(uuidOf(value as string, 'bdy', 'the body'), 'uuid')})`,
      findingId: (m, value, reading: Reading) =>
        `${m}.finding_id = ${reading.statement.param(uuidOf(value as string, 'fnd', 'the finding'), 'uuid')}`,
    },
  },
  fields: {
    id: globalId('sum'),
    ordinal: column('ordinal', 'STATISTICS'),
    label: column('label', 'TEXT'),
    statedFen: fen('stated_fen'),
    statedText: column('stated_text', 'MONEY'),
    perHead: column('per_head', 'MONEY'),
    establishedFen: fen('established_fen'),
    establishedBasis: column('established_basis', 'TEXT'),
    decidedBy: column('decided_by', 'NAMES'),
    disposition: column('disposition', 'STATISTICS'),
    dispositionBasis: column('disposition_basis', 'TEXT'),
    comparison,
    balance,
    recoveries: list(
      'Recovery',
      (p, c) => `${c}.sum_id = ${p}.id`,
      (c) => `${c}.paid_on, ${c}.id`,
      { class: 'MONEY' },
    ),
    waivers: list(
      'Waiver',
      (p, c) => `${c}.sum_id = ${p}.id`,
      (c) => `${c}.created_at, ${c}.id`,
      { class: 'MONEY' },
    ),
    point: one('FindingPoint', (p, c) => `${c}.id = ${p}.point_id`, { class: 'STATISTICS' }),
    finding: one('Finding', (p, c) => `${c}.id = ${p}.finding_id`, { class: 'STATISTICS' }),
    version: column('version', 'STATISTICS'),
  },
});

readType({
  name: 'Recovery',
  table: 'recovery',
  prefix: 'rec',
  visible: (row, reading) => {
    const sum = reading.statement.alias('vs');
    return `EXISTS (SELECT 1 FROM money_sum ${sum} WHERE ${sum}.id = ${row}.sum_id AND ${visibleWithFinding()(sum, reading)})`;
  },
  fields: {
    id: globalId('rec'),
    kind: column('kind', 'STATISTICS'),
    fen: fen('fen'),
    words: {
      kind: 'computed',
      class: 'MONEY',
      needs: { fen: (r) => `${r}.fen::text` },
      value: (got) => amountInChinese(BigInt(got['fen'] as string)),
    },
    paidOn: column('paid_on', 'STATISTICS'),
    payer: column('payer', 'NAMES'),
    components: column('components', 'TEXT'),
    receiver: column('receiver', 'STATISTICS'),
    voucherNumber: column('voucher_number', 'MONEY'),
    voucherFen: fen('voucher_fen'),
    vouchers: list(
      'Attachment',
      (p, c) => `${c}.recovery_id = ${p}.id`,
      (c) => `${c}.uploaded_at, ${c}.id`,
      { class: 'STATISTICS' },
    ),
    sum: one('MoneySum', (p, c) => `${c}.id = ${p}.sum_id`, { class: 'MONEY' }),
    createdAt: column('created_at', 'STATISTICS'),
    createdByName: column('created_by_name', 'NAMES'),
  },
});

readType({
  name: 'Waiver',
  table: 'waiver',
  prefix: 'wvr',
  visible: (row, reading) => {
    const sum = reading.statement.alias('vs');
    return `EXISTS (SELECT 1 FROM money_sum ${sum} WHERE ${sum}.id = ${row}.sum_id AND ${visibleWithFinding()(sum, reading)})`;
  },
  fields: {
    id: globalId('wvr'),
    fen: fen('fen'),
    reason: column('reason', 'TEXT'),
    consents: list(
      'WaiverConsent',
      (p, c) => `${c}.waiver_id = ${p}.id`,
      (c) => `${c}.id`,
      { class: 'STATISTICS' },
    ),
    createdAt: column('created_at', 'STATISTICS'),
    createdByName: column('created_by_name', 'NAMES'),
  },
});

readType({
  name: 'WaiverConsent',
  table: 'waiver_consent',
  prefix: 'wvc',
  visible: (row, reading) => {
    const sum = reading.statement.alias('vs');
    return `EXISTS (SELECT 1 FROM waiver vw JOIN money_sum ${sum} ON ${sum}.id = vw.sum_id WHERE vw.id = ${row}.waiver_id AND ${visibleWithFinding()(sum, reading)})`;
  },
  fields: {
    id: globalId('wvc'),
    who: column('who', 'NAMES'),
    bodyName: column('body_name', 'TEXT'),
    form: column('form', 'STATISTICS'),
    consentedOn: column('consented_on', 'STATISTICS'),
    recorder: column('recorder', 'NAMES'),
    scans: list(
      'Attachment',
      (p, c) => `${c}.consent_id = ${p}.id`,
      (c) => `${c}.uploaded_at, ${c}.id`,
      { class: 'STATISTICS' },
    ),
  },
});

rootPage('sums', 'MoneySum');
