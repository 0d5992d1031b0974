import { TODAY, type Api } from '../api.ts';
import { MAIN } from './actors.ts';
import { BESIDE_RECORDS, BESIDE_ROWS } from './world-beside.ts';
import { DEPARTMENT, FINDING, OF_28, PERSON, POST } from './world-sql.ts';

/**
 * The world of the matrix: one finding of the main body (its no. 28) with a record of every kind that can hang on a finding.
 * The record stays, its place moves: between two passes only who leads, supports, handles and answers for it is exchanged.
 */
export const PLACES = {
  /** own item: names the handler, led by the handler's and head's department, in the leader's post and charge */
  I: { lead: '计划财务部', supports: null, handler: 'handler', leader: 'leader' },
  /** led by the same department, somebody else handles it */
  L: { lead: '计划财务部', supports: null, handler: 'handler7', leader: 'leader' },
  /** led by another department (办公室) under another leader; the own department supports */
  S: { lead: '办公室', supports: '计划财务部', handler: 'handler7', leader: 'leader2' },
  /** the own department leads, which the leader is in charge of; another post answers for it */
  C: { lead: '计划财务部', supports: null, handler: 'handler7', leader: 'leader2' },
  /** the leader's post answers for it, a department not in the leader's charge leads */
  P: { lead: '组织人事部', supports: null, handler: 'handler7', leader: 'leader' },
  /** another department and another post of the same body */
  D: { lead: '组织人事部', supports: null, handler: 'handler7', leader: 'leader3' },
  /** the same, and the office opened it today under sight that the secretary granted */
  O: { lead: '组织人事部', supports: null, handler: 'handler7', leader: 'leader3' },
} as const;
export type Place = keyof typeof PLACES;
export const PLACE_LIST = Object.keys(PLACES) as Place[];

/** States of the workflow; a review stands at one of the chain's steps. */
export const STATES = [
  'RECORDED',
  'UNCLAIMED',
  'RECTIFYING',
  'REVIEW_HEAD',
  'REVIEW_LEADER',
  'REVIEW_SECRETARY',
  'REVIEW_OFFICE',
  'CLOSED',
  'CONTINUING',
] as const;
export type State = (typeof STATES)[number];

/** Moves the finding, and all that hangs on it, to a place. */
export async function moveTo(api: Api, place: Place): Promise<void> {
  const { lead, supports, handler, leader } = PLACES[place];
  await api.sql(
    `UPDATE finding SET lead_department_id = ${DEPARTMENT(lead)}, handler_id = ${PERSON(handler)}, leader_post_id = ${POST(leader)} WHERE id = ${FINDING}`,
  );
  await api.sql(
    `UPDATE action SET handler_id = ${PERSON(handler)}, department_id = ${DEPARTMENT(lead)} WHERE finding_id = ${FINDING}`,
  );
  await api.sql(`DELETE FROM finding_department WHERE finding_id = ${FINDING}`);
  if (supports !== null)
    await api.sql(
      `INSERT INTO finding_department (finding_id, department_id) VALUES (${FINDING}, ${DEPARTMENT(supports)})`,
    );
  await api.sql(`DELETE FROM sight_opening WHERE opened_on = '${TODAY}'`);
  if (place === 'O') await api.sql(OPENED_TODAY);
}

const OPENED_TODAY = `INSERT INTO sight_opening (id, sight_id, finding_id, person_id, person_name, opened_on, last_at)
  SELECT gen_random_uuid(), s.id, ${FINDING}, ${PERSON('office')}, 'x', '${TODAY}', now() FROM sight s WHERE s.reason = '矩阵'`;

const STEPS: Partial<Record<State, string>> = {
  REVIEW_HEAD: 'DEPARTMENT_HEAD',
  REVIEW_LEADER: 'LEADER',
  REVIEW_SECRETARY: 'SECRETARY',
  REVIEW_OFFICE: 'OFFICE',
};

