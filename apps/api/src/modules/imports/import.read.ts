import { bodiesWithin } from '../access/visibility.ts';
import type { Reading } from '../../read/model.ts';
import { untouchedSql } from './changes/undo-changes.ts';
import { uuidOf } from '../../read/ids.ts';
import { column, globalId, one, readType, sql } from '../../read/model.ts';
import { rootOne, rootPage } from '../../read/roots.ts';

/** What shows that somebody has worked on the rows of an import `i`, one condition each. */
const WORKED: readonly ((i: string) => string)[] = [
  (i) =>
    `SELECT 1 FROM finding uf WHERE uf.import_id = ${i}.id AND (uf.version > 1 OR uf.state NOT IN ('RECORDED', 'UNCLAIMED'))`,
  (i) =>
    `SELECT 1 FROM action ua JOIN finding uf ON uf.id = ua.finding_id WHERE uf.import_id = ${i}.id AND (ua.version > 1 OR ua.import_id IS DISTINCT FROM ${i}.id)`,
  (i) =>
    `SELECT 1 FROM progress_update uu JOIN action ua ON ua.id = uu.action_id JOIN finding uf ON uf.id = ua.finding_id WHERE uf.import_id = ${i}.id`,
  (i) =>
    `SELECT 1 FROM finding_point up JOIN finding uf ON uf.id = up.finding_id WHERE uf.import_id = ${i}.id AND up.version > 1`,
  (i) =>
    `SELECT 1 FROM evidence ue WHERE ue.import_id = ${i}.id AND (ue.version > 1 OR ue.acceptance <> 'PENDING' OR EXISTS (SELECT 1 FROM attachment ut WHERE ut.evidence_id = ue.id) OR EXISTS (SELECT 1 FROM resolution ur WHERE ur.meeting_id = ue.id))`,
  (i) =>
    `SELECT 1 FROM evidence_action ul JOIN evidence ue ON ue.id = ul.evidence_id JOIN action ua ON ua.id = ul.action_id JOIN finding uf ON uf.id = ua.finding_id WHERE (uf.import_id = ${i}.id OR ue.import_id = ${i}.id) AND uf.import_id IS DISTINCT FROM ue.import_id`,
  (i) =>
    `SELECT 1 FROM money_sum um JOIN finding uf ON uf.id = um.finding_id WHERE uf.import_id = ${i}.id AND (um.version > 1 OR um.import_id IS DISTINCT FROM ${i}.id OR um.disposition IS NOT NULL OR um.established_fen IS NOT NULL)`,
  (i) => `SELECT 1 FROM submission us JOIN finding uf ON uf.id = us.finding_id WHERE uf.import_id = ${i}.id`,
  (i) => `SELECT 1 FROM instruction us JOIN finding uf ON uf.id = us.finding_id WHERE uf.import_id = ${i}.id`,
  (i) => `SELECT 1 FROM notice_finding un JOIN finding uf ON uf.id = un.finding_id WHERE uf.import_id = ${i}.id`,
  (i) => `SELECT 1 FROM attachment ut JOIN finding uf ON uf.id = ut.finding_id WHERE uf.import_id = ${i}.id`,
];

/** Rows of the import that nobody has touched since: then the whole batch can be taken back. */
export const undoableSql = (i: string): string =>
  `(${i}.state = 'COMMITTED' AND ${untouchedSql(i)} AND ${WORKED.map((worked) => `NOT EXISTS (${worked(i)})`).join('\n  AND ')})`;

/** The clerk sees the body's imports; who sends changed tables sees his own. `mayWorkOn` in SQL. */
function visibleImport(row: string, reading: Reading): string {
  const me = reading.statement.param(reading.viewer.accountId, 'text::uuid');
  const own = `${row}.kind = 'LEDGER_CHANGES' AND ${row}.created_by_account_id = ${me}`;
  return `(${bodiesWithin('importReport', `${row}.body_id`, reading)}) OR (${own} AND (${bodiesWithin('changeByTable', `${row}.body_id`, reading)}))`;
}

readType({
  name: 'Import',
  table: 'import',
  prefix: 'imp',
  visible: visibleImport,
  orders: { CREATED: { sql: (i) => `${i}.created_at`, type: 'timestamptz', class: 'STATISTICS' } },
  filters: {
    STATISTICS: {
      inspectionId: (i, value, reading) =>
        `${i}.inspection_id = ${reading.statement.param(uuidOf(value as string, 'ins', 'the inspection'), 'uuid')}`,
    },
  },
  fields: {
    id: globalId('imp'),
    kind: column('kind', 'STATISTICS'),
    mode: column('mode', 'STATISTICS'),
    state: column('state', 'STATISTICS'),
    fileName: column('file_name', 'TEXT'),
    sha256: column('sha256', 'TEXT'),
    sourceText: column('source_text', 'TEXT'),
    parsed: column('parsed', 'TEXT'),
    checkedSeqs: sql((i) => `to_json(${i}.checked_seqs)`, 'STATISTICS'),
    undoable: sql(undoableSql, 'STATISTICS'),
    findingCount: sql((i) => `(SELECT count(*) FROM finding cf WHERE cf.import_id = ${i}.id)`, 'STATISTICS'),
    inspection: one('Inspection', (p, c) => `${c}.id = ${p}.inspection_id`, { class: 'STATISTICS' }),
    createdByName: column('created_by_name', 'NAMES'),
    createdAt: column('created_at', 'STATISTICS'),
    committedAt: column('committed_at', 'STATISTICS'),
    version: column('version', 'STATISTICS'),
  },
});

rootPage('imports', 'Import');
rootOne(
  'import',
  'Import',
  (row, args, reading) =>
    `${row}.id = ${reading.statement.param(uuidOf(args['id'] as string, 'imp', 'the import'), 'uuid')}`,
);
