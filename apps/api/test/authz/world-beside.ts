import { DEPARTMENT, GRANT, HELD_POST, OF_28, OFFICE, PERSON, POST } from './world-sql.ts';

/** Records that stand beside the finding: notices, papers, urging lists, sight, deputies, handovers, samples, reviews. All of them say 矩阵. */

const NOTICE = (kind: string, seq: number, more: readonly [columns: string, values: string] = ['', '']): string =>
  `INSERT INTO notice (id, office_id, body_id, inspection_id, kind, year, seq, number, title, text, state, sent_at, sent_by_name, reply_due_on, reply_due_rule, reply_due_from${more[0]})
    SELECT gen_random_uuid(), ${OFFICE}, f.body_id, f.inspection_id, '${kind}', 2026, ${seq}, '矩阵${seq}', '矩阵', 'x', 'REPLIED', '2026-11-01', 'x', '2026-11-10', 'BY_DATE', '2026-11-01'${more[1]} ${OF_28}`;
const numbered = (seq: number): string => `(SELECT n.id FROM notice n WHERE n.number = '矩阵${seq}')`;
const NOTICE_OF = (seq: number, from: string): string =>
  `${from} f JOIN body b ON b.id = f.body_id JOIN notice n ON n.body_id = f.body_id AND n.number = '矩阵${seq}' WHERE b.short_name = '市侨青会' AND f.seq = 28`;

const FILE = (column: string, owner: string, name: string): string =>
  `INSERT INTO attachment (id, body_id, ${column}, purpose, file_name, sha256, size, media_type) SELECT gen_random_uuid(), f.body_id, ${owner}, 'FILE', '${name}', repeat('e', 64), 1, 'application/pdf' ${OF_28}`;

/** A plan with its versions: hash, state, when it was filed and decided on. */
const FILING = (plan: string, versions: readonly (readonly [string, string, string, string])[]): string =>
  `WITH x AS (INSERT INTO filing (id, body_id, inspection_id, kind, plan_kind, number, due_on, due_amount, due_unit, due_from) SELECT gen_random_uuid(), f.body_id, f.inspection_id, 'PLAN', '${plan}', 77, '2026-11-01', 1, 'MONTH', '2026-10-01' ${OF_28} RETURNING id, body_id)
    INSERT INTO filing_version (id, filing_id, body_id, number, state, as_of, taken_at, schema, content, sha256, prepared_by_name, prepared_at, filed_at, decided_at)
    SELECT gen_random_uuid(), x.id, x.body_id, v.number, v.state::filing_state, '2026-11-01', now(), 1, '{}', repeat(v.hash, 64), 'x', now(), v.filed, v.decided
    FROM x, (VALUES ${versions.map(([hash, state, filed, decided], index) => `('${hash}', '${state}', ${filed}::timestamptz, ${decided}::timestamptz, ${state === 'PREPARED' ? 'NULL::int' : index + 1})`).join(', ')}) v (hash, state, filed, decided, number)`;
const version = (hash: string): string => `(SELECT v.id FROM filing_version v WHERE v.sha256 = repeat('${hash}', 64))`;

const REVIEW = (version: string, text: string): string =>
  `INSERT INTO filing_review (id, version_id, body_id, reviewer, name, opinion, text, entered_by_name, entered_at)
    SELECT gen_random_uuid(), v.id, v.body_id, 'OTHER', 'x', 'COMMENTS', '${text}', 'x', now() FROM filing_version v WHERE v.id = ${version}`;
const DECIDED = `(SELECT v.id FROM filing_version v JOIN filing x ON x.id = v.filing_id, finding f JOIN body b ON b.id = f.body_id WHERE x.inspection_id = f.inspection_id AND b.short_name = '市侨青会' AND f.seq = 28 AND x.kind = 'PERIODIC' AND x.number = 1 AND v.filed_at IS NOT NULL LIMIT 1)`;
/** Filed, and with the office, which has not decided. */
const UNDECIDED = version('f');

