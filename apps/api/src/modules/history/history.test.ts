import { measureDocx } from '@closeout/documents/measured-docx';
import { readLedgerWorkbook } from '@closeout/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, NOW, type Api, type Caller } from '../../../test/api.ts';
import { followedTables } from '../../../test/history.ts';
import { mutate } from '../../../test/work.ts';

const FIGURES = `
  query Figures($inspection: ID!) {
    statistics(inspectionId: $inspection) {
      asOf findings closed overdue dueSoon dueSoonUntil returned actions settledActions changedThisWeek closedThisWeek
      rate { completed findings basisPoints }
      byState { state count } byResult { result count }
      byLeader { id name findings closed overdue } byDepartment { id name findings closed overdue } byAspect { id name findings }
      balance { dueFen recoveredFen waivedFen outstandingFen } recovered { kind fen count } evidence { kind count }
    }
  }`;
const LEDGER = `
  query Ledger($inspection: String!) {
    findings(first: 100, filter: { inspectionId: $inspection }) {
      totalCount
      edges { node {
        id seq version title state result resultText closedAt
        deadline { dueOn daysLeft urgency reason { rule amount unit from } }
        leader { title } leadDepartment { name } supportingDepartments { name } handler { name } aspect { title }
        points { ordinal text outcome }
        actions(first: 50) { edges { node { ordinal text kind state progress doneOn updates { text state byName }
          evidenceAsked { kinds pieces } evidence(first: 50) { edges { node { pieceNumber title acceptance } } } } } }
        sums { label establishedFen disposition balance { dueFen recoveredFen waivedFen outstandingFen } }
        pendingSubmission { purpose statement steps { kind state signerName opinion } }
      } }
    }
    inspections(first: 50) { edges { node { id feedbackOn concentratedUntil settingsInForce progress { findings closed } } } }
  }`;

const DAYS = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'] as const;
const LOGINS = ['clerk', 'secretary', 'head', 'discipline', 'office'] as const;

let api: Api;
let clock = NOW;
const callers = new Map<string, Caller>();
beforeAll(async () => {
  api = await startApi({ server: { now: () => clock } });
  for (const login of [...LOGINS, 'leader', 'handler', 'sysadmin']) callers.set(login, await api.as(login));
});
afterAll(() => api.stop());
const by = (login: string): Caller => callers.get(login) as Caller;

/** What was written since the last step is dated to a day; the database's own clock cannot be turned. */
async function redate(day: string): Promise<void> {
  for (const table of await followedTables(api)) {
    const noon = `'${day}T12:00:00+08:00'::timestamptz`;
    const recent = `(now() - interval '1 hour')`;
    await api.sql(
      `BEGIN; ALTER TABLE history.${table} DISABLE TRIGGER ended_stays;
       UPDATE history.${table} SET valid_from = CASE WHEN valid_from > ${recent} THEN ${noon} ELSE valid_from END,
         valid_to = CASE WHEN valid_to <> 'infinity' AND valid_to > ${recent} THEN ${noon} ELSE valid_to END
       WHERE valid_from > ${recent} OR (valid_to <> 'infinity' AND valid_to > ${recent}); ALTER TABLE history.${table} ENABLE TRIGGER ended_stays; COMMIT`,
    );
  }
}

interface Open {
  id: string;
  seq: number;
  version: number;
  viewerCan: string[];
  actions: { edges: { node: { id: string; version: number; state: string } }[] };
}
const openOf = async (login: string): Promise<Open[]> =>
  (
    await by(login).execute<{ findings: { edges: { node: Open }[] } }>(
      '{ findings(first: 100) { edges { node { id seq version viewerCan actions(first: 50) { edges { node { id version state } } } } } } }',
    )
  ).findings.edges.map(({ node }) => node);

