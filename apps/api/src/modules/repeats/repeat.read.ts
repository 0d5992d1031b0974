import { visibleWithFinding } from '../access/visibility.ts';
import { column, globalId, one, readType } from '../../read/model.ts';

readType({
  name: 'FindingRepeat',
  table: 'finding_repeat',
  prefix: 'rpt',
  visible: visibleWithFinding(),
  fields: {
    id: globalId('rpt'),
    kind: column('kind', 'STATISTICS'),
    earlier: one('Finding', (p, c) => `${c}.id = ${p}.earlier_id`, { class: 'STATISTICS', guarded: true }),
    earlierText: column('earlier_text', 'TEXT'),
    notedByName: column('noted_by_name', 'NAMES'),
    notedAt: column('noted_at', 'STATISTICS'),
  },
});