/** Brings the finding into a state: in review with its submission waiting at the step, before it signed by others, otherwise with nothing waiting. */
export async function bringInto(api: Api, state: State): Promise<void> {
  const step = STEPS[state];
  await api.sql(
    `UPDATE finding SET state = '${step === undefined ? state : 'IN_REVIEW'}', closed_at = ${state === 'CLOSED' ? `'2026-11-01'` : 'NULL'}, leader_confirmed_at = NULL WHERE id = ${FINDING}`,
  );
  const latest = `(SELECT s.id FROM submission s WHERE s.finding_id = ${FINDING} ORDER BY s.submitted_at DESC LIMIT 1)`;
  await api.sql(
    `UPDATE submission SET outcome = '${step === undefined ? 'RETURNED' : 'PENDING'}', submitted_by_id = ${PERSON('handler')} WHERE id = ${latest}`,
  );
  if (step === undefined) return;
  const at = `(SELECT c.ordinal FROM signoff_step c WHERE c.submission_id = ${latest} AND c.kind = '${step}')`;
  await api.sql(`UPDATE signoff_step SET state = 'WAITING', signer_id = NULL WHERE submission_id = ${latest}`);
  await api.sql(
    `UPDATE signoff_step SET state = CASE WHEN ordinal < ${at} THEN 'SIGNED' ELSE 'CURRENT' END::step_state, reached_at = '2026-11-20' WHERE submission_id = ${latest} AND ordinal <= ${at}`,
  );
}

