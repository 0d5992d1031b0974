import {
  statesAsking,
  TO_PROVE,
  type ChainStep,
  type FactPart,
  type FindingFacts,
  type FindingState,
  type PointOutcome,
  type Reviewer,
  type StepHolders,
  type SumFacts,
  type SubmissionPurpose,
} from '@closeout/domain';
import { openToOffice } from '../access/visibility.ts';
import { grantInForce } from '../access/grant-in-force.ts';
import { holdsAnyStep, leaderPostHeld, stepOfRole } from '../signoff/step-holders.ts';
import { deputiesOf } from '../deputies/deputies-of.ts';
import { settingsOf } from '../rounds/settings-of-inspection.ts';
import { anyJson, NULL, objectJson, render, rowJson, rowsJson, type Json } from '../../read/json.ts';
import type { Expression, Reading } from '../../read/model.ts';

const words = (column: string): string => `'"' || ${column} || '"'`;
const integer = (column: string): Json => [{ sql: column }];
const truth = (condition: string): Json => [{ sql: `(${condition})::text` }];

/** Who holds each step's office for the finding, in one look at the grants: by role and scope, the leader's post also by who holds it. */
const holdersJson = (f: string, day: string): Json =>
  rowsJson(
    render(['["', { sql: 'ho.step' }, '","', { sql: 'ho.person_id' }, '"]']),
    `FROM (
      SELECT ${stepOfRole('hg.role')} AS step, (SELECT ha.person_id FROM account ha WHERE ha.id = hg.account_id AND ha.active) AS person_id FROM role_grant hg WHERE (${holdsAnyStep('hg', f)}) AND ${grantInForce('hg', day)}
      UNION ALL
      SELECT 'LEADER', ph.person_id FROM post_holding ph WHERE ${leaderPostHeld('ph', f)} AND EXISTS (SELECT 1 FROM account la WHERE la.person_id = ph.person_id AND la.active)) ho WHERE ho.person_id IS NOT NULL`,
  );

const PIECES = rowsJson(
  render(
    objectJson([
      ['kind', anyJson('fe.kind')],
      ['acceptance', anyJson('fe.acceptance')],
    ]),
  ),
  'FROM evidence_action fl JOIN evidence fe ON fe.id = fl.evidence_id WHERE fl.action_id = fa.id',
);

const deputiesJson = (f: string, day: string): Json =>
  rowsJson(
    render(
      objectJson([
        ['step', anyJson('fq.step')],
        ['deputyId', anyJson('fq.deputy_id')],
        ['principalId', anyJson('fq.principal_id')],
      ]),
    ),
    `FROM (${deputiesOf(f, day)}) fq`,
  );

const actionsJson = (f: string, pieces: Json): Json =>
  rowsJson(
    render(
      objectJson([
        ['handlerId', anyJson('fa.handler_id')],
        ['ordinal', integer('fa.ordinal')],
        ['state', anyJson('fa.state')],
        ['kind', anyJson('fa.kind')],
        ['needsEvidence', truth('fa.needs_evidence')],
        ['pieces', pieces],
      ]),
    ),
    `FROM action fa WHERE fa.finding_id = ${f}.id`,
    ' ORDER BY fa.ordinal',
  );

const sumsJson = (f: string): Json =>
  rowsJson(
    render(
      objectJson([
        ['label', anyJson('fm.label')],
        ['establishedFen', anyJson('fm.established_fen::text')],
        ['statedFen', anyJson('fm.stated_fen::text')],
        ['disposition', anyJson('fm.disposition')],
        ['recoveredFen', anyJson('(SELECT coalesce(sum(fr.fen), 0)::text FROM recovery fr WHERE fr.sum_id = fm.id)')],
        ['waivedFen', anyJson('(SELECT coalesce(sum(fw.fen), 0)::text FROM waiver fw WHERE fw.sum_id = fm.id)')],
      ]),
    ),
    `FROM money_sum fm WHERE fm.finding_id = ${f}.id`,
    ' ORDER BY fm.ordinal',
  );

const subjectsJson = (f: string): Json =>
  rowsJson(words('fs.person_id'), `FROM finding_subject fs WHERE fs.finding_id = ${f}.id`);

