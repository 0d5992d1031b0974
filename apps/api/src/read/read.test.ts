import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_API_SETTINGS } from '../api-settings.ts';
import { startApi, type Api, type Caller, type GraphQLAnswer } from '../../test/api.ts';

interface Page<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}
interface Row {
  id: string;
}
type Variables = Record<string, unknown>;

const PAGE = 'edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount';
const FINDINGS = `query Page($first: Int, $last: Int, $after: String, $before: String, $filter: FindingFilter, $orderBy: FindingOrder) {
  page: findings(first: $first, last: $last, after: $after, before: $before, filter: $filter, orderBy: $orderBy) { ${PAGE} } }`;
const EVIDENCE = `query Page($first: Int, $last: Int, $after: String, $before: String, $filter: EvidenceFilter) {
  page: evidence(first: $first, last: $last, after: $after, before: $before, filter: $filter) { ${PAGE} } }`;

describe('reads on the demo', () => {
  let api: Api;
  let secretary: Caller;
  beforeAll(async () => {
    // a selection of more fields than a function of PostgreSQL takes arguments needs as many aliases
    api = await startApi({
      server: { settings: { limits: { ...DEFAULT_API_SETTINGS.limits, aliases: 500 } } },
    });
    secretary = await api.as('secretary');
  });
  afterAll(() => api.stop());

  const page = async (document: string, variables: Variables): Promise<Page<Row>> =>
    (await secretary.execute<{ page: Page<Row> }>(document, variables)).page;
  const idsOf = (one: Page<Row>): string[] => one.edges.map(({ node }) => node.id);
  const refused = async (document: string, variables: Variables = {}) => {
    const response = await secretary.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables }),
    });
    const answer = (await response.json()) as GraphQLAnswer<unknown>;
    return {
      status: response.status,
      code: answer.errors?.[0]?.extensions?.['code'],
      message: answer.errors?.[0]?.message,
    };
  };
  /** The query as it is, and with a root field beside it that a resolver answers, so that graphql-js executes it. */
  const bothWays = async (fields: string, variables: Variables = {}, header = ''): Promise<Record<string, unknown>> => {
    const rest = fields.includes('fragment ') ? fields.slice(fields.indexOf('fragment ')) : '';
    const root = fields.slice(0, fields.length - rest.length);
    const raw = await secretary.execute(`query Raw${header} { ${root} } ${rest}`, variables);
    const { viewer, ...resolved } = await secretary.execute(
      `query Resolved${header} { viewer { name } ${root} } ${rest}`,
      variables,
    );
    expect(viewer).toBeDefined();
    expect(resolved).toEqual(raw);
    expect(JSON.stringify(resolved)).toBe(JSON.stringify(raw));
    return raw;
  };

  describe('selections', () => {
    it('answers aliases, merged fields, fragments of every kind and __typename, the same by both ways', async () => {
      const data = await bothWays(`
        __typename
        list: findings(first: 2) { __typename total: totalCount edges { __typename at: cursor node { ...Head } again: node { id } }
          pageInfo { __typename end: endCursor hasNextPage } }
        other: findings(last: 1) { edges { node { ... on Finding { t: __typename number: seq } ... on Node { id } ... { deadline { __typename due: dueOn } } deadline { urgency } } } }
        fragment Head on Finding { id ref: refNo leader { name: title ...Named } leadDepartment { __typename name } ...Rest }
        fragment Named on Post { holder { name } title }
        fragment Rest on Node { id __typename }`);
      expect(data).toMatchObject({
        __typename: 'Query',
        list: {
          __typename: 'FindingConnection',
          total: 33,
          edges: [{ __typename: 'FindingEdge', node: { __typename: 'Finding' } }, { __typename: 'FindingEdge' }],
          pageInfo: { __typename: 'PageInfo', hasNextPage: true },
        },
        other: { edges: [{ node: { t: 'Finding', number: 33, deadline: { __typename: 'Deadline' } } }] },
      });
      const first = (data['list'] as { edges: { node: Row; again: Row }[] }).edges[0];
      expect(first?.again.id).toBe(first?.node.id);
    });

    it('keeps the order of the document, also where fields are computed', async () => {
      const data = await bothWays(
        'findings(first: 1) { edges { node { version viewerCan id transitions { missing { __typename } to verb } seq } } }',
      );
      const [edge] = (data['findings'] as { edges: { node: object }[] }).edges;
      expect(Object.keys(edge?.node ?? {})).toEqual(['version', 'viewerCan', 'id', 'transitions', 'seq']);
    });

    it('obeys @skip and @include with variables, on fields and on fragments', async () => {
      const document = `query Some($yes: Boolean!, $no: Boolean!) { findings(first: 1) { edges { node { id @skip(if: $no) title @skip(if: $yes) seq @include(if: $no)
        ... @include(if: $yes) { state } ...Extra @skip(if: $yes) } } } } fragment Extra on Finding { result }`;
      const keys = async (yes: boolean): Promise<string[]> => {
        const data = await secretary.execute<{ findings: { edges: { node: object }[] } }>(document, { yes, no: !yes });
        return Object.keys(data.findings.edges[0]?.node ?? {});
      };
      expect(await keys(true)).toEqual(['id', 'state']);
      expect(await keys(false)).toEqual(['title', 'seq', 'result']);
    });

    it('answers more fields in one selection than a PostgreSQL function takes arguments', async () => {
      const aliases = Array.from(
        { length: 120 },
        (_, at) => `f${at}: ${['title', 'seq', 'state', 'refNo', 'dueless: description'][at % 4]}`,
      );
      const data = await bothWays(`findings(first: 1) { edges { node { ${aliases.join(' ')} } } }`);
      const node = (data['findings'] as { edges: { node: Record<string, unknown> }[] }).edges[0]?.node ?? {};
      expect(Object.keys(node)).toHaveLength(120);
      expect(node['f116']).toBe(node['f0']);
    });

    it('writes every kind of text as valid JSON', async () => {
      const words = 'a "quoted" \\ back\nslash, tab\t, 控制 \u0001, \u2028, 😀, {"not": "json"}, \'single\', $1 %s';
      const id = idsOf(await page(FINDINGS, { first: 1 }))[0] ?? '';
      await api.sql('UPDATE finding SET remark = $1 WHERE id = $2', [words, id.slice(4)]);
      const data = await bothWays('node(id: $id) { ... on Finding { remark } }', { id }, '($id: ID!)');
      expect(data).toEqual({ node: { remark: words } });
    });
  });

  describe('pages', () => {
    /** Walks from one end to the other by the page info and answers the ids in list order. */
    async function walk(document: string, backward: boolean, variables: Variables): Promise<string[]> {
      const found: string[] = [];
      for (let cursor: string | null = null, more = true; more;) {
        const one: Page<Row> = await page(document, {
          ...variables,
          ...(backward ? { last: 7, before: cursor } : { first: 7, after: cursor }),
        });
        const ids = idsOf(one);
        expect(one.pageInfo.startCursor).toBe(one.edges[0]?.cursor);
        expect(one.pageInfo.endCursor).toBe(one.edges.at(-1)?.cursor);
        expect(backward ? one.pageInfo.hasNextPage : one.pageInfo.hasPreviousPage).toBe(cursor !== null);
        if (backward) found.unshift(...ids);
        else found.push(...ids);
        more = backward ? one.pageInfo.hasPreviousPage : one.pageInfo.hasNextPage;
        cursor = backward ? one.pageInfo.startCursor : one.pageInfo.endCursor;
      }
      return found;
    }

    const orders = ['SEQ', 'DUE', 'UPDATED', 'STATE'].flatMap((field) =>
      ['ASC', 'DESC'].map((direction) => ({ field, direction })),
    );
    it.each(orders)('of findings by $field $direction give the whole list in both directions', async (orderBy) => {
      const whole = idsOf(await page(FINDINGS, { first: 100, orderBy }));
      expect(new Set(whole).size).toBe(33);
      expect(await walk(FINDINGS, false, { orderBy })).toEqual(whole);
      expect(await walk(FINDINGS, true, { orderBy })).toEqual(whole);
    });

    it('of evidence give the whole list in both directions', async () => {
      const forwards = await walk(EVIDENCE, false, {});
      expect(new Set(forwards).size).toBe((await page(EVIDENCE, {})).totalCount);
      expect(await walk(EVIDENCE, true, {})).toEqual(forwards);
    });

    it('turn an order round exactly', async () => {
      const up = idsOf(await page(FINDINGS, { first: 100, orderBy: { field: 'DUE', direction: 'ASC' } }));
      const down = idsOf(await page(FINDINGS, { first: 100, orderBy: { field: 'DUE', direction: 'DESC' } }));
      expect(down).toEqual(up.toReversed());
    });

    it('nest, each list with its own cursors', async () => {
      const document = `query Nested($after: String) { findings(first: 100) { edges { node { id actions(first: 1, after: $after) { edges { cursor node { ordinal } } pageInfo { hasNextPage endCursor } totalCount } } } } }`;
      interface Actions {
        edges: { cursor: string; node: { ordinal: number } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
        totalCount: number;
      }
      interface Nested {
        findings: { edges: { node: { id: string; actions: Actions } }[] };
      }
      const { findings } = await secretary.execute<Nested>(document);
      const withMore = findings.edges.find(({ node }) => node.actions.pageInfo.hasNextPage)?.node;
      expect(withMore?.actions.totalCount).toBeGreaterThan(1);
      for (const { node } of findings.edges) {
        expect(node.actions.edges).toHaveLength(Math.min(1, node.actions.totalCount));
        expect(node.actions.pageInfo.endCursor).toBe(node.actions.edges[0]?.cursor ?? null);
      }
      const next = await secretary.execute<Nested>(document, { after: withMore?.actions.pageInfo.endCursor });
      expect(
        next.findings.edges.find(({ node }) => node.id === withMore?.id)?.node.actions.edges[0]?.node.ordinal,
      ).toBe(2);
    });

    it('are clamped to 100 rows, 25 when no size is given, and empty for none', async () => {
      expect((await page(EVIDENCE, { first: 100_000 })).edges.length).toBeLessThanOrEqual(100);
      expect((await page(FINDINGS, {})).edges).toHaveLength(25);
      const none = await page(FINDINGS, { first: 0 });
      expect(none).toMatchObject({
        edges: [],
        totalCount: 33,
        pageInfo: { hasNextPage: true, startCursor: null, endCursor: null },
      });
      const before = await api.sql(`SELECT count(*)::int AS n FROM action`);
      expect(before[0]?.['n']).toBeGreaterThan(100);
    });

    it('refuse what cannot be meant, with a 400 and the reason', async () => {
      const bad = { status: 400, code: 'BAD_USER_INPUT' };
      expect(await refused(FINDINGS, { first: 1, last: 1 })).toMatchObject({
        ...bad,
        message: 'ask for first or last, not both',
      });
      expect(await refused(FINDINGS, { first: -1 })).toMatchObject(bad);
      for (const after of [
        'nonsense',
        '',
        Buffer.from('["1"]').toString('base64'),
        Buffer.from('["1","not a uuid, but thirty-six letters."]').toString('base64'),
      ])
        expect(await refused(FINDINGS, { after })).toMatchObject({
          ...bad,
          message: 'this cursor is not one of this connection',
        });
    });

    it('refuse a cursor of another order, and one whose sort value was made up', async () => {
      const bad = { status: 400, code: 'BAD_USER_INPUT' };
      const by = (field: string) => ({ field, direction: 'ASC' });
      const [edge] = (await page(FINDINGS, { first: 1, orderBy: by('UPDATED') })).edges;
      expect(await refused(FINDINGS, { after: edge?.cursor, orderBy: by('DUE') })).toMatchObject(bad);
      const [, , id] = JSON.parse(Buffer.from(edge?.cursor ?? '', 'base64').toString('utf8')) as string[];
      for (const value of ['soon', '99999-99-99', "'; --"]) {
        const after = Buffer.from(JSON.stringify(['DUE', value, id])).toString('base64');
        expect(await refused(FINDINGS, { after, orderBy: by('DUE') })).toMatchObject(bad);
        expect(
          await refused(
            `query Beside($after: String) { viewer { name } findings(after: $after, orderBy: { field: DUE, direction: ASC }) { totalCount edges { cursor } } }`,
            { after },
          ),
        ).toMatchObject({ code: bad.code });
      }
    });
  });

  describe('filters', () => {
    const seqs = async (filter: object | null): Promise<number[]> => {
      const document =
        'query Seqs($filter: FindingFilter) { findings(first: 100, filter: $filter) { totalCount edges { node { seq } } } }';
      const { findings } = await secretary.execute<{
        findings: { totalCount: number; edges: { node: { seq: number } }[] };
      }>(document, { filter });
      expect(findings.totalCount).toBe(findings.edges.length);
      return findings.edges.map(({ node }) => node.seq);
    };

    it('combine by and, or and not as sets do', async () => {
      const all = await seqs(null);
      const closed = await seqs({ state: ['CLOSED'] });
      const running = await seqs({ state: ['RECTIFYING', 'IN_REVIEW'] });
      const staged = await seqs({ remediationType: ['STAGED'] });
      expect([closed, running, staged].every((one) => one.length > 0 && one.length < 33)).toBe(true);
      const sorted = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);
      expect(await seqs({ not: { state: ['CLOSED'] } })).toEqual(all.filter((seq) => !closed.includes(seq)));
      expect(await seqs({ or: [{ state: ['CLOSED'] }, { state: ['RECTIFYING', 'IN_REVIEW'] }] })).toEqual(
        sorted(new Set([...closed, ...running])),
      );
      expect(await seqs({ and: [{ not: { state: ['CLOSED'] } }, { remediationType: ['STAGED'] }] })).toEqual(
        staged.filter((seq) => !closed.includes(seq)),
      );
      expect(await seqs({ state: ['CLOSED'], remediationType: ['STAGED'] })).toEqual(
        staged.filter((seq) => closed.includes(seq)),
      );
    });

    it('ignore what is absent or null, and find nothing among none', async () => {
      const all = await seqs(null);
      expect(await seqs({})).toEqual(all);
      expect(await seqs({ state: null, or: [], and: [] })).toEqual(all);
      expect(await seqs({ state: [] })).toEqual([]);
    });

    it('take wildcards of SQL as letters', async () => {
      expect(await seqs({ text: '_%_' })).toEqual([]);
      expect(await seqs({ text: "'; DROP TABLE finding; --" })).toEqual([]);
    });

    it('are refused beyond four levels', async () => {
      const deep = [1, 2, 3, 4].reduce<object>((inner) => ({ not: inner }), { state: ['CLOSED'] });
      expect(await refused(FINDINGS, { filter: deep })).toMatchObject({
        status: 400,
        code: 'BAD_USER_INPUT',
        message: 'filters may be nested four levels deep',
      });
    });
  });
});
