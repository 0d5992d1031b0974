import { hintsOf, seesHints, spellingsOf, type HintFacts, type PartyKind } from '@closeout/domain';
import { visibleFinding } from '../access/visibility.ts';
import { list, type ComputedField, type ReadField, type Reading } from '../../read/model.ts';
import { findingFacts, readFacts } from './finding.facts.ts';

type Party = { kind: PartyKind; name: string };
type HintNeeds = { indicators: HintFacts['indicators']; own: Party[]; others: Party[] };

const rows = (json: string, from: string, order: string): string =>
  `(SELECT coalesce(json_agg(${json} ORDER BY ${order}), '[]'::json) ${from})`;

const READING = `json_build_object('kind', hr.kind, 'definition', hr.definition, 'numerator', hr.numerator, 'denominator', hr.denominator, 'statedBasisPoints', hr.stated_basis_points, 'asOf', hr.as_of)`;
const PARTY = `json_build_object('kind', hp.kind, 'name', hp.name)`;

const hintNeeds = {
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
  value: ({ facts, ...needs }, { viewer }) => {
    if (!seesHints(viewer, readFacts(facts))) return [];
    const { indicators, own, others } = needs as unknown as HintNeeds;
    return hintsOf({ indicators, spellings: spellingsOf(own, others) });
  },
};

/** What stands beside a finding's actions: its figures, its outside parties, and what looks odd about them. */
export const beside: Record<string, ReadField> = {
  indicators: list(
    'Indicator',
    (p, c) => `${c}.finding_id = ${p}.id`,
    (c) => `${c}.ordinal`,
  ),
  parties: list(
    'ExternalParty',
    (p, c) => `${c}.finding_id = ${p}.id`,
    (c) => `${c}.ordinal`,
  ),
  effects: list(
    'EffectVersion',
    (p, c) => `${c}.finding_id = ${p}.id`,
    (c) => `${c}.number DESC`,
  ),
  hints,
};
