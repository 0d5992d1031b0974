import { grantsWith, type NoticeRight } from '@closeout/domain';
import type { Reading } from '../../read/model.ts';
import { oneOf } from '../access/visibility.ts';

/**
 * `mayOnNotice` of packages/domain in SQL, held to it by a test: an office reaches its own notices only, and a proposal to
 * hold somebody accountable stays with it.
 */
export function noticesWithin(right: NoticeRight, row: string, reading: Reading): string {
  const parts = grantsWith(reading.viewer, right).flatMap(({ grant, scope }) => {
    const own = grant.bodyId === null ? [] : [grant.bodyId];
    if (scope === 'rounds')
      return [
        `(${oneOf(`${row}.office_id`, own, reading)} AND ${oneOf(`${row}.body_id`, grant.reachedBodyIds, reading)})`,
      ];
    const bodies = scope === 'supervised' ? grant.reachedBodyIds : scope === 'body' ? own : [];
    return [`(${row}.kind <> 'HANDOVER' AND ${oneOf(`${row}.body_id`, bodies, reading)})`];
  });
  return parts.length === 0 ? 'false' : `(${parts.join(' OR ')})`;
}

/** A row that hangs on a notice by `notice_id`, where the right reaches the notice. */
export function withNotice(right: NoticeRight, row: string, reading: Reading): string {
  const notice = reading.statement.alias('vn');
  return `EXISTS (SELECT 1 FROM notice ${notice} WHERE ${notice}.id = ${row}.notice_id AND ${noticesWithin(right, notice, reading)})`;
}

/** A draft is the body's own; what was sent is read with its notice. */
export const visibleReply = (row: string, reading: Reading): string =>
  `(CASE WHEN ${row}.sent_at IS NULL THEN ${withNotice('signForNotice', row, reading)} ELSE ${withNotice('readNotices', row, reading)} END)`;
