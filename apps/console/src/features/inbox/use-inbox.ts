import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql, readFragment } from '../../gql/index.ts';
import { InboxRowFragment } from './InboxRow.tsx';
import { isBatchable, isWaiting, nextAfter, oldestFirst, waitOf, type InboxItem } from './inbox-rows.ts';

const InboxPageDocument = graphql(`
  query InboxPage {
    findings(filter: { waitsForMe: true }, first: 100) {
      totalCount
      edges {
        node {
          id
          ...InboxRow_finding
        }
      }
    }
  }
`);

const route = getRouteApi('/inbox');

/**
 * What waits for the viewer, what of it is chosen, which one is open, and what was done in this visit. An item leaves the
 * list only after the server has said yes; then the next one opens by itself where one was open.
 */
export function useInbox() {
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(InboxPageDocument, { fetchPolicy: 'cache-and-network' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [settled, setSettled] = useState<readonly { id: string; wait: string }[]>([]);
  const gone = new Set(settled.map((each) => each.wait));
  const all = data?.findings.edges.map((edge) => readFragment(InboxRowFragment, edge.node));
  const rows = all && oldestFirst(all.filter(isWaiting).filter((row) => !gone.has(waitOf(row))));
  const selected = rows?.filter((row) => isBatchable(row) && chosen.has(row.id)) ?? [];

  const show = (id: string | undefined) => void navigate({ search: id ? { open: id } : {}, replace: Boolean(open) });
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((old) => new Set(on ? [...old, ...ids] : [...old].filter((id) => !ids.includes(id))));
  const settle = (done: readonly InboxItem[]) => {
    setSettled((old) => [
      ...done.map((row) => ({ id: row.id, wait: waitOf(row) })),
      ...old.filter((each) => !done.some((row) => row.id === each.id)),
    ]);
    choose(
      done.map((row) => row.id),
      false,
    );
    const [only] = done;
    if (open && only) show(nextAfter(rows ?? [], only.id));
    void refetch();
  };
  return {
    rows,
    selected,
    open,
    show,
    choose,
    settle,
    settledIds: settled.map((each) => each.id),
    error,
    refetch: () => void refetch(),
  };
}
