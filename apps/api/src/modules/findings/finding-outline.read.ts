import { findingsWithin } from '../access/visibility.ts';
import { within } from '../../read/filter.ts';
import { column, globalId, one, readType } from '../../read/model.ts';
import { rootPage } from '../../read/roots.ts';
import { idFilter, orders, yes } from './finding-filters.ts';
import { overdueSql } from './overdue.ts';

readType({
  name: 'FindingOutline',
  table: 'finding',
  prefix: 'out',
  visible: (row, reading) => findingsWithin('readOutline', row, reading),
  orders,
  defaultOrder: 'SEQ',
  filters: {
    STATISTICS: {
      state: within('state', 'finding_state'),
      result: within('result', 'result'),
      bodyId: idFilter('body_id', 'bdy', 'the body'),
      inspectionId: idFilter('inspection_id', 'ins', 'the inspection'),
      overdue: (f, value, reading) => yes(overdueSql(f, reading), value),
    },
  },
  fields: {
    id: globalId('out'),
    seq: column('seq', 'STATISTICS'),
    refNo: column('ref_no', 'STATISTICS'),
    title: column('title', 'TEXT'),
    state: column('state', 'STATISTICS'),
    result: column('result', 'STATISTICS'),
    aspect: one('Aspect', (p, c) => `${c}.id = ${p}.aspect_id`, { class: 'STATISTICS' }),
    dueOn: column('due_on', 'STATISTICS'),
    closedAt: column('closed_at', 'STATISTICS'),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'STATISTICS' }),
  },
});

rootPage('findingOutlines', 'FindingOutline');
