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