const FROZEN = JSON.stringify({
  passages: [{ key: 'x', role: 'TEXT', style: 'body', number: 1, internal: 'x', public: 'x', decision: 'WITHHOLD', ground: 'STATE_SECRET' }],
  rulings: [],
  figures: [{ code: 'RATE', name: 'x', value: 1, definition: 'x' }],
}); // prettier-ignore
const OPEN = JSON.stringify({ body: 'x', title: 'x' });
const JOB = (state: string, rest: string, name = state, login = 'clerk'): string => `
  INSERT INTO job (id, kind, account_id, body_id, inspection_id, params, state, refusals, grants, step, done, total, result_name, result_media_type, result_size, result_sha256, result_until, started_at, ended_at, import_id)
    SELECT gen_random_uuid(), 'EXPORT_REPORT', a.id, f.body_id, f.inspection_id, '{"format": "DOCX", "plan": "MAIN", "asOf": "2026-11-01", "fileName": "${name}"}', '${state}',
      '[{"code": "LIMIT", "rule": "x", "message": "x", "field": "x", "params": {"x": 1}}]', '[]', ${rest} FROM account a, finding f JOIN body b ON b.id = f.body_id WHERE a.login = '${login}' AND b.short_name = '市侨青会' AND f.seq = 28`;

const DONE = `'READING', 1, 2, 'x.docx', 'x', 1, repeat('f', 64), '2027-01-01', '2026-11-01', '2026-11-01', (SELECT id FROM import WHERE file_name = 'x.txt' LIMIT 1)`;

