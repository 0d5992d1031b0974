/**
 * The ledger written by hand for this one question, in the fastest form that was found (docs/decisions on compiled reads):
 * text put together by concat and string_agg. `$1` is the body. It answers the same bytes as the API.
 */
const text = (value: string): string => `coalesce(to_json(${value}), 'null')`;
const word = (value: string): string => `coalesce('"' || ${value} || '"', 'null')`;
const day = text;

const EVIDENCE = `(SELECT string_agg(x, ',') FROM (SELECT concat('{"node":{"id":"evd_', e.id, '","kind":"', e.kind, '","pieceNumber":', to_json(e.piece_number),
    ',"title":', to_json(e.title), ',"date":{"on":', ${day('e.occurred_on')}, '},"acceptance":"', e.acceptance, '"}}') AS x
  FROM evidence_action ea JOIN evidence e ON e.id = ea.evidence_id WHERE ea.action_id = a.id ORDER BY e.piece_number, e.id) t)`;

const ACTIONS = `(SELECT string_agg(x, ',') FROM (SELECT concat('{"node":{"id":"act_', a.id, '","ordinal":', a.ordinal, ',"text":', to_json(a.text), ',"state":"', a.state,
    '","progress":', ${text('a.progress')}, ',"doneOn":', ${day('a.done_on')}, ',"evidence":{"edges":[', ${EVIDENCE}, ']}}}') AS x
  FROM action a WHERE a.finding_id = f.id ORDER BY a.ordinal, a.id) t)`;

export const FLOOR_SQL = `SELECT concat('{"data":{"findings":{"edges":[', (SELECT string_agg(x, ',') FROM (SELECT concat('{"node":{"id":"fnd_', f.id, '","seq":', f.seq,
    ',"refNo":', to_json(f.ref_no), ',"title":', to_json(f.title), ',"description":', to_json(f.description), ',"state":"', f.state, '","result":"', f.result,
    '","resultText":', ${text('f.result_text')}, ',"remediationType":', ${word('f.remediation_type')}, ',"deadline":{"dueOn":', ${day('f.due_on')}, ',"kind":', ${word('f.due_kind')}, '},"leader":',
    coalesce((SELECT concat('{"id":"pst_', p.id, '","title":', to_json(p.title), '}') FROM post p WHERE p.id = f.leader_post_id), 'null'), ',"leadDepartment":',
    coalesce((SELECT concat('{"id":"dep_', d.id, '","name":', to_json(d.name), '}') FROM department d WHERE d.id = f.lead_department_id), 'null'),
    ',"actions":{"edges":[', ${ACTIONS}, ']}}}') AS x FROM finding f WHERE f.body_id = $1 ORDER BY f.seq, f.id) t), ']}}}') AS json`;
