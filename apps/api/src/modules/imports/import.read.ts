import { bodiesWithin } from '../access/visibility.ts';
import { uuidOf } from '../../read/ids.ts';
import { column, globalId, one, readType, sql } from '../../read/model.ts';
import { rootOne, rootPage } from '../../read/roots.ts';

/** Rows of the import that nobody has touched since: no version beyond the first, no submission, no evidence of others. */
export const undoableSql = (i: string): string => `(${i}.state = 'COMMITTED' AND NOT EXISTS (SELECT 1 FROM finding uf WHERE uf.import_id = ${i}.id AND uf.version > 1)
  AND NOT EXISTS (SELECT 1 FROM action ua JOIN finding uf ON uf.id = ua.finding_id WHERE uf.import_id = ${i}.id AND (ua.version > 1 OR ua.import_id IS DISTINCT FROM ${i}.id))
  AND NOT EXISTS (SELECT 1 FROM evidence ue WHERE ue.import_id = ${i}.id AND ue.version > 1))`;

readType({
  name: 'Import',
  table: 'import',
  prefix: 'imp',
  visible: (row, reading) => bodiesWithin('importReport', `${row}.body_id`, reading),
  orders: { CREATED: { sql: (i) => `${i}.created_at`, type: 'timestamptz' } },
  filters: { inspectionId: (i, value, reading) => `${i}.inspection_id = ${reading.statement.param(uuidOf(value as string, 'ins', 'the inspection'), 'uuid')}` },
  fields: {
    id: globalId('imp'),
    kind: column('kind', 'STATISTICS'),
    mode: column('mode', 'STATISTICS'),
    state: column('state', 'STATISTICS'),
    fileName: column('file_name'),
    sha256: column('sha256'),
    sourceText: column('source_text'),
    parsed: column('parsed'),
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
rootOne('import', 'Import', (row, args, reading) => `${row}.id = ${reading.statement.param(uuidOf(args['id'] as string, 'imp', 'the import'), 'uuid')}`);
