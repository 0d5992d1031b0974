/**
 * What a field takes although it looks odd, and why: `mutation field: what | reason`. Whatever stands here was looked at; the
 * test lets nothing else through.
 */
const TABLE = `
saveRecommendation version: a stale version  | a new one is written down: there is nothing that the version could be of
saveRecommendation version: a version to come | the same
noteParty version: a stale version            | the same
noteParty version: a version to come          | the same
prepareFiling version: a stale version        | nothing was filed under this number yet
prepareFiling version: a version to come      | the same
editCalendarYear version: a stale version     | 0 is the version of a year that is not stored yet
`;

export const ACCEPTED = new Set(
  TABLE.split('\n').flatMap((line) => (line.includes('|') ? [(line.split('|')[0] ?? '').trim()] : [])),
);

/** Mutations whose good input is refused in this world, so that their cells show less; `verb | rule | reason`. */
const HELD = `
proposePublication  | publications.hits | the world's text holds a telephone that nobody decided, for the rows of decideHit; publication.test.ts proposes one
acknowledgeHandover | people.handoverList | the list that is acknowledged is computed by handoverItems; handovers.test.ts acknowledges one
remapColumns        | imports.kind        | the world's import is a report; the columns of a list are mapped in excel-import.test.ts
`;
export const HELD_BY = new Map(
  HELD.split('\n').flatMap((line) => {
    const [verb = '', rule = ''] = line.split('|').map((cell) => cell.trim());
    return rule === '' ? [] : [[verb, rule] as const];
  }),
);

/** What some inputs say beside what is required, so that they would be carried out; `@login` is that person's id. */
export const GOOD: Record<string, Record<string, unknown>> = {
  drawRecheck: { size: 1 },
  draftPublication: { version: 1 },
  reviewFiling: { reviewer: 'OTHER', name: '审计局' },
  reviewSubmission: { reviewer: 'OTHER', name: '审计局' },
  createAccount: { personId: '@without account' },
  updateProgress: { text: '已完成一半' },
  establishSum: { label: '多发补贴' },
  recordPaperSignature: { signerId: '@head' },
};

const OF_FINDING = `(SELECT f.id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 28)`;

/** What the world of the matrix lacks for a good input: an open sum, a piece that proves two actions, somebody without an account. */
export const WORLD = [
  `UPDATE money_sum SET established_fen = established_fen + 100000 WHERE finding_id = ${OF_FINDING} AND established_fen IS NOT NULL`,
  `INSERT INTO evidence_action (body_id, evidence_id, action_id) SELECT e.body_id, e.id, a.id FROM evidence e, action a WHERE e.title = '矩阵佐证' AND a.finding_id = ${OF_FINDING} ON CONFLICT DO NOTHING`,
  `INSERT INTO person (id, body_id, name) SELECT gen_random_uuid(), body_id, '没有账号' FROM finding WHERE id = ${OF_FINDING}`,
];

/** What a submission needs that the world of the matrix leaves open. */
export const READY = [
  `UPDATE finding SET leader_confirmed_at = now() WHERE id = ${OF_FINDING}`,
  `UPDATE action SET state = 'DONE', needs_evidence = false WHERE finding_id = ${OF_FINDING}`,
  `UPDATE money_sum SET disposition = 'PROCEDURAL' WHERE finding_id = ${OF_FINDING}`,
  `UPDATE finding_point SET outcome = 'DONE' WHERE finding_id = ${OF_FINDING}`,
];
