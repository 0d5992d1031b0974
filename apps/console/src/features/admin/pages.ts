import type { ApolloClient, OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

type Connection = { edges: readonly { cursor: string; node: unknown }[]; pageInfo: { hasNextPage: boolean } };
type ConnectionOf<TData, K extends keyof TData> = TData[K] extends Connection ? TData[K] : never;
export type NodeOf<TConnection extends Connection> = TConnection['edges'][number]['node'];

/** The records of a connection, in order. */
export const nodes = <TConnection extends Connection>(connection: TConnection | undefined): NodeOf<TConnection>[] =>
  (connection?.edges ?? []).map((edge) => edge.node);

/** Where the next page begins; null before the first one was read. */
export const lastCursor = (connection: { edges: readonly { cursor: string }[] } | undefined): string | null =>
  connection?.edges[connection.edges.length - 1]?.cursor ?? null;

/** Appends the next page of one connection: for `fetchMore({ updateQuery })`. */
export function appended<TData extends object>(old: TData, next: TData, key: keyof TData): TData {
  const [before, after] = [old[key] as Connection, next[key] as Connection];
  return { ...old, [key]: { ...after, edges: [...before.edges, ...after.edges] } };
}

const PAGES_MAX = 100;

/** Reads a connection to its end, page by page: for lists that must be whole, such as the one a name is looked up in. */
export async function readAll<TData, TVariables extends OperationVariables, K extends keyof TData & string>(
  client: ApolloClient,
  document: TypedDocumentNode<TData, TVariables>,
  key: K,
): Promise<NodeOf<ConnectionOf<TData, K>>[]> {
  const found: unknown[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES_MAX; page++) {
    const options = { query: document, variables: { after }, fetchPolicy: 'network-only' };
    const { data } = await client.query(options as never as ApolloClient.QueryOptions<TData, TVariables>);
    const connection = data?.[key] as Connection | undefined;
    if (!connection) break;
    found.push(...connection.edges.map((edge) => edge.node));
    after = lastCursor(connection);
    if (!connection.pageInfo.hasNextPage || after === null) break;
  }
  return found as NodeOf<ConnectionOf<TData, K>>[];
}