const pointsJson = (f: string): Json =>
  rowsJson(
    render(
      objectJson([
        ['ordinal', integer('fp.ordinal')],
        ['outcome', anyJson('fp.outcome')],
      ]),
    ),
    `FROM finding_point fp WHERE fp.finding_id = ${f}.id`,
    ' ORDER BY fp.ordinal',
  );

const STEP = objectJson([
  ['ordinal', integer('st.ordinal')],
  ['kind', anyJson('st.kind')],
  ['state', anyJson('st.state')],
  ['signerId', anyJson('st.signer_id')],
  ['principalId', anyJson('st.principal_id')],
  ['byResolution', truth('st.resolution_id IS NOT NULL')],
  ['skipReason', anyJson('st.skip_reason')],
]);

const pendingJson = (f: string): Json =>
  rowJson(
    objectJson([
      ['id', anyJson('su.id')],
      ['purpose', anyJson('su.purpose')],
      ['submittedById', anyJson('su.submitted_by_id')],
      ['sampleOpen', truth('EXISTS (SELECT 1 FROM recheck sk WHERE sk.submission_id = su.id AND sk.outcome IS NULL)')],
      ['reviewed', rowsJson(words('sw.reviewer'), 'FROM submission_review sw WHERE sw.submission_id = su.id')],
      ['steps', rowsJson(render(STEP), 'FROM signoff_step st WHERE st.submission_id = su.id', ' ORDER BY st.ordinal')],
    ]),
    `FROM submission su WHERE su.finding_id = ${f}.id AND su.outcome = 'PENDING'`,
  );

/** The request that waits, and how many were granted in the present cycle. */
const extensionJson = (f: string): Json =>
  objectJson([
    [
      'pending',
      rowJson(
        objectJson([
          ['id', anyJson('xp.id')],
          ['requestedById', anyJson('xp.requested_by_id')],
          ['approver', anyJson('xp.approver')],
        ]),
        `FROM extension xp WHERE xp.finding_id = ${f}.id AND xp.state = 'PENDING'`,
      ),
    ],
    [
      'granted',
      integer(
        `(SELECT count(*) FROM extension xg WHERE xg.finding_id = ${f}.id AND xg.state = 'GRANTED' AND xg.cycle = ${f}.cycle)`,
      ),
    ],
  ]);

/** How much of the facts is loaded: a part as its SQL says, or `nothing` where it is not asked. */
type Loading = (part: FactPart, value: Json, nothing: Json) => Json;

const everything: Loading = (_part, value) => value;

/** A part only in the states in which the domain asks for it. */
const byState =
  (f: string): Loading =>
  (part, value, nothing) => {
    const states = statesAsking(part).map((state) => `'${state}'`);
    return [
      { sql: `CASE WHEN ${f}.state IN (${states.join(', ')}) THEN ${render(value)} ELSE ${render(nothing)} END` },
    ];
  };

/** The pieces that the gates look at: of actions to prove. */
const proofJson: Json = [
  {
    sql: `CASE WHEN fa.state = '${TO_PROVE.state}' AND fa.needs_evidence = ${TO_PROVE.needsEvidence} THEN ${render(PIECES)} ELSE '[]' END`,
  },
];

const NO_ROWS: Json = ['[]'];
const NO_EXTENSION: Json = ['{"pending":null,"granted":0}'];

function factsJson(f: string, reading: Reading, load: Loading, pieces: Json): Json {
  const day = reading.statement.param(reading.today, 'text::date');
  return objectJson([
    ['bodyId', anyJson(`${f}.body_id`)],
    ['state', anyJson(`${f}.state`)],
    ['leadDepartmentId', anyJson(`${f}.lead_department_id`)],
    ['leaderPostId', anyJson(`${f}.leader_post_id`)],
    ['leaderConfirmed', truth(`${f}.leader_confirmed_at IS NOT NULL`)],
    [
      'supportingDepartmentIds',
      rowsJson(words('fd.department_id'), `FROM finding_department fd WHERE fd.finding_id = ${f}.id`),
    ],
    ['subjectIds', load('subjects', subjectsJson(f), NO_ROWS)],
    ['handlerId', anyJson(`${f}.handler_id`)],
    ['actions', actionsJson(f, load('proof', pieces, NO_ROWS))],
    ['points', load('points', pointsJson(f), NO_ROWS)],
    ['sums', load('sums', sumsJson(f), NO_ROWS)],
    ['pending', load('pending', pendingJson(f), NULL)],
    ['openToOffice', truth(openToOffice(f))],
    ['dueOn', anyJson(`${f}.due_on`)],
    ['extension', load('extension', extensionJson(f), NO_EXTENSION)],
    [
      'settings',
      anyJson(
        `(SELECT json_build_array(ri.settings, rr.settings) FROM inspection ri JOIN round rr ON rr.id = ri.round_id WHERE ri.id = ${f}.inspection_id)`,
      ),
    ],
    ['holders', load('holders', holdersJson(f, day), NO_ROWS)],
    ['deputies', load('deputies', deputiesJson(f, day), NO_ROWS)],
  ]);
}

