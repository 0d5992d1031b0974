import { visibleWithFinding } from '../access/visibility.ts';
import { column, globalId, readType, sql } from '../../read/model.ts';

readType({
  name: 'ExternalParty',
  table: 'external_party',
  prefix: 'pty',
  visible: visibleWithFinding(),
  fields: {
    id: globalId('pty'),
    ordinal: column('ordinal', 'STATISTICS'),
    kind: column('kind', 'STATISTICS'),
    name: column('name', 'NAMES'),
    fact: column('fact', 'TEXT'),
    progress: column('progress', 'TEXT'),
    outcome: column('outcome', 'STATISTICS'),
    removable: sql((row) => `(${row}.outcome IS NULL)`, 'STATISTICS'),
    version: column('version', 'STATISTICS'),
    updatedAt: column('updated_at', 'STATISTICS'),
    updatedByName: column('updated_by_name', 'NAMES'),
  },
});
