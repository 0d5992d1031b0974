import { useQuery } from '@apollo/client/react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/index.ts';
import { filterOf, orderOf } from '../ledger/ledger-search.ts';
import { useShortcuts } from '../../ui/shortcuts.ts';

const route = getRouteApi('/findings/$findingId');

const NeighboursDocument = graphql(`
  query FindingNeighbours($filter: FindingFilter, $orderBy: FindingOrder, $after: String) {
    findings(filter: $filter, orderBy: $orderBy, first: 100, after: $after) {
      edges {
        node {
          id
          seq
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type Neighbour = { id: string; seq: number };

/**
 * The next and previous finding of the list this one was opened from (the ledger's own search, kept in the URL), with J and K. Pages
 * of the list are read until the finding is among them, so that a long ledger costs only what was scrolled past.
 */
export function useNeighbours(
  findingId: string,
  inspectionId: string,
): { previous: Neighbour | null; next: Neighbour | null } {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { data, fetchMore } = useQuery(NeighboursDocument, {
    variables: { filter: filterOf(search, search.inspection ?? inspectionId), orderBy: orderOf(search) },
    fetchPolicy: 'cache-first',
  });
  const nodes = data?.findings.edges.map((edge) => edge.node) ?? [];
  const place = nodes.findIndex((node) => node.id === findingId);
  const page = data?.findings.pageInfo;
  const beyond = page?.hasNextPage && (place === -1 || place === nodes.length - 1) ? page.endCursor : null;
  useEffect(() => {
    if (!beyond) return;
    void fetchMore({
      variables: { after: beyond },
      updateQuery: (old, { fetchMoreResult: more }) => ({
        findings: { ...more.findings, edges: [...old.findings.edges, ...more.findings.edges] },
      }),
    });
  }, [beyond, fetchMore]);
  const previous = place > 0 ? (nodes[place - 1] ?? null) : null;
  const next = place >= 0 ? (nodes[place + 1] ?? null) : null;
  const go = (to: Neighbour | null) =>
    to && void navigate({ to: '/findings/$findingId', params: { findingId: to.id }, search });
  useShortcuts([
    { key: 'j', label: t('shell.shortcutHelp.next'), run: () => go(next) },
    { key: 'k', label: t('shell.shortcutHelp.previous'), run: () => go(previous) },
  ]);
  return { previous, next };
}