/** One day's work: words change, actions end, findings are signed and returned, a department gets another name, a setting. */
async function work(day: number): Promise<number> {
  let done = 0;
  const attempt = async (
    login: string,
    name: string,
    input: Record<string, unknown>,
    answers: string,
  ): Promise<void> => {
    const { userErrors } = await mutate<object>(by(login), name, input, answers);
    if (userErrors.length === 0) done += 1;
  };
  for (const login of ['head', 'clerk', 'leader', 'secretary']) {
    const open = await openOf(login);
    const pick = (verb: string): Open | undefined =>
      open.filter((one) => one.viewerCan.includes(verb)).at(day % Math.max(1, open.length));
    const edited = pick('editFinding');
    if (edited)
      await attempt(
        login,
        'editFinding',
        { findingId: edited.id, version: edited.version, title: `第${day}天改过的标题` },
        'finding { id }',
      );
    const instructed = pick('instruct');
    if (instructed)
      await attempt(login, 'instruct', { findingId: instructed.id, text: `第${day}天批示` }, 'finding { id }');
    const worked = open.find(
      (one) =>
        one.viewerCan.includes('updateProgress') &&
        one.id !== edited?.id &&
        one.actions.edges.some(({ node }) => node.state !== 'DONE'),
    );
    const action = worked?.actions.edges.find(({ node }) => node.state !== 'DONE')?.node;
    if (action && login === 'head')
      await attempt(
        login,
        'updateProgress',
        { actionId: action.id, version: action.version, state: 'DONE', text: `第${day}天完成` },
        'action { id }',
      );
    const fresh = (await openOf(login)).find((one) => one.viewerCan.includes('sign'));
    if (fresh)
      await attempt(login, 'sign', { findingId: fresh.id, version: fresh.version, opinion: '同意' }, 'finding { id }');
  }
  await api.sql(`UPDATE department SET name = name || $1 WHERE ordinal = 1`, [String(day)]);
  await api.sql(
    `DELETE FROM evidence_action WHERE evidence_id IN (SELECT evidence_id FROM evidence_action ORDER BY evidence_id LIMIT 1)`,
  );
  await api.sql(`UPDATE inspection SET settings = jsonb_set(settings, '{completedResults}', $1::jsonb)`, [
    JSON.stringify(day % 2 === 0 ? ['COMPLETED'] : ['COMPLETED', 'ONGOING']),
  ]);
  return done;
}

const inspectionId = async (): Promise<string> =>
  `ins_${(await api.sql<{ id: string }>(`SELECT i.id FROM inspection i JOIN body b ON b.id = i.body_id WHERE b.short_name = '市侨青会'`))[0]?.id}`;

interface Printed {
  rows: unknown;
  report: string;
  lists: unknown;
  own: unknown;
}

