/** A small generator of random numbers whose sequence follows from its seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FINDING = [
  'seq',
  'refNo',
  'title',
  'description',
  'state',
  'result',
  'resultText',
  'remediationType',
  'cycle',
  'claimedAt',
  'leaderConfirmedAt',
  'version',
  'deadline { dueOn kind }',
  'aspect { id title }',
  'leader { id title }',
  'leadDepartment { id name }',
  'handler { id name }',
  'body { id name }',
  'inspection { id feedbackOn }',
];
const ACTION = [
  'ordinal',
  'text',
  'state',
  'progress',
  'doneOn',
  'dueOn',
  'needsEvidence',
  'version',
  'department { id name }',
  'handler { id name }',
];
const EVIDENCE = [
  'kind',
  'pieceNumber',
  'title',
  'date { on precision }',
  'acceptance',
  'acceptedByName',
  'restricted',
  'version',
  'meeting { chair resolution }',
  'document { number issuer }',
];

/** Some of these fields, at least half of them, in an order of their own. */
function some(fields: readonly string[], next: () => number): string {
  const shuffled = fields.map((field) => [next(), field] as const).sort(([a], [b]) => a - b);
  const kept = shuffled.slice(0, Math.ceil(fields.length / 2 + next() * (fields.length / 2)));
  return kept.map(([, field]) => field).join(' ');
}

const page = (name: string, args: string, fields: string): string =>
  `${name}(${args}) { edges { node { id ${fields} } } }`;

/** A selection over findings, actions and evidence composed at random: the same for the same seed. */
export function randomSelection(seed: number): string {
  const next = random(seed);
  const evidence = page('evidence', 'first: 20', some(EVIDENCE, next));
  const actions = page('actions', 'first: 20', `${some(ACTION, next)} ${evidence}`);
  return `query Random($body: String!) { ${page('findings', 'first: 100, filter: { bodyId: $body }', `${some(FINDING, next)} ${actions}`)} }`;
}
