import { grantInForce } from '../access/grant-in-force.ts';

const LIVE = `('UNCLAIMED', 'RECTIFYING', 'IN_REVIEW', 'CONTINUING')`;

/** What the outgoing person handles goes with the post: all of it with his last post, else what the post's department leads. */
const HANDLED = `(f.lead_department_id = p.department_id OR NOT EXISTS (SELECT 1 FROM post_holding o WHERE o.person_id = h.outgoing_id AND o.to_on IS NULL AND o.post_id <> h.post_id))`;

/** The current step waits for the post: by its own findings, its department, or as secretary. */
function held(day: string): string {
  const granted = (condition: string): string =>
    `EXISTS (SELECT 1 FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.person_id = h.outgoing_id AND ${condition} AND ${grantInForce('g', day)})`;
  return `CASE t.kind WHEN 'LEADER' THEN f.leader_post_id = h.post_id
    WHEN 'DEPARTMENT_HEAD' THEN f.lead_department_id = p.department_id AND ${granted(`g.role = 'DEPARTMENT_HEAD' AND g.department_id = p.department_id`)}
    WHEN 'SECRETARY' THEN p.leadership AND ${granted(`g.role = 'SECRETARY' AND g.body_id = f.body_id`)}
    ELSE false END`;
}

const item = (
  kind: string,
  finding: string,
  action: string,
  department: string,
  ordinal: string,
  label: string,
  due: string,
): string =>
  `SELECT h.id AS handover_id, '${kind}'::handover_item_kind AS kind, ${ordinal} AS ordinal, ${finding} AS finding_id, ${action} AS action_id, ${department} AS department_id, ${label} AS label, ${due} AS due_on`;
const NONE = 'NULL::uuid';
const TITLE = `f.seq || ' ' || f.title`;

/** What the outgoing person of `handovers` (rows like those of handover) handles himself and passes on with the post. */
const handledItems = (handovers: string): string => `
  ${item('HANDLED', 'f.id', NONE, NONE, 'f.seq', TITLE, 'f.due_on')}
    FROM ${handovers} h JOIN post p ON p.id = h.post_id JOIN finding f ON f.body_id = h.body_id AND f.handler_id = h.outgoing_id AND f.state IN ${LIVE} WHERE h.state = 'OPEN' AND ${HANDLED}
  UNION ALL ${item('ACTION', 'f.id', 'a.id', NONE, 'f.seq * 1000 + a.ordinal', `f.seq || '-' || a.ordinal || ' ' || a.text`, 'f.due_on')}
    FROM ${handovers} h JOIN post p ON p.id = h.post_id JOIN finding f ON f.body_id = h.body_id AND f.state IN ${LIVE} JOIN action a ON a.finding_id = f.id AND a.handler_id = h.outgoing_id AND a.state NOT IN ('DONE', 'DROPPED')
    WHERE h.state = 'OPEN' AND ${HANDLED}`;

/** The open items of open handovers, from the ledger as it is on a day. */
export const openItems = (day: string): string => `
  ${item('LED', 'f.id', NONE, NONE, 'f.seq', TITLE, 'f.due_on')}
    FROM handover h JOIN finding f ON f.body_id = h.body_id AND f.leader_post_id = h.post_id AND f.state IN ${LIVE} WHERE h.state = 'OPEN'
  UNION ALL ${item('DEPARTMENT', NONE, NONE, 'd.id', 'd.ordinal', 'd.name', 'NULL::date')}
    FROM handover h JOIN post_department c ON c.post_id = h.post_id JOIN department d ON d.id = c.department_id WHERE h.state = 'OPEN'
  UNION ALL ${item('TO_SIGN', 'f.id', NONE, NONE, 'f.seq', TITLE, 'f.due_on')}
    FROM handover h JOIN post p ON p.id = h.post_id JOIN finding f ON f.body_id = h.body_id JOIN submission s ON s.finding_id = f.id AND s.outcome = 'PENDING'
      JOIN signoff_step t ON t.submission_id = s.id AND t.state = 'CURRENT' WHERE h.state = 'OPEN' AND ${held(day)}
  UNION ALL ${handledItems('handover')}`;

/** How many findings and actions the holder of a post (or who held it last) handles that would go to a successor. */
export const handledCount = (body: string, post: string, outgoing: string): string =>
  `(SELECT count(*)::int FROM (${handledItems(
    `(SELECT NULL::uuid AS id, ${body} AS body_id, ${post} AS post_id, ${outgoing} AS outgoing_id, 'OPEN' AS state)`,
  )}) hc)`;

/** Every item: of an open handover as the ledger has it, of one that is done as it stood then. */
export const allItems = (day: string): string =>
  `(SELECT md5(concat(i.handover_id, i.kind, coalesce(i.action_id, i.finding_id, i.department_id)))::uuid AS id, i.* FROM (${openItems(day)}) i
  UNION ALL SELECT k.id, k.handover_id, k.kind, k.ordinal, k.finding_id, k.action_id, k.department_id, k.label, k.due_on FROM handover_item k)`;

/** Tells one list from another: what waits for a signature changes daily and does not count. */
export const digestOf = (handover: string, day: string): string =>
  `(SELECT md5(coalesce(string_agg(concat(di.kind, coalesce(di.action_id, di.finding_id, di.department_id)), ',' ORDER BY di.kind, coalesce(di.action_id, di.finding_id, di.department_id)), '')) FROM ${allItems(day)} di WHERE di.handover_id = ${handover}.id AND di.kind <> 'TO_SIGN')`;

const grants = (person: string, day: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('id', g.id, 'role', g.role, 'departmentId', g.department_id, 'postId', g.post_id)), '[]'::json)
    FROM role_grant g JOIN account a ON a.id = g.account_id LEFT JOIN department gd ON gd.id = g.department_id LEFT JOIN post gp ON gp.id = g.post_id
    WHERE a.person_id = ${person} AND coalesce(g.body_id, gd.body_id, gp.body_id) = HANDOVER.body_id AND ${grantInForce('g', day)})`;

/** What the rules ask of a handover, as one JSON value; `readHandoverFacts` reads it. */
export const handoverFactsSql = (h: string, day: string): string => {
  const of = (person: string): string => grants(person, day).replaceAll('HANDOVER', h);
  return `json_build_object('bodyId', ${h}.body_id, 'state', ${h}.state, 'outgoingId', ${h}.outgoing_id, 'incomingId', ${h}.incoming_id,
    'outgoingGone', NOT EXISTS (SELECT 1 FROM account a JOIN person n ON n.id = a.person_id AND n.active WHERE a.person_id = ${h}.outgoing_id AND a.active),
    'outgoingSeen', ${h}.outgoing_seen, 'incomingSeen', ${h}.incoming_seen, 'digest', ${digestOf(h, day)},
    'post', (SELECT json_build_object('id', p.id, 'departmentId', p.department_id, 'leadership', p.leadership) FROM post p WHERE p.id = ${h}.post_id),
    'outgoingGrants', ${of(`${h}.outgoing_id`)}, 'incomingGrants', ${of(`${h}.incoming_id`)})`;
};