export const BESIDE_ROWS = [
  // The office signs after the secretary.
  `INSERT INTO signoff_step (id, submission_id, ordinal, kind, state) SELECT gen_random_uuid(), s.id, 1 + (SELECT max(c.ordinal) FROM signoff_step c WHERE c.submission_id = s.id), 'OFFICE', 'WAITING'
    FROM submission s, finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 28 AND s.finding_id = f.id AND s.outcome = 'PENDING'`,
  // What reviewers of the office said of a close-out that it returned, and of the one that waits.
  `INSERT INTO submission (id, finding_id, cycle, attempt, purpose, outcome, submitted_by_id, submitted_by_name, submitted_at, decided_at) SELECT gen_random_uuid(), f.id, 1, 8, 'CLOSE_OUT', 'RETURNED', f.handler_id, 'x', '2024-01-01', '2024-01-02' ${OF_28}`,
  `INSERT INTO submission_review (id, submission_id, reviewer, name, opinion, text, entered_by_name, entered_at) SELECT gen_random_uuid(), s.id, 'OTHER', 'x', 'COMMENTS', CASE s.outcome WHEN 'PENDING' THEN '矩阵未定' ELSE '矩阵已定' END, 'x', now() FROM submission s, finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 28 AND s.finding_id = f.id AND (s.outcome = 'PENDING' OR s.attempt = 8)`,
  NOTICE('SUPERVISION', 901),
  NOTICE('GUIDANCE', 902, [', follows_id, skip_reason', `, ${numbered(901)}, 'x'`]),
  NOTICE('HANDOVER', 903, [', handed_to', `, 'x'`]),
  NOTICE('REMINDER', 904, [', follows_id', `, ${numbered(902)}`]),
  ...[901, 902, 903].map(
    (seq) =>
      `INSERT INTO notice_finding (notice_id, body_id, finding_id) SELECT n.id, f.body_id, f.id ${NOTICE_OF(seq, 'FROM finding')}`,
  ),
  `INSERT INTO notice_recipient (id, notice_id, body_id, post_id, ordinal, post_title, person_name) SELECT gen_random_uuid(), n.id, f.body_id, ${POST('leader')}, 1, 'x', 'x' ${NOTICE_OF(902, 'FROM finding')}`,
  `INSERT INTO notice_reply (id, notice_id, body_id, ordinal, text, drafted_by_name, drafted_at, sent_at, sent_by_name) SELECT gen_random_uuid(), n.id, f.body_id, 1, '矩阵答复', 'x', now(), now(), 'x' ${NOTICE_OF(902, 'FROM finding')}`,
  `INSERT INTO notice_reply (id, notice_id, body_id, ordinal, text, drafted_by_name, drafted_at) SELECT gen_random_uuid(), n.id, f.body_id, 2, '矩阵草稿', 'x', now() ${NOTICE_OF(902, 'FROM finding')}`,
  `WITH w AS (INSERT INTO warning (id, notice_id, level, due_on, colour, recorded_on, recorded_at) SELECT gen_random_uuid(), n.id, 'RED', '2026-01-03', 'RED', '2026-01-04', now() ${NOTICE_OF(902, 'FROM finding')} RETURNING id)
    INSERT INTO warning_delivery (id, warning_id, person_id, told_at) SELECT gen_random_uuid(), w.id, ${PERSON('secretary')}, now() FROM w`,
  // Told while he still answered for the body's papers.
  `WITH w AS (INSERT INTO warning (id, notice_id, level, due_on, colour, recorded_on, recorded_at) SELECT gen_random_uuid(), n.id, 'RED', '2026-01-05', 'RED', '2026-01-06', now() ${NOTICE_OF(902, 'FROM finding')} RETURNING id)
    INSERT INTO warning_delivery (id, warning_id, person_id, told_at) SELECT gen_random_uuid(), w.id, ${PERSON('handler')}, now() FROM w`,
  `INSERT INTO recorded_paper (id, body_id, inspection_id, kind, issuer, number, issued_on, subject, recorded_by_name, recorded_at) SELECT gen_random_uuid(), f.body_id, f.inspection_id, 'DISCIPLINE', 'x', '矩阵', '2026-11-01', 'x', 'x', now() ${OF_28}`,
  FILE('paper_id', `(SELECT id FROM recorded_paper WHERE number = '矩阵')`, 'paper.pdf'),
  FILE('notice_reply_id', `(SELECT id FROM notice_reply WHERE text = '矩阵答复')`, 'reply.pdf'),
  FILE('notice_reply_id', `(SELECT id FROM notice_reply WHERE text = '矩阵草稿')`, 'draft.pdf'),
  `INSERT INTO urge (id, body_id, inspection_id, department_id, note, lines, sent_at, sent_by_name)
    SELECT gen_random_uuid(), f.body_id, f.inspection_id, ${DEPARTMENT('计划财务部')}, '矩阵', json_build_array(json_build_object('findingId', f.id, 'seq', 28, 'title', f.title, 'state', 'RECTIFYING', 'dueOn', '2026-12-03', 'urgency', 'RED', 'colour', 'RED', 'handlerName', 'x', 'missing', json_build_array(json_build_object('code', 'x', 'count', 1)))), now(), 'x' ${OF_28}`,
  // One version that waits, and the one in force.
  `INSERT INTO document_template (id, body_id, kind, number, state, file_name, sha256, uploaded_by_name, uploaded_at)
    SELECT gen_random_uuid(), f.body_id, 'PLAN', v.number, v.state::template_state, '矩阵' || v.number || '.docx', repeat(v.number::text, 64), 'x', now() FROM (VALUES (1, 'READY'), (2, 'IN_FORCE')) v (number, state), finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 28`,
  // Every other body and office has a version of its own.
  `INSERT INTO document_template (id, body_id, kind, number, state, file_name, sha256, uploaded_by_name, uploaded_at)
    SELECT gen_random_uuid(), b.id, k.kind::template_kind, 1, 'READY', '别处.docx', repeat('1', 64), 'x', now() FROM body b, (VALUES ('PLAN'), ('NOTICE')) k (kind) WHERE b.short_name <> '市侨青会'`,
  `WITH asked AS (INSERT INTO sight (id, inspection_id, body_id, office_id, whole, reason, state, from_on, to_on, requested_by_name, requested_at)
      SELECT gen_random_uuid(), f.inspection_id, f.body_id, ${OFFICE}, true, '矩阵', 'GRANTED', '2026-11-01', '2026-12-01', 'x', now() ${OF_28} RETURNING id, body_id),
    named AS (INSERT INTO sight_finding (sight_id, finding_id) SELECT asked.id, f.id FROM asked, finding f WHERE f.body_id = asked.body_id AND f.seq = 28)
    INSERT INTO sight_opening (id, sight_id, finding_id, person_id, person_name, opened_on, last_at) SELECT gen_random_uuid(), asked.id, f.id, ${PERSON('office')}, 'x', '2026-11-02', now() FROM asked, finding f WHERE f.body_id = asked.body_id AND f.seq = 28`,
  // The leader is away next spring, another leader stands in.
  `INSERT INTO deputation (id, body_id, grant_id, principal_id, deputy_id, from_on, to_on, reason, appointed_by_id, appointed_by_name, appointed_by_secretary)
    SELECT gen_random_uuid(), f.body_id, ${GRANT('leader')}, ${PERSON('leader')}, ${PERSON('leader2')}, '2027-03-01', '2027-03-02', '矩阵', ${PERSON('leader')}, 'x', false ${OF_28}`,
  // The handler leaves, a colleague succeeds.
  `WITH h AS (INSERT INTO handover (id, body_id, post_id, outgoing_id, incoming_id, reason, started_by_name)
      SELECT gen_random_uuid(), f.body_id, ${HELD_POST('handler')}, ${PERSON('handler')}, ${PERSON('handler2')}, '矩阵', 'x' ${OF_28} RETURNING id, body_id)
    INSERT INTO handover_item (id, handover_id, kind, ordinal, finding_id, label, due_on) SELECT gen_random_uuid(), h.id, 'HANDLED', 990, f.id, '矩阵', '2026-12-03' FROM h, finding f WHERE f.body_id = h.body_id AND f.seq = 28`,
  // A sample before the close-out.
  `WITH f AS (SELECT f.* ${OF_28}), g AS (SELECT id FROM body WHERE short_name = '驻市文旅局纪检监察组'),
    drawn AS (INSERT INTO recheck_draw (id, inspection_id, body_id, stage, seed, drawn_on, size, population, drawn_by_name, drawn_for_id)
      SELECT gen_random_uuid(), f.inspection_id, f.body_id, 'IN_REVIEW', '矩阵', '2026-11-22', 1, ARRAY['x'], 'x', g.id FROM f, g RETURNING id, body_id)
    INSERT INTO recheck (id, draw_id, finding_id, body_id, ordinal) SELECT gen_random_uuid(), drawn.id, o.id, o.body_id, CASE o.seq WHEN 28 THEN 1 ELSE 2 END FROM drawn JOIN finding o ON o.body_id = drawn.body_id AND o.seq IN (28, 5)`,
  // A filing that waits for the office; another one came back and is prepared anew.
  FILING('IDEOLOGY', [['f', 'FILED', 'now()', 'NULL']]),
  FILING('PERSONNEL', [
    ['e', 'RETURNED', 'now()', 'now()'],
    ['d', 'PREPARED', 'NULL', 'NULL'],
  ]),
  // A token that waits for its approval.
  `INSERT INTO api_token (id, name, purpose, token_hash, body_id, classes, expires_at, approver_id) SELECT gen_random_uuid(), '矩阵', 'x', '\\x00', f.body_id, '{STATISTICS,TEXT}', '2026-12-31', a.id FROM account a, finding f JOIN body b ON b.id = f.body_id WHERE a.login = 'secretary' AND b.short_name = '市侨青会' AND f.seq = 28`,
  // A public text that is drafted, with a passage that the ledger changed, and what was frozen of it.
  `WITH p AS (INSERT INTO publication (id, inspection_id, body_id, slug, drawn_at, contact_phone, contact_address, return_reason, returned_by_name) SELECT gen_random_uuid(), f.inspection_id, f.body_id, 'matrix', now(), 'x', 'x', 'x', 'x' ${OF_28} RETURNING id, body_id),
    q AS (INSERT INTO publication_passage (id, publication_id, key, ordinal, role, style, source, pending) SELECT gen_random_uuid(), p.id, 'x', 1, 'TEXT', 'body', '联系13812345678', 'y' FROM p),
    h AS (INSERT INTO hit_ruling (id, publication_id, key, kind, subject, decision, reason, decided_by_name, decided_at) SELECT gen_random_uuid(), p.id, 'x', 'PHONE', '13812345678', 'ASKED', 'x', 'x', now() FROM p),
    t AS (INSERT INTO attachment (id, body_id, publication_id, purpose, file_name, sha256, size, media_type) SELECT gen_random_uuid(), p.body_id, p.id, 'SIGNED_FORM', 'sheet.pdf', repeat('e', 64), 1, 'application/pdf' FROM p RETURNING id),
    v AS (INSERT INTO publication_version (id, publication_id, body_id, number, as_of, frozen_at, frozen_by_name, schema, content, sha256, public_content, public_sha256)
      SELECT gen_random_uuid(), p.id, p.body_id, 1, '2026-11-01', now(), 'x', 1, '${FROZEN}', repeat('9', 64), '${OPEN}', encode(sha256(convert_to('${OPEN}', 'UTF8')), 'hex') FROM p RETURNING id, body_id)
    INSERT INTO publication_signature (id, version_id, body_id, role, method, person_name, signed_on, attachment_id, recorded_by_name, recorded_at) SELECT gen_random_uuid(), v.id, v.body_id, 'PROPOSER', 'PAPER', 'x', '2026-11-01', t.id, 'x', now() FROM v, t`,
  // A comment on it that is shown and answered, and one that was handed over.
  `INSERT INTO published.publication (slug, body_name, title, content, sha256, published_at) VALUES ('matrix', 'x', 'x', '${OPEN}', encode(sha256(convert_to('${OPEN}', 'UTF8')), 'hex'), now())`,
  `WITH c AS (INSERT INTO publication_comment (id, publication_id, body_id, item, text, ticket, received_at, state, answer, answered_by_name, answered_at) SELECT gen_random_uuid(), p.id, p.body_id, 1, '矩阵留言13812345678', gen_random_uuid(), '2026-11-01', 'SHOWN', 'x', 'x', now() FROM publication p WHERE p.slug = 'matrix')
    INSERT INTO publication_clue_day (id, publication_id, body_id, day, count) SELECT gen_random_uuid(), p.id, p.body_id, '2026-11-01', 1 FROM publication p WHERE p.slug = 'matrix'`,
  // Long work that the clerk asked for: one has made everything that a job can make, one waits, one failed.
  JOB('DONE', DONE),
  JOB('WAITING', 'NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL'),
  JOB('FAILED', `NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-01', '2026-11-01', NULL`),
  // What somebody asked for who holds nothing any more: it leads nowhere.
  JOB('DONE', DONE, 'lost', 'nobody'),
  REVIEW(DECIDED, '矩阵已定'),
  REVIEW(UNDECIDED, '矩阵未定'),
];

