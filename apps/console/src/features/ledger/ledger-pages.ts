import type { ApolloClient, ObservableQuery } from '@apollo/client';
import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../gql/index.ts';
import type { FindingFilter, FindingOrder } from '../../gql/graphql.ts';

export const LedgerRowsDocument = graphql(`
  query LedgerRows(
    $filter: FindingFilter
    $orderBy: FindingOrder
    $first: Int!
    $after: String
    $findings: Boolean!
    $tasks: Boolean!
    $duties: Boolean!
  ) {
    findings(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          ...LedgerItem_finding
          ...LedgerRow_finding
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Page = ResultOf<typeof LedgerRowsDocument>['findings'];
export type LedgerNode = Page['edges'][number]['node'];
export type LedgerSnapshot = {
  rows: readonly LedgerNode[];
  /** Rows of the whole list, read or not; `null` before the first answer. */
  total: number | null;
  complete: boolean;
  loading: boolean;
  error: unknown;
};
/** `findings`, `tasks`, `duties`: which list is shown; each asks only for the texts it has columns for. */
export type LedgerVariables = {
  filter: FindingFilter;
  orderBy: FindingOrder;
  findings: boolean;
  tasks: boolean;
  duties: boolean;
};
type Loaded = {
  query: ObservableQuery<ResultOf<typeof LedgerRowsDocument>, VariablesOf<typeof LedgerRowsDocument>>;
  page: Page | null;
  stop: (() => void) | null;
};

/** The first page is what a screen holds, so that it stands early; the others are read before the reader comes to them. */
const FIRST_PAGE = 20;
const PAGE = 100;

const NOTHING: LedgerSnapshot = { rows: [], total: null, complete: false, loading: true, error: null };

/**
 * The pages of one filtered and ordered list, each watched on its own: a page that arrives, or a finding that changes, costs
 * one page's work and not the whole list's. Pages stay when the reader leaves, so that Back finds the same rows.
 */
export class LedgerPages {
  private readonly loaded: Loaded[] = [];
  private snapshot: LedgerSnapshot = NOTHING;
  private error: unknown = null;
  private readonly listeners = new Set<() => void>();
  private readonly client: ApolloClient;
  private readonly variables: LedgerVariables;

  constructor(client: ApolloClient, variables: LedgerVariables) {
    this.client = client;
    this.variables = variables;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.start();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  };
  readonly read = (): LedgerSnapshot => this.snapshot;

  /** Reads the next hundred; nothing happens while one is on its way or none is left. */
  readonly more = (): void => {
    const last = this.loaded[this.loaded.length - 1];
    if (this.loaded.some((each) => each.page === null) || !last?.page?.pageInfo.hasNextPage) return;
    this.watch(last.page.pageInfo.endCursor ?? null);
  };

  /** Reads until nothing is left or `limit` rows are there: for paper. */
  readonly all = async (limit: number): Promise<void> => {
    while (!this.snapshot.complete && this.snapshot.rows.length < limit && this.error === null) {
      this.more();
      await new Promise<void>((resolve) => {
        const done = this.subscribe(() => {
          done();
          resolve();
        });
      });
    }
  };

  readonly retry = (): void => {
    this.error = null;
    for (const each of this.loaded) if (each.page === null) each.query.refetch().catch(() => undefined);
    this.publish();
  };

  private start() {
    if (this.loaded.length === 0) return this.watch(null);
    for (const each of this.loaded) this.listen(each);
    // somebody may have worked on the list meanwhile: the first page is read again, its rows stay until it arrives
    this.loaded[0]?.query.refetch().catch(() => undefined);
  }

  private stop() {
    for (const each of this.loaded) {
      each.stop?.();
      each.stop = null;
    }
  }

  private watch(after: string | null) {
    const query = this.client.watchQuery({
      query: LedgerRowsDocument,
      variables: { ...this.variables, first: after === null ? FIRST_PAGE : PAGE, after },
      fetchPolicy: 'cache-first',
    });
    const entry: Loaded = { query, page: null, stop: null };
    this.loaded.push(entry);
    this.listen(entry);
    this.publish();
  }

  private listen(entry: Loaded) {
    const subscription = entry.query.subscribe((result) => {
      this.error = result.error ?? (entry.page === null ? null : this.error);
      if (result.dataState === 'complete') entry.page = result.data.findings as Page;
      if (!result.loading || result.dataState === 'complete') this.publish();
    });
    entry.stop = () => subscription.unsubscribe();
  }

  private publish() {
    const pages = this.loaded.flatMap((each) => (each.page ? [each.page] : []));
    const complete =
      pages.length === this.loaded.length && pages.length > 0 && !pages[pages.length - 1]?.pageInfo.hasNextPage;
    this.snapshot = {
      rows: pages.flatMap((page) => page.edges.map((edge) => edge.node)),
      total: pages[0]?.totalCount ?? null,
      complete,
      loading: this.error === null && this.loaded.some((each) => each.page === null),
      error: this.error,
    };
    for (const listener of this.listeners) listener();
  }
}
