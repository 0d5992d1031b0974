import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInterfaceType, isObjectType } from 'graphql';
import { buildApiSchema } from '../src/graphql/schema.ts';
import { readTypes } from '../src/read/model.ts';
import { startApi, type Api, type Caller } from './api.ts';
import { tokenFor } from './tokens.ts';

/**
 * Every text of the main body carries a canary. Whoever has no right in that body asks for everything there is, by lists, by
 * every id, by filters and by file link, and no canary is ever in an answer.
 */
const CANARY = '金丝雀7Q';
const schema = buildApiSchema();

/** Tables with rows of one body, and how to find those of the main one. */
const TEXT_COLUMNS = `
  SELECT c.table_name AS t, c.column_name AS c, EXISTS (SELECT 1 FROM information_schema.columns x WHERE x.table_schema = 'public' AND x.table_name = c.table_name AND x.column_name = 'body_id') AS owned
  FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
  WHERE c.table_schema = 'public' AND c.data_type = 'text' AND t.table_type = 'BASE TABLE'
    AND c.table_name IN ('finding', 'action', 'evidence', 'attachment', 'import', 'resolution', 'department', 'post', 'person')
    AND c.column_name NOT IN ('sha256', 'media_type', 'piece_number', 'due_unit')`;

let api: Api;
let main = '';
const callers = new Map<string, Caller>();

async function plant(): Promise<void> {
  for (const { t, c } of await api.sql<{ t: string; c: string }>(TEXT_COLUMNS))
    await api.sql(`UPDATE "${t}" SET "${c}" = coalesce("${c}", '') || $1 WHERE body_id = $2`, [CANARY, main]);
  for (const [table, parent] of [
    ['finding_point', 'finding_id'],
    ['submission', 'finding_id'],
    ['instruction', 'finding_id'],
    ['money_sum', 'finding_id'],
  ] as const) {
    const columns = await api.sql<{ c: string }>(
      `SELECT column_name AS c FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND data_type = 'text'`,
      [table],
    );
    for (const { c } of columns)
      await api.sql(
        `UPDATE "${table}" SET "${c}" = coalesce("${c}", '') || $1 WHERE "${parent}" IN (SELECT id FROM finding WHERE body_id = $2)`,
        [CANARY, main],
      );
  }
}

beforeAll(async () => {
  api = await startApi();
  main = (await api.sql<{ id: string }>(`SELECT id FROM body WHERE short_name = '市侨青会'`))[0]?.id ?? '';
  const { caller: token } = await tokenFor(api, '市体总');
  await plant();
  await api.sql(
    `INSERT INTO audit_event (body_id, actor_name, verb, record_type, record_id, before, after, reason) SELECT body_id, 'x', 'editFinding', 'Finding', id, jsonb_build_object('title', $2::text), jsonb_build_object('title', $2::text), $2 FROM finding WHERE body_id = $1 LIMIT 1`,
    [main, CANARY],
  );
  for (const login of ['otherhead', 'othersecretary', 'otherclerk', 'thirdleader', 'thirdhandler', 'auditadmin'])
    callers.set(login, await api.as(login));
  callers.set('token of another body', token);
});
afterAll(() => api.stop());

/** Every text field of a type, one level deep. */
function textsOf(typeName: string): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`no type ${typeName}`);
  const leaves = Object.values(type.getFields()).filter(
    (field) =>
      field.args.length === 0 &&
      !/[[]|(Finding|Action|Evidence|Body|Post|Person|Department|Round|Inspection|Account|Sum|Submission)\b/.test(
        String(field.type),
      ) &&
      !isObjectType(schema.getType(String(field.type).replace(/!/g, ''))),
  );
  return leaves.map((field) => field.name).join(' ');
}

const LISTS: Record<string, string> = {
  findings: 'Finding',
  findingOutlines: 'FindingOutline',
  evidence: 'Evidence',
  sums: 'MoneySum',
  resolutions: 'Resolution',
  persons: 'Person',
  posts: 'Post',
  departments: 'Department',
  bodies: 'Body',
  inspections: 'Inspection',
  imports: 'Import',
  auditEvents: 'AuditEvent',
  accounts: 'Account',
};