describe('as of a day', () => {
  /** What each login was shown at the end of each day. */
  const shown = new Map<string, { statistics: unknown; ledger: unknown }>();
  const printed = new Map<string, Printed>();
  let inspection = '';
  const exportOf = async (day: string | null): Promise<Printed> => {
    const query = `inspectionId=${inspection}${day === null ? '' : `&asOf=${day}`}`;
    const workbook = await by('secretary').fetch(`/export/ledger.xlsx?${query}`);
    const report = await by('secretary').fetch(`/export/report.txt?${query}`);
    const plan = await by('secretary').fetch(`/export/plan.docx?${query}`);
    const own = await by('secretary').fetch(`/export/principal-report.docx?${query}`);
    expect([workbook.status, report.status, plan.status, own.status]).toEqual([200, 200, 200, 200]);
    return {
      rows: await readLedgerWorkbook(new Uint8Array(await workbook.arrayBuffer())),
      report: await report.text(),
      own: (await measureDocx(new Uint8Array(await own.arrayBuffer()))).paragraphs,
      lists: (await measureDocx(new Uint8Array(await plan.arrayBuffer()))).tables,
    };
  };
  const look = async (login: string, day: string | null): Promise<{ statistics: unknown; ledger: unknown }> => {
    const at = (document: string): string =>
      day === null ? document : document.replace(/\((.*?)\)/, `($1) @asOf(day: "${day}")`);
    return {
      statistics: await by(login).send(at(FIGURES), { inspection }),
      ledger: await by(login).send(at(LEDGER), { inspection }),
    };
  };

  beforeAll(async () => {
    inspection = await inspectionId();
    await api.sql(`UPDATE history.beginning SET at = '2026-11-18T00:00:00+08:00'`);
    for (const [index, day] of DAYS.entries()) {
      clock = new Date(`${day}T12:00:00+08:00`);
      if (index > 0) expect(await work(index)).toBeGreaterThan(1);
      await redate(day);
      clock = new Date(`${day}T23:59:59.999+08:00`);
      for (const login of LOGINS) shown.set(`${day} ${login}`, await look(login, null));
      printed.set(day, await exportOf(null));
    }
    clock = NOW;
    await work(DAYS.length);
  });

  for (const day of DAYS)
    for (const login of LOGINS)
      it(`equals what the ${login} was shown on ${day}`, async () => {
        const then = shown.get(`${day} ${login}`);
        expect(JSON.stringify(then)).not.toContain('errors');
        expect(await look(login, day)).toEqual(then);
      });

  for (const day of DAYS)
    it(`the ledger on paper and the report equal those of ${day}, and taking them leaves a trace`, async () => {
      expect(await exportOf(day)).toEqual(printed.get(day));
      const [entry] = await api.sql<{ after: { asOf?: string } }>(
        `SELECT after FROM audit_event WHERE verb = 'exportReport' ORDER BY id DESC LIMIT 1`,
      );
      expect(entry?.after.asOf).toBe(day);
    });

  it('the days differ, so that the comparison means something', () => {
    const states = DAYS.map((day) => JSON.stringify(shown.get(`${day} secretary`)));
    expect(new Set(states).size).toBe(DAYS.length);
  });

  it('nothing can be done in the past', async () => {
    const { findings } = await by('secretary').execute<{
      findings: { edges: { node: { viewerCan: string[]; transitions: object[] } }[] };
    }>(
      `query V @asOf(day: "${DAYS[1]}") { findings(first: 100) { edges { node { viewerCan transitions { verb } } } } }`,
    );
    expect(findings.edges.flatMap(({ node }) => [...node.viewerCan, ...node.transitions])).toEqual([]);
    expect(findings.edges.length).toBeGreaterThan(10);
  });

  it('what was shown to the office for a time is not shown again as of that time', async () => {
    const day = DAYS[2];
    await api.sql(
      `WITH f AS (SELECT f.* FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 1),
         shown AS (INSERT INTO sight (id, inspection_id, body_id, office_id, whole, reason, state, from_on, to_on, requested_by_name, requested_at, decided_at)
           SELECT gen_random_uuid(), f.inspection_id, f.body_id, o.id, true, 'x', 'GRANTED', $1::date, $1::date, 'x', now(), now() FROM f, body o WHERE o.kind = 'OFFICE' RETURNING id)
       INSERT INTO sight_opening (id, sight_id, finding_id, person_id, person_name, opened_on, last_at)
         SELECT gen_random_uuid(), shown.id, f.id, a.person_id, 'x', $1::date, now() FROM shown, f, account a WHERE a.login = 'office'`,
      [day],
    );
    const document = '{ findings(first: 10) { totalCount } }';
    clock = new Date(`${day}T12:00:00+08:00`);
    const then = await by('office').execute(document);
    clock = NOW;
    expect(then).toEqual({ findings: { totalCount: 1 } });
    expect(await by('office').execute(`query P @asOf(day: "${day}") ${document}`)).toEqual({
      findings: { totalCount: 0 },
    });
  });

  it.each([
    ['a day to come', '2026-11-23', 'history.future'],
    ['a day before history is kept', '2026-11-17', 'history.begins'],
  ])('%s is refused by rule', async (_case, day, rule) => {
    const answer = await by('clerk').send(
      `query F($inspection: ID!) @asOf(day: "${day}") { statistics(inspectionId: $inspection) { findings } }`,
      { inspection },
    );
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', rule });
  });

  it('a null day is now, and a mutation has no past', async () => {
    const document = 'query N($day: Date) @asOf(day: $day) { findings(first: 1) { totalCount } }';
    expect(await by('clerk').send(document, { day: null })).toEqual(
      await by('clerk').send('{ findings(first: 1) { totalCount } }'),
    );
    const refused = await by('clerk').send(
      `mutation M @asOf(day: "${DAYS[0]}") { instruct(input: { findingId: "x", text: "x" }) { userErrors { code } } }`,
    );
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