const job = (name: string): string => `(SELECT 'job_' || j.id FROM job j WHERE j.params ->> 'fileName' = '${name}')`;
const notice = (seq: number): string => `(SELECT 'ntc_' || n.id FROM notice n WHERE n.number = '矩阵${seq}')`;
const reply = (text: string): string => `(SELECT 'nrp_' || r.id FROM notice_reply r WHERE r.text = '${text}')`;
const file = (name: string): string => `(SELECT 'att_' || t.id FROM attachment t WHERE t.file_name = '${name}')`;
const review = (text: string): string => `(SELECT 'flr_' || r.id FROM filing_review r WHERE r.text = '${text}')`;

const said = (text: string): string => `(SELECT 'srv_' || r.id FROM submission_review r WHERE r.text = '${text}')`;

export const BESIDE_RECORDS: Record<string, string> = {
  Job: job('DONE'),
  lostJob: job('lost'),
  waitingJob: job('WAITING'),
  failedJob: job('FAILED'),
  Notice: notice(902),
  accountability: notice(903),
  NoticeOutline: `(SELECT 'nto_' || n.id FROM notice n WHERE n.number = '矩阵902')`,
  NoticeRecipient: `(SELECT 'nrc_' || r.id FROM notice_recipient r JOIN notice n ON n.id = r.notice_id WHERE n.number = '矩阵902')`,
  NoticeReply: reply('矩阵答复'),
  draft: reply('矩阵草稿'),
  noticeWarning: `(SELECT 'wrn_' || d.id FROM warning_delivery d JOIN warning w ON w.id = d.warning_id WHERE w.due_on = '2026-01-03')`,
  RecordedPaper: `(SELECT 'ppr_' || id FROM recorded_paper ORDER BY number = '矩阵' DESC LIMIT 1)`,
  paperFile: file('paper.pdf'),
  replyFile: file('reply.pdf'),
  draftFile: file('draft.pdf'),
  Urge: `(SELECT 'urg_' || id FROM urge WHERE note = '矩阵')`,
  Sight: `(SELECT 'sgt_' || id FROM sight WHERE reason = '矩阵')`,
  SightFinding: `'sgf_' || f.id`,
  SightOpening: `(SELECT 'sgo_' || o.id FROM sight_opening o WHERE o.opened_on = '2026-11-02')`,
  Deputation: `(SELECT 'dpt_' || id FROM deputation WHERE reason = '矩阵')`,
  Handover: `(SELECT 'hov_' || id FROM handover WHERE reason = '矩阵')`,
  HandoverItem: `(SELECT 'hoi_' || id FROM handover_item WHERE label = '矩阵')`,
  sampleDraw: `(SELECT 'rcd_' || w.id FROM recheck_draw w WHERE w.seed = '矩阵')`,
  sample: `(SELECT 'rck_' || k.id FROM recheck k JOIN recheck_draw w ON w.id = k.draw_id WHERE w.seed = '矩阵' AND k.ordinal = 1)`,
  sheet: file('sheet.pdf'),
  Publication: `(SELECT 'pub_' || id FROM publication WHERE slug = 'matrix')`,
  PublicationComment: `(SELECT 'pcm_' || id FROM publication_comment WHERE text LIKE '矩阵留言%')`,
  PublicationVersion: `(SELECT 'pbv_' || v.id FROM publication_version v WHERE v.sha256 = repeat('9', 64))`,
  PublicationSignature: `(SELECT 'pbs_' || s.id FROM publication_signature s JOIN publication_version v ON v.id = s.version_id WHERE v.sha256 = repeat('9', 64))`,
  FilingReview: review('矩阵已定'),
  undecidedReview: review('矩阵未定'),
  returnedSubmission: `(SELECT 'sub_' || s.id FROM submission s WHERE s.finding_id = f.id AND s.attempt = 8)`,
  SubmissionReview: said('矩阵已定'),
  waitingReview: said('矩阵未定'),
  undecidedFiling: `(SELECT 'fil_' || v.filing_id FROM filing_version v WHERE v.id = ${UNDECIDED})`,
  returnedFiling: `(SELECT 'fil_' || v.filing_id FROM filing_version v WHERE v.id = ${version('d')})`,
  draftVersion: `'flv_' || ${version('d')}`,
  otherCheck: `(SELECT 'rck_' || k.id FROM recheck k JOIN recheck_draw w ON w.id = k.draw_id WHERE w.seed = '矩阵' AND k.ordinal = 2)`,
  oldWarning: `(SELECT 'wrn_' || d.id FROM warning_delivery d JOIN warning w ON w.id = d.warning_id WHERE w.due_on = '2026-01-05')`,
};
