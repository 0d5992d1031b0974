import 'reflect-metadata';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApiSchema } from '../src/graphql/schema.ts';
import { startApi, TODAY, type Api, type Caller } from './api.ts';
import { tokenFor } from './tokens.ts';
import { MUTATION_ROLES, WHO, type Who } from './mutation-roles.table.ts';

const schema = buildApiSchema();
const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
const fieldOf = (verb: string) => {
  const field = schema.getMutationType()?.getFields()[verb];
  if (field === undefined) throw new Error(`no mutation ${verb}`);
  return field;
};

/** Ids of the finding that the table speaks of, and of what belongs to it. */
const WORLD = `
  SELECT 'fnd_' || f.id AS "findingId", 'ins_' || f.inspection_id AS "inspectionId", 'bdy_' || f.body_id AS "bodyId",
    'dep_' || f.lead_department_id AS "departmentId", 'pst_' || f.leader_post_id AS "postId", 'psn_' || f.handler_id AS "personId",
    (SELECT 'act_' || a.id FROM action a WHERE a.finding_id = f.id AND a.handler_id = f.handler_id ORDER BY a.ordinal LIMIT 1) AS "actionId",
    (SELECT 'pnt_' || p.id FROM finding_point p WHERE p.finding_id = f.id LIMIT 1) AS "pointId",
    (SELECT 'sum_' || s.id FROM money_sum s WHERE s.finding_id = f.id AND s.established_fen > 0 LIMIT 1) AS "sumId",
    (SELECT 'evd_' || ea.evidence_id FROM evidence_action ea JOIN action a ON a.id = ea.action_id JOIN evidence e ON e.id = ea.evidence_id WHERE a.finding_id = f.id AND NOT e.restricted ORDER BY e.id LIMIT 1) AS "evidenceId",
    (SELECT 'sub_' || s.id FROM submission s WHERE s.finding_id = f.id AND s.outcome = 'PENDING') AS "submissionId",
    (SELECT 'rec_' || r.id FROM recovery r JOIN money_sum s ON s.id = r.sum_id WHERE s.finding_id = f.id LIMIT 1) AS "recoveryId",
    (SELECT 'wvr_' || w.id FROM waiver w JOIN money_sum s ON s.id = w.sum_id WHERE s.finding_id = f.id LIMIT 1) AS "waiverId",
    (SELECT 'att_' || t.id FROM attachment t JOIN evidence_action ea ON ea.evidence_id = t.evidence_id JOIN action a ON a.id = ea.action_id WHERE a.finding_id = f.id LIMIT 1) AS "attachmentId",
    (SELECT 'evd_' || m.evidence_id FROM meeting m JOIN evidence e ON e.id = m.evidence_id WHERE e.body_id = f.body_id LIMIT 1) AS "meetingId",
    (SELECT 'ext_' || x.id FROM extension x WHERE x.finding_id = f.id) AS "extensionId",
    (SELECT 'rck_' || k.id FROM recheck k WHERE k.finding_id = f.id) AS "recheckId",
    (SELECT 'rpt_' || r.id FROM finding_repeat r WHERE r.finding_id = f.id) AS "repeatId",
    (SELECT 'ind_' || i.id FROM indicator i WHERE i.finding_id = f.id) AS "indicatorId",
    (SELECT 'pty_' || p.id FROM external_party p WHERE p.finding_id = f.id) AS "partyId",
    (SELECT 'fil_' || x.id FROM filing x WHERE x.inspection_id = f.inspection_id AND x.kind = 'PERIODIC' AND x.number = 2) AS "filingId",
    (SELECT 'fil_' || x.id FROM filing x WHERE x.inspection_id = f.inspection_id AND x.kind = 'PERIODIC' AND x.number = 1) AS "filedId",
    (SELECT 'rcm_' || r.id FROM recommendation r WHERE r.inspection_id = f.inspection_id LIMIT 1) AS "recommendationId",
    (SELECT 'sgt_' || s.id FROM sight s) AS "sightId",
    'out_' || f.id AS "outlineId",
    (SELECT 'psn_' || n.id FROM person n JOIN account a ON a.person_id = n.id WHERE a.login = 'secretary') AS "signerId",
    (SELECT 'psn_' || n.id FROM person n JOIN account a ON a.person_id = n.id WHERE a.login = 'head4') AS "deputyId",
    (SELECT 'grt_' || g.id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = 'head') AS "headGrantId",
    (SELECT 'psn_' || n.id FROM person n JOIN account a ON a.person_id = n.id WHERE a.login = 'handler2') AS "incomingId",
    (SELECT 'hov_' || h.id FROM handover h WHERE h.reason = 'x') AS "handoverId",
    (SELECT 'dpt_' || d.id FROM deputation d WHERE d.reason = 'x') AS "deputationId",
    (SELECT 'bdy_' || b.id FROM body b WHERE b.kind = 'DISCIPLINE_GROUP') AS "groupId",
    (SELECT 'bdy_' || b.id FROM body b WHERE b.kind = 'OFFICE') AS "officeId",
    (SELECT 'rnd_' || r.id FROM round r) AS "roundId",
    'out_' || f.id AS "outlineId",
    (SELECT 'ntc_' || n.id FROM notice n WHERE n.body_id = f.body_id ORDER BY n.seq LIMIT 1) AS "noticeId",
    (SELECT 'urg_' || u.id FROM urge u) AS "urgeId",
    (SELECT 'ppr_' || q.id FROM recorded_paper q WHERE q.body_id = f.body_id) AS "paperId",
    (SELECT 'acc_' || a.id FROM account a WHERE a.login = 'handler7') AS "accountId",
    (SELECT 'grt_' || g.id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = 'handler7') AS "grantId"
  FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 28`;

