import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { LedgerPages, type LedgerSnapshot, type LedgerVariables } from './ledger-pages.ts';

const KEPT_LISTS = 4;
const kept = new WeakMap<ApolloClient, Map<string, LedgerPages>>();

function pagesFor(client: ApolloClient, variables: LedgerVariables): LedgerPages {
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
export function useLedgerPages(variables: LedgerVariables) {
  const client = useApolloClient();
  const key = JSON.stringify(variables);
  const pages = useMemo(() => pagesFor(client, JSON.parse(key) as LedgerVariables), [client, key]);
  const snapshot = useSyncExternalStore(pages.subscribe, pages.read);
  const [before, setBefore] = useState<LedgerSnapshot | null>(null);
  if (snapshot.total !== null && snapshot !== before) setBefore(snapshot);
  const stale = snapshot.total === null && before !== null && snapshot.error === null;
  const shown = stale ? before : snapshot;
  return { ...shown, stale, error: snapshot.error, more: pages.more, all: pages.all, retry: pages.retry };
}
