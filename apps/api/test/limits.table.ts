/** What asks too much, or is no request at all, with the code that it is refused with. */
export interface Attack {
  body?: unknown;
  raw?: string;
  method?: string;
  type?: string;
  headers?: Record<string, string>;
  path?: string;
}
const q = (query: string, variables?: unknown): Attack => ({ body: { query, variables } });

export const many = (count: number, one: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => one(n)).join(' ');

export const RECORDS = (levels: number): string =>
  levels === 0 ? 'id' : `finding { actions(first: 1) { edges { node { ${RECORDS(levels - 1)} } } } }`;
export const PAGES =
  'query P($n: Int) { findings(first: $n) { edges { node { actions(first: $n) { edges { node { evidence(first: $n) { edges { node { id } } } } } } } } } }';
export const deepJson = (levels: number): string => `${'{"and":['.repeat(levels)}${']}'.repeat(levels)}`;

/** What asks too much, or is no request: the code that it is refused with. */
export const ATTACKS: [what: string, code: string, attack: Attack][] = [
  ['records fifty deep', 'TOO_DEEP', q(`{ action(id: "x") { ${RECORDS(17)} } }`)],
  ['a thousand aliases', 'TOO_MANY', q(`{ findings { ${many(1_000, (n) => `a${n}: totalCount`)} } }`)],
  ['a thousand aliases at the root', 'TOO_LARGE', q(`{ ${many(1_000, (n) => `a${n}: findings { totalCount }`)} }`)],
  ['thirty queries by alias', 'TOO_MANY', q(`{ ${many(30, (n) => `a${n}: findings { totalCount }`)} }`)],
  [
    'sixty refused writes by alias',
    'TOO_MANY',
    q(`mutation { ${many(60, (n) => `a${n}: markWarningsSeen(input: {}) { userErrors { code } }`)} }`),
  ],
  ['5,000 times the same field', 'TOO_LARGE', q(`{ findings { ${'totalCount '.repeat(5_000)} } }`)],
  ['the same field within the tokens', 'TOO_MANY', q(`{ findings { ${'totalCount '.repeat(3_000)} } }`)],
  ['the same records within the tokens', 'TOO_MANY', q(`{ findings { ${'edges { node { id } } '.repeat(400)} } }`)],
  ['the same root within the tokens', 'TOO_MANY', q(`{ ${'findings { totalCount } '.repeat(900)} }`)],
  [
    'the same field in a fragment',
    'TOO_MANY',
    q(`{ ...F } fragment F on Query { ${'findings { totalCount } '.repeat(900)} }`),
  ],
  [
    'the same fragment again and again',
    'TOO_MANY',
    q(`{ findings { ${'...F '.repeat(500)} } } fragment F on FindingConnection { totalCount }`),
  ],
  ['500 directives', 'TOO_MANY', q(`{ findings { totalCount ${'@skip(if: false) '.repeat(500)} } }`)],
  ['500 directives of the operation', 'TOO_MANY', q(`query Q ${'@x '.repeat(500)} { findings { totalCount } }`)],
  [
    'a directive on each of many fields',
    'TOO_MANY',
    q(`{ findings { ${many(60, (n) => `a${n % 40}: totalCount @include(if: true)`)} } }`),
  ],
  [
    'a circle of fragments',
    'GRAPHQL_VALIDATION_FAILED',
    q('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
  ],
  [
    'a fragment in itself',
    'GRAPHQL_VALIDATION_FAILED',
    q('{ findings { ...A } } fragment A on FindingConnection { edges { node { inspection { findings { ...A } } } } }'),
  ],
  [
    'fragments that double',
    'TOO_MANY',
    q(
      `{ ...F0 } ${many(30, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F30 on Query { findings { totalCount } }`,
    ),
  ],
  [
    'a fragment named like the schema',
    'GRAPHQL_VALIDATION_FAILED',
    q('{ ...__schema } fragment __schema on Query { nothing }'),
  ],
  ['a hundred thousand per level, by a variable', 'TOO_COSTLY', q(PAGES, { n: 100_000 })],
  ['a hundred per level, by a variable', 'TOO_COSTLY', q(PAGES, { n: 100 })],
  ['a hundred per level, by a default', 'TOO_COSTLY', q(PAGES.replace('$n: Int', '$n: Int = 100'))],
  [
    'siblings that are dear only together',
    'TOO_COSTLY',
    q(
      `{ ${many(9, (n) => `a${n}: findings(first: 100) { edges { node { actions(first: 40) { edges { node { evidence(first: 20) { edges { node { id } } } } } } } } }`)} }`,
    ),
  ],
  [
    'fields of fields of fields of the schema',
    'GRAPHQL_VALIDATION_FAILED',
    q('{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }'),
  ],
  [
    'a list of 10,000',
    'TOO_MANY',
    q('query F($s: [FindingState!]) { findings(filter: { state: $s }) { totalCount } }', {
      s: Array(10_000).fill('CLOSED'),
    }),
  ],
  [
    'a list of 1,500 in the document',
    'TOO_MANY',
    q(`{ findings(filter: { state: [${'CLOSED '.repeat(1_500)}] }) { totalCount } }`),
  ],
  [
    'a list of 10,000 in the input of a write',
    'TOO_MANY',
    q('mutation R($input: ReviewEvidenceInput!) { reviewEvidence(input: $input) { userErrors { code } } }', {
      input: { evidenceIds: Array(10_000).fill('evd_x'), accept: true },
    }),
  ],
  [
    '300 kB of variables',
    'TOO_LARGE',
    q('query T($t: String) { findings(filter: { text: $t }) { totalCount } }', { t: 'x'.repeat(300_000) }),
  ],
  ['1 MB of variables', 'TOO_LARGE', q('{ findings { totalCount } }', { t: 'x'.repeat(1_000_000) })],
  [
    'JSON 5,000 deep',
    'TOO_DEEP',
    {
      raw: `{"query":"query F($f: FindingFilter) { findings(filter: $f) { totalCount } }","variables":{"f":${deepJson(5_000)}}}`,
    },
  ],
  [
    'a filter fifty deep',
    'TOO_DEEP',
    q('query F($f: FindingFilter) { findings(filter: $f) { totalCount } }', { f: JSON.parse(deepJson(50)) as object }),
  ],
  [
    'a filter ten deep',
    'BAD_USER_INPUT',
    q('query F($f: FindingFilter) { findings(filter: $f) { totalCount } }', { f: JSON.parse(deepJson(10)) as object }),
  ],
  ['a hundred operations', 'TOO_MANY', q(many(100, (n) => `query Q${n} { findings { totalCount } }`))],
  ['a batch', 'BAD_REQUEST', { body: Array(20).fill({ query: '{ findings { totalCount } }' }) }],
  ['an empty batch', 'BAD_REQUEST', { body: [] }],
  ['no document', 'BAD_REQUEST', { body: {} }],
  ['an empty document', 'BAD_REQUEST', q('')],
  ['a document that is a number', 'BAD_REQUEST', { body: { query: 1 } }],
  ['variables that are a list', 'BAD_REQUEST', q('{ findings { totalCount } }', [1])],
  ['variables that are a text', 'BAD_REQUEST', q('{ findings { totalCount } }', 'x')],
  ['a body that is null', 'BAD_REQUEST', { raw: 'null' }],
  ['a body that is a text', 'BAD_REQUEST', { raw: '"{ findings { totalCount } }"' }],
  ['broken JSON', 'BAD_REQUEST', { raw: '{"query":' }],
  ['a document that breaks off', 'GRAPHQL_PARSE_FAILED', q('{ findings {')],
  ['40,000 fields', 'TOO_LARGE', q(`{ ${'a '.repeat(40_000)} }`)],
  ['40,000 opening braces', 'GRAPHQL_PARSE_FAILED', q('{'.repeat(40_000))],
  ['3,900 opening braces', 'GRAPHQL_PARSE_FAILED', q('{'.repeat(3_900))],
  [
    'a list 3,000 deep in the document',
    'TOO_DEEP',
    q(`{ findings(filter: { state: ${'['.repeat(3_000)} }) { totalCount } }`),
  ],
  ['a directive that is none', 'GRAPHQL_VALIDATION_FAILED', q('{ findings { totalCount @defer } }')],
  ['@defer', 'GRAPHQL_VALIDATION_FAILED', q('{ ... @defer { findings { totalCount } } }')],
  [
    'the name of another operation',
    'OPERATION_RESOLUTION_FAILURE',
    { body: { query: '{ findings { totalCount } }', operationName: 'Other' } },
  ],
  [
    'several operations, none named',
    'OPERATION_RESOLUTION_FAILURE',
    q('query A { findings { totalCount } } query B { findings { totalCount } }'),
  ],
  ['a subscription', 'OPERATION_RESOLUTION_FAILURE', q('subscription { findings { totalCount } }')],
  [
    'a hash of a stored document',
    'PERSISTED_QUERY_NOT_SUPPORTED',
    { body: { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } } },
  ],
  [
    'storing a document',
    'PERSISTED_QUERY_NOT_SUPPORTED',
    { body: { query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } } },
  ],
  ['GET', 'BAD_REQUEST', { method: 'GET', path: '/graphql?query=%7Bfindings%7BtotalCount%7D%7D' }],
  ['PUT', 'BAD_REQUEST', { method: 'PUT', body: { query: '{ findings { totalCount } }' } }],
  ...(
    [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/graphql',
      'application/jsonx',
      '',
      ' ',
      'application/json+x',
      'text/json',
      '*/*',
      'application/x-ndjson',
    ] as const
  ).map((type): [string, string, Attack] => [
    `the content type "${type}"`,
    'BAD_REQUEST',
    { ...q('{ findings { totalCount } }'), type },
  ]),
  [
    'a body packed in a way that is none',
    'BAD_REQUEST',
    { ...q('{ findings { totalCount } }'), headers: { 'content-encoding': 'x-none' } },
  ],
  [
    'a charset that is none',
    'BAD_REQUEST',
    { ...q('{ findings { totalCount } }'), type: 'application/json; charset=x-none' },
  ],
];
