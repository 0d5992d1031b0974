import { LIMITS } from '@closeout/domain';
import type { Statement } from '../../read/statement.ts';
import type { MirrorBodies } from '../access/visibility.ts';
import type { ChangedType } from './changed-types.ts';
import { BEGINNING, later, type Cursor } from './change-cursor.ts';

/** Rows of the feed that one page looks at: what is not seen is skipped, and a page ends sooner where much is skipped. */
export const SCANNED = 4 * LIMITS.pageSizeMax;

interface From {
  statement: Statement;
  size: number;
  types: readonly ChangedType[];
  known: Cursor | null;
  bodies: MirrorBodies;
  seen: (row: string) => string;
}

/**
 * The rows of a page, all in one snapshot: `feed_state` says up to where every transaction has ended (xmin) and refuses a cursor
 * that cannot be gone on from, `feed_end` is the last row before that (though it be forgotten), `feed_scan` what is looked at, `feed_page` what is shown.
 *
 * A row is passed over where a later one of the same record says at least as much to the same people. A record that is not seen
 * is shown as a tombstone only where the row tells it (`told`), and only if the mirror can have it: it was read since `base`.
 */
export function changesFrom({ statement, size, types, known, bodies, seen }: From): string {
  const { at, base } = known ?? { at: BEGINNING, base: BEGINNING };
  const heard = later(at, base);
  const xid = (value: bigint): string => statement.param(String(value), 'text::xid8');
  const n = (value: bigint): string => statement.param(String(value), 'text::bigint');
  const uuids = (values: readonly string[]): string => statement.param(values, 'text[]::uuid[]');
  const within = uuids(bodies.seen);
  const scan = `SELECT c.* FROM feed.change c WHERE c.body_id = b.id AND (c.xid, c.n) > (${xid(at.xid)}, ${n(at.n)}) AND c.xid < s.xmin AND c.type = ANY(${statement.param(types, 'text[]')})
        AND NOT EXISTS (SELECT 1 FROM feed.change l WHERE l.record_id = c.record_id AND (l.xid, l.n) > (c.xid, c.n) AND l.told >= c.told AND l.xid < s.xmin)
      ORDER BY c.xid, c.n LIMIT ${SCANNED + 1}`;
  const told = (): string =>
    `(p.xid, p.n) > (${xid(base.xid)}, ${n(base.n)}) AND (p.told = 2 OR p.told = 1 AND p.body_id = ANY(${uuids(bodies.restricted)}))`;
  return `WITH feed_state AS MATERIALIZED (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS xmin, feed.standing(${statement.param(known?.run ?? null, 'text::uuid')}, ${xid(heard.xid)}, ${n(heard.n)}, ${within}) AS run),
    feed_end AS MATERIALIZED (SELECT e.xid, e.n FROM feed_state s, unnest(${within}) b(id) CROSS JOIN LATERAL ((SELECT c.xid, c.n FROM feed.change c WHERE c.body_id = b.id AND c.xid < s.xmin ORDER BY c.xid DESC, c.n DESC LIMIT 1) UNION ALL SELECT h.xid, h.n FROM feed.horizon h WHERE h.body_id = b.id) e ORDER BY e.xid DESC, e.n DESC LIMIT 1),
    feed_scan AS MATERIALIZED (SELECT row_number() OVER (ORDER BY x.xid, x.n) AS rn, x.* FROM (SELECT o.* FROM feed_state s, unnest(${within}) b(id) CROSS JOIN LATERAL (${scan}) o ORDER BY o.xid, o.n LIMIT ${SCANNED + 1}) x),
    feed_page AS MATERIALIZED (SELECT row_number() OVER (ORDER BY y.xid, y.n) AS rn, y.xid, y.n, y.type, y.record_id, y.at, y.seen FROM (SELECT p.*, v.seen FROM (SELECT c.* FROM feed_scan c WHERE c.rn <= ${SCANNED} ORDER BY c.rn OFFSET 0) p CROSS JOIN LATERAL (SELECT ${seen('p')} AS seen OFFSET 0) v WHERE v.seen${known === null ? '' : ` OR ${told()}`} ORDER BY p.rn LIMIT ${size + 1}) y)`;
}