type World = Record<string, string>;

/** Values that get through the checks of the input, so that what is left to refuse is the caller. */
const SCALARS: Record<string, unknown> = {
  ID: 'none',
  String: 'x',
  Int: 1,
  Boolean: true,
  Fen: '100',
  Date: TODAY,
  DateTime: `${TODAY}T00:00:00Z`,
  JSON: {},
};
const NAMED: Record<string, unknown> = {
  version: 1,
  year: 2031,
  login: 'table.test',
  fileName: 'x.pdf',
  number: 7,
  size: 100,
  month: 6,
  title: '标题',
  nextReviewOn: '2027-01-31',
  dueOn: '2027-01-31',
};
/** Inputs of which one optional field must be given. */
const ONE_OF: Record<string, string> = {
  EventDateInput: 'on',
  ImportEditInput: 'markChecked',
  RefundPaymentInput: 'sumId',
};
const ALSO: Record<string, Record<string, string>> = {
  grantRole: { bodyId: 'bodyId' },
  appointDeputy: { grantId: 'headGrantId' },
  requestUpload: { evidenceId: 'evidenceId' },
  openInspections: { bodyIds: 'bodyId' },
  ...Object.fromEntries(
    ['receiveFiling', 'reviewFiling', 'returnFiling', 'acceptFiling'].map((verb) => [verb, { filingId: 'filedId' }]),
  ),
  issueNotice: { recipientIds: 'postId', findingIds: 'outlineId' },
};
const FIXED: Record<string, Record<string, unknown>> = {
  grantRole: { role: 'CLERK' },
  requestUpload: { purpose: 'SCAN' },
  changeMailSettings: { mailOn: false },
  createRound: { number: 7 },
  noteRepeat: { earlierText: 'x' },
  assessEffect: { grade: 'GOOD' },
  addIndicatorReading: { numerator: 1, asOf: TODAY },
  recordPaper: { number: '7' },
  editCalendarYear: { year: 2027, version: 0 },
  ...Object.fromEntries(
    ['addMeeting', 'addDocument', 'addTalk', 'addOtherEvidence', 'addRefund'].map((verb) => [
      verb,
      { date: { on: TODAY } },
    ]),
  ),
};

function valueOf(world: World, name: string, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueOf(world, name, type.ofType);
  if (isListType(type)) return [valueOf(world, name.replace(/Ids$/, 'Id'), type.ofType)];
  const named = getNamedType(type);
  if (isInputObjectType(named)) return inputOf(world, named.getFields(), ONE_OF[named.name]);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (named.name === 'ID')
    return (
      world[name] ??
      world[name.replace(/^lead(?=D)|^supporting(?=D)/, '').replace(/^D/, 'd')] ??
      (name === 'handlerId' ? world['personId'] : 'none')
    );
  return NAMED[name] ?? SCALARS[named.name];
}

const inputOf = (
  world: World,
  fields: Record<string, { type: GraphQLInputType }>,
  also?: string,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { type }]) =>
      isNonNullType(type) || name === also ? [[name, valueOf(world, name, type)]] : [],
    ),
  );

function requestFor(
  world: World,
  of: GraphQLSchema,
  verb: string,
): { document: string; variables: { input: Record<string, unknown> } } {
  const [argument] = fieldOf(verb).args;
  const type = argument === undefined ? null : getNamedType(argument.type);
  if (!isInputObjectType(type)) throw new Error(`${verb} has no input`);
  const input = inputOf(world, (of.getType(type.name) as typeof type).getFields());
  for (const [name, from] of Object.entries(ALSO[verb] ?? {}))
    input[name] = name.endsWith('s') ? [world[from]] : world[from];
  return {
    document: `mutation M($input: ${type.name}!) { ${verb}(input: $input) { userErrors { code rule field message } } }`,
    variables: { input: { ...input, ...FIXED[verb] } },
  };
}