/**
 * Everything the rules ask of one finding (packages/domain findings/facts.ts) as JSON over its row: the same facts decide a
 * mutation and draw the buttons.
 */
export const findingFacts = (f: string, reading: Reading): Json => factsJson(f, reading, everything, PIECES);

/** What the workflow's verbs ask of a finding in its state, and no more: a page draws the buttons of a hundred. */
export const verbFacts = (f: string, reading: Reading): Json => factsJson(f, reading, byState(f), proofJson);

/** The facts as one SQL expression of type json. */
export const findingFactsSql: Expression = (f, reading) => `${render(findingFacts(f, reading))}::json`;
export const verbFactsSql: Expression = (f, reading) => `${render(verbFacts(f, reading))}::json`;

export interface FactsJson extends Omit<
  FindingFacts,
  'sums' | 'handlerIds' | 'actions' | 'extension' | 'evidenceRules' | 'officeReviewers' | 'holders'
> {
  /** The step and the person of each grant that holds one. */
  holders: [keyof StepHolders, string][];
  extension: Omit<FindingFacts['extension'], 'cap'>;
  /** Of the inspection and of its round. */
  settings: [unknown, unknown];
  handlerId: string | null;
  actions: (FindingFacts['actions'][number] & { handlerId: string | null })[];
  state: FindingState;
  points: { ordinal: number; outcome: PointOutcome | null }[];
  pending: {
    id: string;
    purpose: SubmissionPurpose;
    submittedById: string;
    sampleOpen: boolean;
    reviewed: Reviewer[];
    steps: ChainStep[];
  } | null;
  sums: (Omit<SumFacts, 'establishedFen' | 'statedFen' | 'recoveredFen' | 'waivedFen'> &
    Record<'recoveredFen' | 'waivedFen', string> &
    Record<'establishedFen' | 'statedFen', string | null>)[];
}

const fen = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

/** The sums of the facts' JSON, in bigint fen. */
export const readSums = (sums: FactsJson['sums']): SumFacts[] =>
  sums.map((sum) => ({
    ...sum,
    establishedFen: fen(sum.establishedFen),
    statedFen: fen(sum.statedFen),
    recoveredFen: BigInt(sum.recoveredFen),
    waivedFen: BigInt(sum.waivedFen),
  }));

/** Each person once under each step, in one order. */
function heldBy(held: FactsJson['holders']): StepHolders {
  const holders: Record<keyof StepHolders, string[]> = {
    CLERK_CHECK: [],
    DEPARTMENT_HEAD: [],
    LEADER: [],
    SECRETARY: [],
    OFFICE: [],
  };
  for (const [step, person] of held) if (!holders[step].includes(person)) holders[step].push(person);
  for (const [step] of held) holders[step].sort();
  return holders;
}

/** Reads the JSON of `findingFacts` and of `verbFacts`. */
export function readFacts(json: unknown): FindingFacts {
  const { handlerId, actions, sums, extension, settings, holders, ...facts } = json as FactsJson;
  const rules = settingsOf({ own: settings[0], round: settings[1] });
  const handlers = [handlerId, ...actions.map((action) => action.handlerId)];
  return {
    ...facts,
    actions,
    evidenceRules: rules.evidence,
    officeReviewers: rules.chain.officeReviewers,
    extension: { ...extension, cap: rules.extension.cap },
    holders: heldBy(holders),
    handlerIds: [...new Set(handlers.filter((id) => id !== null))],
    sums: readSums(sums),
  };
}
