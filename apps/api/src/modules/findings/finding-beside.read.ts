import { hintsOf, seesHints, spellingsOf, type HintFacts, type PartyKind } from '@closeout/domain';
import { visibleEvidence, visibleFinding } from '../access/visibility.ts';
import { pieceHintFacts, readPieceHintFacts } from '../evidence/piece-hints.read.ts';
import { list, type ComputedField, type ReadField, type Reading } from '../../read/model.ts';
import { findingFacts, readFacts } from './finding.facts.ts';

type Party = { kind: PartyKind; name: string };
type Fen<T, K extends keyof T> = Omit<T, K> & Record<K, string>;
interface HintNeeds {
  indicators: HintFacts['indicators'];
  own: Party[];
  others: Party[];
  pieces: { number: string; facts: unknown }[];
  payments: Fen<HintFacts['payments'][number], 'fen'>[];
  vouchers: Fen<HintFacts['vouchers'][number], 'fen' | 'bookedFen'>[];
  oralConsents: HintFacts['oralConsents'];
}

const rows = (json: string, from: string, order: string): string =>
  `(SELECT coalesce(json_agg(${json} ORDER BY ${order}), '[]'::json) ${from})`;

const READING = `json_build_object('kind', hr.kind, 'definition', hr.definition, 'numerator', hr.numerator, 'denominator', hr.denominator, 'statedBasisPoints', hr.stated_basis_points, 'asOf', hr.as_of)`;
const PARTY = `json_build_object('kind', hp.kind, 'name', hp.name)`;

const OF_SUM = (f: string): string => `JOIN money_sum hs ON hs.id = hv.sum_id WHERE hs.finding_id = ${f}.id`;

const hintNeeds = {
  // A restricted piece is hinted at only to whoever reads it.
  pieces: (f: string, reading: Reading) =>
    rows(
      `json_build_object('number', he.piece_number, 'facts', ${pieceHintFacts('he')})`,
      `FROM evidence he WHERE he.id IN (SELECT hl.evidence_id FROM evidence_action hl JOIN action ha ON ha.id = hl.action_id WHERE ha.finding_id = ${f}.id) AND (${visibleEvidence('he', reading)})`,
      'he.piece_number',
    ),
  payments: (f: string) =>
    rows(
      `json_build_object('sum', hs.label, 'fen', hv.fen::text, 'components', hv.components, 'hasVoucher', hv.voucher_number IS NOT NULL OR EXISTS (SELECT 1 FROM attachment ht WHERE ht.recovery_id = hv.id))`,
      `FROM recovery hv ${OF_SUM(f)}`,
      'hs.ordinal, hv.id',
    ),
  vouchers: (f: string) =>
    rows(
      `json_build_object('number', hn.number, 'fen', hn.fen::text, 'bookedFen', (SELECT sum(hb.fen)::text FROM recovery hb JOIN money_sum hm ON hm.id = hb.sum_id JOIN finding hf ON hf.id = hm.finding_id WHERE hf.body_id = ${f}.body_id AND hb.voucher_number = hn.number))`,
      `FROM (SELECT hv.voucher_number AS number, max(hv.voucher_fen) AS fen FROM recovery hv ${OF_SUM(f)} AND hv.voucher_fen IS NOT NULL GROUP BY hv.voucher_number) hn`,
      'hn.number',
    ),
  oralConsents: (f: string) =>
    rows(
      `json_build_object('sum', hs.label)`,
      `FROM waiver_consent hc JOIN waiver hv ON hv.id = hc.waiver_id ${OF_SUM(f)} AND hc.form = 'ORAL' AND NOT EXISTS (SELECT 1 FROM attachment ht WHERE ht.consent_id = hc.id)`,
      'hs.ordinal',
    ),
  indicators: (f: string) =>
    rows(
      `json_build_object('name', hi.name, 'readings', ${rows(READING, 'FROM indicator_reading hr WHERE hr.indicator_id = hi.id', 'hr.ordinal')})`,
      `FROM indicator hi WHERE hi.finding_id = ${f}.id`,
      'hi.ordinal',
    ),
  own: (f: string) => rows(PARTY, `FROM external_party hp WHERE hp.finding_id = ${f}.id`, 'hp.ordinal'),
  // Names of other findings only where the viewer reads those: a hint tells nothing that is not readable anyway.
  others: (f: string, reading: Reading) =>
    rows(
      PARTY,
      `FROM external_party hp JOIN finding hf ON hf.id = hp.finding_id WHERE hp.body_id = ${f}.body_id AND hf.id <> ${f}.id AND (${visibleFinding('hf', reading)})
        AND EXISTS (SELECT 1 FROM external_party ho WHERE ho.finding_id = ${f}.id)`,
      'hf.seq, hp.ordinal',
    ),
};

/** Of class NAMES: a hint may name a company. */
const hints: ComputedField = {
  kind: 'computed',
  class: 'NAMES',
  needs: { facts: findingFacts, ...hintNeeds },
  value: ({ facts, ...needs }, { viewer, today }) => {
    const finding = readFacts(facts);
    if (!seesHints(viewer, finding)) return [];
    const { indicators, own, others, pieces, payments, vouchers, oralConsents } = needs as unknown as HintNeeds;
    return hintsOf({
      state: finding.state,
      actions: finding.actions,
      sums: finding.sums,
      today,
      indicators,
      oralConsents,
      spellings: spellingsOf(own, others),
      pieces: pieces.map(({ number, facts: piece }) => ({ ...readPieceHintFacts(piece), number })),
      payments: payments.map((one) => ({ ...one, fen: BigInt(one.fen) })),
      vouchers: vouchers.map((one) => ({ ...one, fen: BigInt(one.fen), bookedFen: BigInt(one.bookedFen) })),
    });
  },
};

/** What stands beside a finding's actions: its figures, its outside parties, and what looks odd about them. */
export const beside: Record<string, ReadField> = {
  indicators: list(
    'Indicator',
    (p, c) => `${c}.finding_id = ${p}.id`,
    (c) => `${c}.ordinal`,
    { class: 'STATISTICS' },
  ),
  parties: list(
    'ExternalParty',
    (p, c) => `${c}.finding_id = ${p}.id`,
    (c) => `${c}.ordinal`,
    { class: 'STATISTICS' },
  ),
  effects: list(
    'EffectVersion',
    (p, c) => `${c}.finding_id = ${p}.id`,
    (c) => `${c}.number DESC`,
    { class: 'STATISTICS' },
  ),
  hints,
};