const DENIED = new Set(['FORBIDDEN', 'NOT_FOUND']);

describe('every mutation by every role', () => {
  let api: Api;
  let world: World;
  const callers = new Map<Who, Caller>();

  beforeAll(async () => {
    process.env['LOG_LEVEL'] = 'silent';
    api = await startApi();
    // Not approved yet, so that it can be.
    const token = await tokenFor(api, '市侨青会', { approve: false });
    for (const who of WHO) callers.set(who, who === 'token' ? token.caller : await api.as(who));
    await api.sql(`INSERT INTO import (id, body_id, inspection_id, kind, mode, state, file_name, sha256, source_text, parsed, created_by_name)
      SELECT gen_random_uuid(), f.body_id, f.inspection_id, 'REPORT', 'LIVE', 'DRAFT', 'x.txt', repeat('0', 64), i.source_text, i.parsed, 'x'
      FROM finding f JOIN body b ON b.id = f.body_id, import i WHERE b.short_name = '市侨青会' AND f.seq = 28`);
    await api.sql(
      `INSERT INTO submission_opening (submission_id, account_id) SELECT s.id, a.id FROM submission s, account a WHERE s.outcome = 'PENDING' ON CONFLICT DO NOTHING`,
    );
    await api.sql(`UPDATE attachment SET purpose = 'SIGNED_FORM', evidence_id = NULL, recovery_id = NULL, finding_id = f.id
      FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 28 AND attachment.id = (
        SELECT t.id FROM attachment t JOIN evidence_action ea ON ea.evidence_id = t.evidence_id JOIN action a ON a.id = ea.action_id JOIN finding o ON o.id = a.finding_id WHERE o.body_id = f.body_id AND o.seq = 3 AND t.recovery_id IS NULL LIMIT 1)`);
    await api.sql(`WITH w AS (INSERT INTO warning (id, finding_id, level, due_on, colour, recorded_on, recorded_at) SELECT gen_random_uuid(), f.id, 'RED', '2026-01-01', 'RED', '2026-01-02', now() FROM finding f LIMIT 1 RETURNING id)
      INSERT INTO warning_delivery (id, warning_id, person_id, told_at) SELECT gen_random_uuid(), w.id, a.person_id, now() FROM w, account a WHERE a.login = 'handler'`);
    await api.sql(`WITH f AS (SELECT f.* FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 28),
      g AS (SELECT id FROM body WHERE kind = 'DISCIPLINE_GROUP'),
      asked AS (INSERT INTO extension (id, finding_id, body_id, cycle, number, reason, from_due_on, to_due_on, approver, requested_by_id, requested_by_name)
        SELECT gen_random_uuid(), f.id, f.body_id, 1, 1, 'x', '2026-12-03', '2027-01-31', 'SECRETARY', f.handler_id, 'x' FROM f),
      drawn AS (INSERT INTO recheck_draw (id, inspection_id, body_id, seed, drawn_on, size, population, drawn_by_name, drawn_for_id)
        SELECT gen_random_uuid(), f.inspection_id, f.body_id, 'x', '2026-11-22', 1, ARRAY['x'], 'x', g.id FROM f, g RETURNING id, body_id),
      checked AS (INSERT INTO recheck (id, draw_id, finding_id, body_id, ordinal) SELECT gen_random_uuid(), drawn.id, f.id, f.body_id, 1 FROM f, drawn),
      figure AS (INSERT INTO indicator (id, finding_id, body_id, ordinal, name) SELECT gen_random_uuid(), f.id, f.body_id, 1, 'y' FROM f),
      advice AS (INSERT INTO recommendation (id, inspection_id, body_id, number, text, updated_by_name) SELECT gen_random_uuid(), f.inspection_id, f.body_id, 99, 'x', 'x' FROM f),
      party AS (INSERT INTO external_party (id, finding_id, body_id, ordinal, kind, name, fact) SELECT gen_random_uuid(), f.id, f.body_id, 1, 'COMPANY', 'x', 'x' FROM f)
      INSERT INTO finding_repeat (id, finding_id, body_id, kind, earlier_text, noted_by_name) SELECT gen_random_uuid(), f.id, f.body_id, 'RELAPSE', 'x', 'x' FROM f`);
    await api.sql(`INSERT INTO deputation (id, body_id, grant_id, principal_id, deputy_id, from_on, to_on, reason, appointed_by_id, appointed_by_name, appointed_by_secretary)
      SELECT gen_random_uuid(), g.body_id, g.id, a.person_id, d.person_id, '2027-03-01', '2027-03-02', 'x', a.person_id, 'x', false
      FROM account a JOIN role_grant g ON g.account_id = a.id, account d WHERE a.login = 'leader' AND d.login = 'leader2'`);
    await api.sql(`INSERT INTO handover (id, body_id, post_id, outgoing_id, incoming_id, reason, started_by_name)
      SELECT gen_random_uuid(), p.body_id, p.id, a.person_id, s.person_id, 'x', 'x' FROM account a JOIN post_holding h ON h.person_id = a.person_id AND h.to_on IS NULL JOIN post p ON p.id = h.post_id, account s
      WHERE a.login = 'handler' AND s.login = 'handler2'`);
    await api.sql(`INSERT INTO urge (id, body_id, inspection_id, department_id, lines, sent_at, sent_by_name) SELECT gen_random_uuid(), f.body_id, f.inspection_id, f.lead_department_id, '[]', now(), 'x'
      FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 28`);
    await api.sql(`WITH asked AS (INSERT INTO sight (id, inspection_id, body_id, office_id, whole, reason, state, from_on, to_on, requested_by_name, requested_at, decided_at)
        SELECT gen_random_uuid(), f.inspection_id, f.body_id, o.id, true, 'x', 'GRANTED', '2026-11-01', '2026-12-01', 'x', now(), now()
        FROM finding f JOIN body b ON b.id = f.body_id, body o WHERE b.short_name = '市侨青会' AND f.seq = 28 AND o.kind = 'OFFICE' RETURNING id) SELECT id FROM asked`);
    const [row] = await api.sql<World>(WORLD);
    const [ids] = await api.sql<World>(
      `SELECT (SELECT 'imp_' || id FROM import WHERE state = 'DRAFT' AND file_name = 'x.txt') AS "importId", (SELECT 'tok_' || id FROM api_token LIMIT 1) AS "apiTokenId", (SELECT 'att_' || id FROM attachment WHERE purpose = 'SIGNED_FORM' AND evidence_id IS NULL LIMIT 1) AS "scanId", (SELECT 'wrn_' || id FROM warning_delivery LIMIT 1) AS "warningId"`,
    );
    world = { ...row, ...ids };
    // Whoever gets as far as writing is stopped there and counted: a sequence is not rolled back.
    await api.sql(`CREATE SEQUENCE got_through`);
    await api.sql(
      `CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM nextval('got_through'); RAISE EXCEPTION 'stopped by the test'; END $$`,
    );
    await api.sql(
      `CREATE TRIGGER stop_here BEFORE INSERT ON audit_event FOR EACH ROW WHEN (NEW.success) EXECUTE FUNCTION stop_here()`,
    ); // what is refused is written, too
  });
  afterAll(() => api.stop());

  it('the table names every mutation of the schema and none besides', () => {
    expect([...MUTATION_ROLES.keys()].sort()).toEqual([...mutations].sort());
  });

  it('the ids of the table’s finding are there', () => {
    expect(Object.entries(world).filter(([, id]) => id === null || id === undefined)).toEqual([]);
  });

  it.each(mutations)('%s', async (verb) => {
    const { document, variables } = requestFor(world, schema, verb);
    const seen: Record<string, string> = {};
    for (const [who, caller] of callers) {
      const [before] = await api.sql<{ n: string }>(
        'SELECT CASE WHEN is_called THEN last_value ELSE 0 END::text AS n FROM got_through',
      );
      const answer = await caller.send<Record<string, { userErrors: { code: string; message: string }[] }>>(
        document,
        variables,
      );
      const [after] = await api.sql<{ n: string }>(
        'SELECT CASE WHEN is_called THEN last_value ELSE 0 END::text AS n FROM got_through',
      );
      const codes =
        answer.data?.[verb]?.userErrors.map((error) => error.code) ??
        answer.errors?.map((error) => String(error.extensions?.['code'])) ??
        [];
      const wrote = before?.n !== after?.n;
      const denied = !wrote && codes.length > 0 && codes.every((code) => DENIED.has(code));
      const faulty =
        !wrote &&
        codes.some(
          (code) => !/^(FORBIDDEN|NOT_FOUND|INVALID|ILLEGAL_TRANSITION|MISSING|CONFLICT|DUPLICATE|LIMIT)$/.test(code),
        );
      seen[who] = faulty ? `fault: ${JSON.stringify(answer)}` : denied ? 'refused' : 'allowed';
    }
    const expected = Object.fromEntries(
      WHO.map((who) => [who, MUTATION_ROLES.get(verb)?.includes(who) ? 'allowed' : 'refused']),
    );
    expect(seen).toEqual(expected);
  });
});
