import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useRef, useSyncExternalStore } from 'react';
import type { FindingFilter, FindingOrder } from '../../gql/graphql.ts';
import { LedgerPages, type LedgerSnapshot } from './ledger-pages.ts';

const KEPT_LISTS = 4;
const kept = new WeakMap<ApolloClient, Map<string, LedgerPages>>();

function pagesFor(client: ApolloClient, variables: { filter: FindingFilter; orderBy: FindingOrder }): LedgerPages {
  const lists = kept.get(client) ?? new Map<string, LedgerPages>();
  kept.set(client, lists);
  const key = JSON.stringify(variables);
  const pages = lists.get(key) ?? new LedgerPages(client, variables);
  lists.delete(key);
  lists.set(key, pages); // the latest last
  for (const old of [...lists.keys()].slice(0, -KEPT_LISTS)) lists.delete(old);
  return pages;
}

/** The rows of a list; while a new filter is on its way the old rows stay, marked as `stale`. */
export function useLedgerPages(filter: FindingFilter, orderBy: FindingOrder) {
  const client = useApolloClient();
  const key = JSON.stringify({ filter, orderBy });
  const current = useRef<{ key: string; pages: LedgerPages } | null>(null);
  if (current.current?.key !== key) current.current = { key, pages: pagesFor(client, { filter, orderBy }) };
  const { pages } = current.current;
  const snapshot = useSyncExternalStore(pages.subscribe, pages.read);
  const before = useRef<LedgerSnapshot | null>(null);
  if (snapshot.total !== null) before.current = snapshot;
  const stale = snapshot.total === null && before.current !== null && snapshot.error === null;
  const shown = stale && before.current ? before.current : snapshot;
  return { ...shown, stale, error: snapshot.error, more: pages.more, all: pages.all, retry: pages.retry };
}
