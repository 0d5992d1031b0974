import { setTimeout as sleep } from 'node:timers/promises';
import type { FieldClass } from '@closeout/domain';
import type { Api, Caller } from './api.ts';
import { tokenFor } from './tokens.ts';

/** A token of a body, with every field class unless said. */
export const tokenOf = async (api: Api, body: string, classes?: FieldClass[]): Promise<Caller> =>
  (await tokenFor(api, body, classes === undefined ? {} : { classes })).caller;

interface Changed {
  type: string;
  id: string;
  deleted: boolean;
  record: { __typename: string; id: string; version?: number } | null;
}

interface Page {
  changes: { nodes: Changed[]; cursor: string; hasMore: boolean };
}

const DOCUMENT = `query Changes($after: String, $first: Int, $types: [ChangedType!]) {
  changes(after: $after, first: $first, types: $types) {
    cursor hasMore
    nodes { type id deleted changedAt record {
      __typename id
      ... on Finding { version state handler { id } leadDepartment { id } supportingDepartments { id } }
      ... on Action { version actionState: state text }
      ... on Evidence { version title restricted }
      ... on MoneySum { version }
      ... on Recovery { fen }
    } }
  }
}`;

let watched: Api | null = null;
/** The installation whose feed is read from now on: before each reading what runs in other tests' databases is waited for. */
export const followFeedOf = (api: Api): void => void (watched = api);

/**
 * A server's transactions hold the feed back whatever database they are in (docs/decisions/0017), and the tests share one server.
 * Waits until nothing but this database's own transactions does.
 */
export async function othersHaveEnded(): Promise<void> {
  for (let tries = 0; watched !== null && tries < 1_000; tries++) {
    const [row] = await watched.sql<{ ended: boolean }>(
      `SELECT coalesce((SELECT c.xid FROM feed.change c ORDER BY c.xid DESC, c.n DESC LIMIT 1) < s.xmin, true)
         OR EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = current_database() AND a.backend_xid = s.xmin::xid) AS ended
       FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS xmin) s`,
    );
    if (row?.ended === true) return;
    await sleep(20);
  }
}

/** What an integrator keeps: each record as it was last read, and the cursor. */
export class Mirror {
  readonly records = new Map<string, unknown>();
  /** The pages of the last reading, as they came. */
  last: Changed[] = [];
  cursor: string | null = null;

  constructor(
    readonly caller: Caller,
    readonly options: { first?: number; types?: string[] } = {},
  ) {}

  /** Reads on until there is no more, or some pages; answers what changed. */
  async read(pages = Infinity): Promise<Changed[]> {
    this.last = [];
    await othersHaveEnded();
    for (let hasMore = true, page = 0; hasMore && page < pages; page++) {
      const { changes } = await this.caller.execute<Page>(DOCUMENT, { after: this.cursor, ...this.options });
      for (const change of changes.nodes) {
        if (change.deleted) this.records.delete(change.id);
        else this.records.set(change.id, change.record);
      }
      this.last.push(...changes.nodes);
      ({ cursor: this.cursor, hasMore } = changes);
    }
    return this.last;
  }

  /** What was heard of a record in the last reading. */
  heard = (id: string): boolean[] => this.last.filter((change) => change.id === id).map((change) => change.deleted);

  /** A mirror of the same caller that begins anew. */
  async fresh(): Promise<Mirror> {
    const mirror = new Mirror(this.caller, { first: 100, ...this.options });
    await mirror.read();
    return mirror;
  }

  content = (): [string, unknown][] => [...this.records].toSorted(([one], [other]) => one.localeCompare(other));
}
