import type pg from 'pg';

export const BODY = '市侨青会';

/** What the database holds for each mirror: by plain SQL that knows nothing of the feed. */
const HEADS = `(SELECT g.department_id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = 'head')`;
const SEEN = {
  token: `f.body_id = (SELECT id FROM body WHERE short_name = '${BODY}')`,
  head: `(f.lead_department_id = ${HEADS} OR EXISTS (SELECT 1 FROM finding_department d WHERE d.finding_id = f.id AND d.department_id = ${HEADS}))`,
};
const PIECES = {
  token: `NOT e.restricted AND e.body_id = (SELECT id FROM body WHERE short_name = '${BODY}')`,
  head: `EXISTS (SELECT 1 FROM evidence_action l JOIN action a ON a.id = l.action_id JOIN finding f ON f.id = a.finding_id WHERE l.evidence_id = e.id AND ${SEEN.head})`,
};
const truthOf = (seen: string, pieces: string): string => `
  SELECT 'fnd_' || f.id AS id, json_build_object('version', f.version)::text AS record FROM finding f WHERE ${seen}
  UNION ALL SELECT 'act_' || a.id, json_build_object('version', a.version, 'text', a.text)::text FROM action a JOIN finding f ON f.id = a.finding_id WHERE ${seen}
  UNION ALL SELECT 'sum_' || s.id, json_build_object('version', s.version)::text FROM money_sum s JOIN finding f ON f.id = s.finding_id WHERE ${seen}
  UNION ALL SELECT 'rec_' || r.id, json_build_object('fen', r.fen::text)::text FROM recovery r JOIN money_sum s ON s.id = r.sum_id JOIN finding f ON f.id = s.finding_id WHERE ${seen}
  UNION ALL SELECT 'evd_' || e.id, json_build_object('version', e.version, 'title', e.title)::text FROM evidence e WHERE ${pieces}
  UNION ALL SELECT 'att_' || t.id, '{}' FROM attachment t JOIN evidence e ON e.id = t.evidence_id WHERE ${pieces}
  UNION ALL SELECT 'att_' || t.id, '{}' FROM attachment t JOIN finding f ON f.id = t.finding_id WHERE ${seen} AND t.evidence_id IS NULL
  UNION ALL SELECT 'att_' || t.id, '{}' FROM attachment t JOIN recovery r ON r.id = t.recovery_id JOIN money_sum s ON s.id = r.sum_id JOIN finding f ON f.id = s.finding_id WHERE ${seen} AND t.evidence_id IS NULL
  UNION ALL SELECT 'att_' || t.id, '{}' FROM attachment t JOIN waiver_consent n ON n.id = t.consent_id JOIN waiver w ON w.id = n.waiver_id JOIN money_sum s ON s.id = w.sum_id JOIN finding f ON f.id = s.finding_id WHERE ${seen} AND t.evidence_id IS NULL`;
const COMPARED = /^(fnd|act|sum|rec|evd|att)_/;

/** How a mirror differs from the database: records that it lacks, has beyond, or has in another state. */
export async function compareMirror(
  db: pg.Client,
  whose: 'token' | 'head',
  content: ReadonlyMap<string, unknown>,
): Promise<{ records: number; compared: number; missing: number; extra: number; different: number }> {
  const { rows } = await db.query<{ id: string; record: string }>(truthOf(SEEN[whose], PIECES[whose]));
  const truth = new Map(rows.map((row) => [row.id, JSON.stringify(JSON.parse(row.record))]));
  const lacking = [...truth.keys()].filter((id) => !content.has(id));
  const mirrored = [...content.keys()].filter((id) => COMPARED.test(id));
  return {
    records: content.size,
    compared: truth.size,
    missing: lacking.length,
    extra: mirrored.filter((id) => !truth.has(id)).length,
    different: mirrored.filter((id) => truth.has(id) && JSON.stringify(content.get(id)) !== truth.get(id)).length,
  };
}