/** The rules of the tables do not hold in this clone: states are set from outside, not reached by verbs. */
async function dropChecks(api: Api): Promise<void> {
  const checks = await api.sql<{ t: string; c: string }>(
    `SELECT conrelid::regclass::text AS t, conname AS c FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
  );
  for (const { t, c } of checks) await api.sql(`ALTER TABLE ${t} DROP CONSTRAINT "${c}"`);
  for (const name of ['finding_entered_to_warn', 'finding_changed_to_warn'])
    await api.sql(`ALTER TABLE finding DISABLE TRIGGER ${name}`);
}

/** Pieces that prove the finding's first action, with the details of every kind: a document, a meeting, and a talk in restricted reading. */
const PIECE = (title: string, number: number, restricted: boolean): string => `
  WITH f AS (SELECT f.* ${OF_28}), a AS (SELECT a.id FROM action a, f WHERE a.finding_id = f.id ORDER BY a.ordinal LIMIT 1),
    e AS (INSERT INTO evidence (id, body_id, inspection_id, kind, title, piece_number, restricted, date_precision, occurred_on) SELECT gen_random_uuid(), f.body_id, f.inspection_id, 'MEETING', '${title}', '28-1-${number}', ${restricted}, 'DAY', '2026-10-01' FROM f RETURNING id, body_id),
    l AS (INSERT INTO evidence_action (body_id, evidence_id, action_id) SELECT e.body_id, e.id, a.id FROM e, a),
    t AS (INSERT INTO attachment (id, body_id, evidence_id, purpose, file_name, sha256, size, media_type) SELECT gen_random_uuid(), e.body_id, e.id, 'SCAN', n, repeat('a', 64), 1, 'application/pdf' FROM e, unnest(ARRAY['x.pdf', 'y.pdf']) n),
    m AS (INSERT INTO meeting (evidence_id, type) SELECT e.id, 'PARTY_GROUP' FROM e),
    d AS (INSERT INTO policy_document (evidence_id, status) SELECT e.id, 'ISSUED' FROM e)
  INSERT INTO talk (evidence_id, type, interviewer, interviewee) SELECT e.id, 'REMINDER', 'x', 'x' FROM e`;

const ROWS = [
  `INSERT INTO recommendation (id, inspection_id, body_id, number, text, post_id, updated_by_name) SELECT gen_random_uuid(), f.inspection_id, f.body_id, 99, 'x', ${POST('leader')}, 'x' ${OF_28}`,
  `WITH e AS (INSERT INTO effect_assessment (id, inspection_id, body_id, number, assessed_on, assessor, entered_by_name) SELECT gen_random_uuid(), f.inspection_id, f.body_id, 99, '2026-11-01', 'x', 'x' ${OF_28} RETURNING id)
    INSERT INTO assessment_item (id, assessment_id, ordinal, title) SELECT gen_random_uuid(), e.id, 1, 'x' FROM e`,
  `INSERT INTO effect_version (id, finding_id, body_id, number, text) SELECT gen_random_uuid(), f.id, f.body_id, 99, 'x' ${OF_28}`,
  `INSERT INTO settings_version (id, round_id, settings, from_at) SELECT gen_random_uuid(), i.round_id, '{}', '2026-01-01' FROM finding f JOIN body b ON b.id = f.body_id JOIN inspection i ON i.id = f.inspection_id WHERE b.short_name = '${MAIN}' AND f.seq = 28`,
  PIECE('矩阵佐证', 99, false),
  PIECE('矩阵会议', 97, false),
  PIECE('矩阵谈话', 98, true),
  `INSERT INTO import (id, body_id, inspection_id, kind, mode, state, file_name, sha256, source_text, parsed, created_by_name)
    SELECT gen_random_uuid(), f.body_id, f.inspection_id, 'REPORT', 'LIVE', 'DRAFT', 'x.txt', repeat('0', 64), i.source_text, i.parsed, 'x'
    FROM finding f JOIN body b ON b.id = f.body_id, import i WHERE b.short_name = '${MAIN}' AND f.seq = 28`,
  `INSERT INTO submission_opening (submission_id, account_id) SELECT s.id, a.id FROM submission s, account a WHERE s.outcome = 'PENDING' ON CONFLICT DO NOTHING`,
  `INSERT INTO attachment (id, body_id, finding_id, purpose, file_name, sha256, size, media_type) SELECT gen_random_uuid(), f.body_id, f.id, 'SIGNED_FORM', 'x.pdf', repeat('b', 64), 1, 'application/pdf' ${OF_28}`,
  `WITH w AS (INSERT INTO warning (id, finding_id, level, due_on, colour, recorded_on, recorded_at) SELECT gen_random_uuid(), f.id, 'RED', '2026-01-01', 'RED', '2026-01-02', now() ${OF_28} RETURNING id)
    INSERT INTO warning_delivery (id, warning_id, person_id, told_at) SELECT gen_random_uuid(), w.id, a.person_id, now() FROM w, account a WHERE a.login = 'handler'`,
  `WITH f AS (SELECT f.* ${OF_28}), g AS (SELECT id FROM body WHERE short_name = '驻市文旅局纪检监察组'),
    asked AS (INSERT INTO extension (id, finding_id, body_id, cycle, number, reason, from_due_on, to_due_on, approver, requested_by_id, requested_by_name)
      SELECT gen_random_uuid(), f.id, f.body_id, 1, 1, 'x', '2026-12-03', '2027-01-31', 'SECRETARY', ${PERSON('handler7')}, 'x' FROM f),
    drawn AS (INSERT INTO recheck_draw (id, inspection_id, body_id, seed, drawn_on, size, population, drawn_by_name, drawn_for_id)
      SELECT gen_random_uuid(), f.inspection_id, f.body_id, 'x', '2026-11-22', 1, ARRAY['x'], 'x', g.id FROM f, g RETURNING id, body_id),
    checked AS (INSERT INTO recheck (id, draw_id, finding_id, body_id, ordinal) SELECT gen_random_uuid(), drawn.id, f.id, f.body_id, 1 FROM f, drawn),
    figure AS (INSERT INTO indicator (id, finding_id, body_id, ordinal, name) SELECT gen_random_uuid(), f.id, f.body_id, 91, 'y' FROM f RETURNING id),
    read AS (INSERT INTO indicator_reading (id, indicator_id, ordinal, kind, definition, numerator, denominator) SELECT gen_random_uuid(), figure.id, 1, 'BASELINE', 'x', 1, 2 FROM figure),
    party AS (INSERT INTO external_party (id, finding_id, body_id, ordinal, kind, name, fact) SELECT gen_random_uuid(), f.id, f.body_id, 91, 'COMPANY', 'x', 'x' FROM f),
    said AS (INSERT INTO supervisory_opinion (id, finding_id, cycle, kind, by_id, by_name) SELECT gen_random_uuid(), f.id, 1, 'OBJECTION', ${PERSON('discipline')}, 'x' FROM f),
    told AS (INSERT INTO instruction (id, finding_id, text, by_id, by_name) SELECT gen_random_uuid(), f.id, 'x', ${PERSON('secretary')}, 'x' FROM f),
    done AS (INSERT INTO progress_update (id, action_id, state, by_name) SELECT gen_random_uuid(), a.id, 'DONE', 'x' FROM f, action a WHERE a.finding_id = f.id AND a.ordinal = 1)
    INSERT INTO finding_repeat (id, finding_id, body_id, kind, earlier_id, earlier_text, noted_by_name) SELECT gen_random_uuid(), f.id, f.body_id, 'RELAPSE', o.id, 'x', 'x' FROM f, finding o WHERE o.body_id = f.body_id AND o.seq = 3`,
];

export async function buildWorld(api: Api): Promise<void> {
  await dropChecks(api);
  for (const statement of [...ROWS, ...BESIDE_ROWS]) await api.sql(statement);
  await moveTo(api, 'I');
}

/** One record of every type that has an id; `restricted` and `loose` are further pieces of evidence. */
const RECORDS: Record<string, string> = {
  Finding: `'fnd_' || f.id`,
  FindingOutline: `'out_' || f.id`,
  FindingPoint: `(SELECT 'pnt_' || p.id FROM finding_point p WHERE p.finding_id = f.id ORDER BY p.ordinal LIMIT 1)`,
  Action: `(SELECT 'act_' || a.id FROM action a WHERE a.finding_id = f.id AND a.ordinal = 1)`,
  ProgressUpdate: `(SELECT 'upd_' || u.id FROM progress_update u JOIN action a ON a.id = u.action_id WHERE a.finding_id = f.id AND a.ordinal = 1 LIMIT 1)`,
  Evidence: `(SELECT 'evd_' || id FROM evidence WHERE title = '矩阵佐证')`,
  meeting: `(SELECT 'evd_' || id FROM evidence WHERE title = '矩阵会议')`,
  restricted: `(SELECT 'evd_' || id FROM evidence WHERE title = '矩阵谈话')`,
  Attachment: `(SELECT 'att_' || t.id FROM attachment t JOIN evidence e ON e.id = t.evidence_id WHERE e.title = '矩阵佐证' ORDER BY t.file_name LIMIT 1)`,
  scan: `(SELECT 'att_' || t.id FROM attachment t WHERE t.finding_id = f.id AND t.purpose = 'SIGNED_FORM' ORDER BY t.id LIMIT 1)`,
  MoneySum: `(SELECT 'sum_' || s.id FROM money_sum s WHERE s.finding_id = f.id AND EXISTS (SELECT 1 FROM waiver w WHERE w.sum_id = s.id) LIMIT 1)`,
  Recovery: `(SELECT 'rec_' || r.id FROM recovery r JOIN money_sum s ON s.id = r.sum_id WHERE s.finding_id = f.id ORDER BY r.id LIMIT 1)`,
  Waiver: `(SELECT 'wvr_' || w.id FROM waiver w JOIN money_sum s ON s.id = w.sum_id WHERE s.finding_id = f.id LIMIT 1)`,
  WaiverConsent: `(SELECT 'wvc_' || c.id FROM waiver_consent c JOIN waiver w ON w.id = c.waiver_id JOIN money_sum s ON s.id = w.sum_id WHERE s.finding_id = f.id ORDER BY c.id LIMIT 1)`,
  Submission: `(SELECT 'sub_' || s.id FROM submission s WHERE s.finding_id = f.id ORDER BY s.submitted_at DESC LIMIT 1)`,
  SignoffStep: `(SELECT 'stp_' || t.id FROM signoff_step t JOIN submission s ON s.id = t.submission_id WHERE s.finding_id = f.id ORDER BY s.submitted_at DESC, t.ordinal LIMIT 1)`,
  Indicator: `(SELECT 'ind_' || i.id FROM indicator i WHERE i.finding_id = f.id AND i.name = 'y')`,
  IndicatorReading: `(SELECT 'rdg_' || r.id FROM indicator_reading r JOIN indicator i ON i.id = r.indicator_id WHERE i.finding_id = f.id AND i.name = 'y')`,
  ExternalParty: `(SELECT 'pty_' || p.id FROM external_party p WHERE p.finding_id = f.id AND p.name = 'x')`,
  SettingsVersion: `(SELECT 'stv_' || v.id FROM settings_version v JOIN inspection i ON i.round_id = v.round_id WHERE i.id = f.inspection_id ORDER BY v.from_at LIMIT 1)`,
  Recommendation: `(SELECT 'rcm_' || r.id FROM recommendation r WHERE r.inspection_id = f.inspection_id AND r.number = 99)`,
  EffectAssessment: `(SELECT 'eas_' || e.id FROM effect_assessment e WHERE e.inspection_id = f.inspection_id AND e.number = 99)`,
  EffectVersion: `(SELECT 'efv_' || e.id FROM effect_version e WHERE e.finding_id = f.id AND e.number = 99)`,
  Filing: `(SELECT 'fil_' || x.id FROM filing x WHERE x.inspection_id = f.inspection_id AND x.kind = 'PERIODIC' AND x.number = 1)`,
  FilingVersion: `(SELECT 'flv_' || v.id FROM filing_version v JOIN filing x ON x.id = v.filing_id WHERE x.inspection_id = f.inspection_id AND x.kind = 'PERIODIC' AND x.number = 1 AND v.filed_at IS NOT NULL LIMIT 1)`,
  Instruction: `(SELECT 'itr_' || i.id FROM instruction i WHERE i.finding_id = f.id LIMIT 1)`,
  Resolution: `(SELECT 'rsl_' || r.id FROM resolution r WHERE r.body_id = f.body_id ORDER BY r.text = '矩阵决议' DESC LIMIT 1)`,
  Extension: `(SELECT 'ext_' || x.id FROM extension x WHERE x.finding_id = f.id AND x.number = 1)`,
  forOffice: `(SELECT 'ext_' || x.id FROM extension x WHERE x.finding_id = f.id ORDER BY x.number DESC LIMIT 1)`,
  SupervisoryOpinion: `(SELECT 'opn_' || o.id FROM supervisory_opinion o WHERE o.finding_id = f.id LIMIT 1)`,
  FindingRepeat: `(SELECT 'rpt_' || r.id FROM finding_repeat r WHERE r.finding_id = f.id AND r.earlier_text = 'x' LIMIT 1)`,
  RecheckDraw: `(SELECT 'rcd_' || k.draw_id FROM recheck k JOIN recheck_draw w ON w.id = k.draw_id WHERE k.finding_id = f.id AND w.stage = 'CLOSED' LIMIT 1)`,
  Recheck: `(SELECT 'rck_' || k.id FROM recheck k JOIN recheck_draw w ON w.id = k.draw_id WHERE k.finding_id = f.id AND w.stage = 'CLOSED' LIMIT 1)`,
  Warning: `(SELECT 'wrn_' || d.id FROM warning_delivery d JOIN warning w ON w.id = d.warning_id WHERE w.finding_id = f.id AND w.due_on = '2026-01-01' LIMIT 1)`,
  Aspect: `'asp_' || f.aspect_id`,
  Import: `(SELECT 'imp_' || id FROM import WHERE file_name = 'x.txt')`,
  Inspection: `'ins_' || f.inspection_id`,
  Round: `(SELECT 'rnd_' || i.round_id FROM inspection i WHERE i.id = f.inspection_id)`,
  Body: `'bdy_' || f.body_id`,
  group: `(SELECT 'bdy_' || id FROM body WHERE short_name = '驻市文旅局纪检监察组')`,
  Department: `(SELECT 'dep_' || d.id FROM department d WHERE d.body_id = f.body_id AND d.name = '计划财务部')`,
  Post: `'pst_' || ${POST('leader')}`,
  Person: `'psn_' || ${PERSON('leader')}`,
  handler: `'psn_' || ${PERSON('handler')}`,
  handler7: `(SELECT 'acc_' || id FROM account WHERE login = 'handler7')`,
  sysadmin: `(SELECT 'acc_' || id FROM account WHERE login = 'sysadmin')`,
  bodyUuid: `f.body_id::text`,
  foreignAction: `(SELECT 'act_' || a.id FROM action a JOIN finding o ON o.id = a.finding_id WHERE o.body_id = f.body_id AND o.seq = 5 AND a.ordinal = 1)`,
  foreignRecovery: `coalesce((SELECT 'rec_' || r.id FROM recovery r WHERE r.created_by_name = '别处' LIMIT 1), 'rec_')`,
  earlier: `(SELECT 'fnd_' || o.id FROM finding o WHERE o.body_id = f.body_id AND o.seq = 4)`,
  Account: `(SELECT 'acc_' || id FROM account WHERE login = 'handler6')`,
  RoleGrant: `(SELECT 'grt_' || g.id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = 'handler7')`,
  ApiToken: `(SELECT 'tok_' || id FROM api_token ORDER BY name = '矩阵' DESC LIMIT 1)`,
  AuditEvent: `(SELECT 'aud_' || lpad(to_hex(e.id), 32, '0')::uuid FROM audit_event e ORDER BY e.actor_name = '矩阵' DESC, e.id LIMIT 1)`,
  ...BESIDE_RECORDS,
};
export type Records = Readonly<Record<string, string>>;

/** Global ids of the world's records by type. */
export async function recordsOf(api: Api): Promise<Records> {
  const columns = Object.entries(RECORDS).map(([name, of]) => `${of} AS "${name}"`);
  const [row] = await api.sql<Record<string, string | null>>(`SELECT ${columns.join(', ')} ${OF_28}`);
  const missing = Object.entries(row ?? {}).flatMap(([name, id]) => (id === null ? [name] : []));
  if (row === undefined || missing.length > 0) throw new Error(`the world lacks ${missing.join(', ')}`);
  return row as Records;
}