describe('nothing of the main body reaches another', () => {
  it('the canary is really there: the main body’s own clerk sees it', async () => {
    const clerk = await api.as('clerk');
    for (const list of ['findings', 'evidence', 'sums', 'persons', 'departments'])
      expect(
        JSON.stringify(await clerk.execute(`{ ${list} { edges { node { ${textsOf(LISTS[list] ?? '')} } } } }`)),
        list,
      ).toContain(CANARY);
  });

  it('through no list', async () => {
    for (const [name, caller] of callers)
      for (const [list, type] of Object.entries(LISTS)) {
        const answer = await caller.send(`{ ${list}(first: 100) { totalCount edges { node { ${textsOf(type)} } } } }`);
        expect(JSON.stringify(answer), `${name}: ${list}`).not.toContain(CANARY);
        expect(answer.errors, `${name}: ${list}`).toBeUndefined();
      }
  });

  it('through no id: a foreign one answers like one that does not exist', async () => {
    const types = readTypes().filter(
      (type) => type.prefix !== '' && isInterfaceType(schema.getType('Node')) && typeof type.table === 'string',
    );
    let asked = 0;
    for (const type of types) {
      const owned = await api.sql<{ has: boolean }>(
        `SELECT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND column_name = 'body_id') AS has`,
        [type.table as string],
      );
      const where =
        owned[0]?.has === true
          ? `WHERE body_id = '${main}'`
          : type.table === 'body'
            ? `WHERE id = '${main}'`
            : `WHERE false`;
      const rows = await api.sql<{ id: string }>(
        `SELECT ${type.key ?? 'id'} AS id FROM ${type.table as string} ${where} LIMIT 8`,
      );
      for (const { id } of rows)
        for (const [name, caller] of callers) {
          asked += 1;
          const answer = await caller.send<{ node: unknown }>(
            `query N($id: ID!) { node(id: $id) { __typename id ... on ${type.name} { ${textsOf(type.name)} } } }`,
            { id: `${type.prefix}_${id}` },
          );
          expect(answer, `${name}: ${type.name}`).toEqual({ data: { node: null } });
        }
    }
    expect(asked).toBeGreaterThan(400);
  });

  it('through no filter, order or count', async () => {
    const [finding] = await api.sql<{ id: string; inspection_id: string; lead: string; post: string; ref_no: string }>(
      `SELECT id, inspection_id, lead_department_id AS lead, leader_post_id AS post, ref_no FROM finding WHERE body_id = $1 AND lead_department_id IS NOT NULL LIMIT 1`,
      [main],
    );
    const questions: [string, object][] = [
      ['query Q($v: String) { findings(filter: { bodyId: $v }) { totalCount } }', { v: `bdy_${main}` }],
      ['query Q($v: String) { findings(filter: { text: $v }) { totalCount } }', { v: CANARY }],
      ['query Q($v: String) { findingOutlines(filter: { bodyId: $v }) { totalCount } }', { v: `bdy_${main}` }],
      ['query Q($v: String) { sums(filter: { findingId: $v }) { totalCount } }', { v: `fnd_${finding?.id}` }],
      ['query Q($v: String) { persons(filter: { text: $v }) { totalCount } }', { v: CANARY }],
      ['query Q($v: String) { finding(refNo: $v) { id } }', { v: finding?.ref_no }],
      ['query Q($v: ID!) { finding(id: $v) { id } }', { v: `fnd_${finding?.id}` }],
      ['query Q($v: ID!) { leader(id: $v) { findings { totalCount } } }', { v: `pst_${finding?.post}` }],
      ['query Q($v: ID!) { department(id: $v) { findings { totalCount } } }', { v: `dep_${finding?.lead}` }],
      ['query Q($v: ID!) { inspection(id: $v) { findings { totalCount } } }', { v: `ins_${finding?.inspection_id}` }],
    ];
    for (const [name, caller] of callers)
      for (const [document, variables] of questions) {
        const { data, errors } = await caller.send(document, variables as Record<string, unknown>);
        expect(errors, `${name}: ${document}`).toBeUndefined();
        expect(
          Object.values(data ?? {}).every(
            (value) => value === null || (value as { totalCount: number }).totalCount === 0,
          ),
          `${name}: ${document}`,
        ).toBe(true);
      }
  });

  it('through no file link, guessed or real', async () => {
    const files = await api.sql<{ id: string }>('SELECT id FROM attachment WHERE body_id = $1 LIMIT 20', [main]);
    const clerk = await api.as('clerk');
    expect((await clerk.fetch(`/files/att_${files[0]?.id}`)).status).toBe(200);
    for (const [name, caller] of callers)
      for (const id of [...files.map((file) => file.id), '00000000-0000-7000-8000-000000000000']) {
        const response = await caller.fetch(`/files/att_${id}`);
        const text = await response.text();
        expect([403, 404], `${name}: ${text.slice(0, 80)}`).toContain(response.status);
        expect(text).not.toContain(CANARY);
      }
  });

  it('the office sees states and counts of it, and no text but titles', async () => {
    const office = await api.as('office');
    const answers = [];
    for (const list of ['findings', 'evidence', 'sums', 'resolutions', 'imports', 'auditEvents', 'accounts'])
      answers.push(
        await office.send(`{ ${list}(first: 100) { totalCount edges { node { ${textsOf(LISTS[list] ?? '')} } } } }`),
      );
    for (const answer of answers) expect(Object.values(answer.data ?? {})).toEqual([{ totalCount: 0, edges: [] }]);
    expect(await office.execute('{ findingOutlines { totalCount } }')).toEqual({ findingOutlines: { totalCount: 55 } });
  });
});
