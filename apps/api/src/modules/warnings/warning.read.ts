import { within } from '../../read/filter.ts';
import { column, globalId, one, readType } from '../../read/model.ts';
import { rootPage } from '../../read/roots.ts';
import { visibleFinding } from '../access/visibility.ts';

readType({
  name: 'Warning',
  table: `(SELECT wd.id, wd.person_id, wd.told_at, wd.seen_at, wg.sent_at, ww.level, ww.name, ww.colour, ww.due_on, ww.finding_id, ww.notice_id,
      coalesce(wn.number, wf.ref_no) AS ref_no, wb.short_name
    FROM warning_delivery wd JOIN warning ww ON ww.id = wd.warning_id LEFT JOIN finding wf ON wf.id = ww.finding_id
    LEFT JOIN notice wn ON wn.id = ww.notice_id JOIN body wb ON wb.id = coalesce(wf.body_id, wn.body_id)
    LEFT JOIN warning_digest wg ON wg.id = wd.digest_id)`,
  prefix: 'wrn',
  // Told to him: nobody reads another's list.
  visible: (row, reading) => `${row}.person_id = ${reading.statement.param(reading.viewer.personId, 'text::uuid')}`,
  orders: { TOLD_AT: { sql: (row) => `-extract(epoch FROM ${row}.told_at)`, type: 'numeric', class: 'STATISTICS' } },
  filters: {
    STATISTICS: {
      level: within('level', 'warning_level'),
      seen: (row, value) => `${row}.seen_at IS ${value === true ? 'NOT NULL' : 'NULL'}`,
    },
  },
  fields: {
    id: globalId('wrn'),
    level: column('level', 'STATISTICS'),
    levelName: column('name', 'STATISTICS'),
    colour: column('colour', 'STATISTICS'),
    refNo: column('ref_no', 'STATISTICS'),
    bodyName: column('short_name', 'STATISTICS'),
    dueOn: column('due_on', 'STATISTICS'),
    toldAt: column('told_at', 'STATISTICS'),
    seenAt: column('seen_at', 'STATISTICS'),
    mailedAt: column('sent_at', 'STATISTICS'),
    notice: one('Notice', (p, c) => `${c}.id = ${p}.notice_id`, { guarded: true, class: 'STATISTICS' }),
    finding: one('Finding', (p, c) => `${c}.id = ${p}.finding_id`, { guarded: visibleFinding, class: 'STATISTICS' }),
  },
});

rootPage('warnings', 'Warning');
