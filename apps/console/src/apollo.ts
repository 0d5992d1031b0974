import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { RetryLink } from '@apollo/client/link/retry';
import { tap } from 'rxjs';
import { GUARD_HEADER } from './http.ts';
import { networkFailed, networkWorked } from './network.ts';
import { sessionEnded } from './session/sign-out.ts';

/** No answer at all, or a gateway that could not reach the server: worth another try. A refusal is not. */
function isNetworkLoss(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) return false;
  if (ServerError.is(error)) return [502, 503, 504].includes(error.statusCode);
  return error instanceof TypeError;
}

function isMutation(operation: ApolloLink.Operation): boolean {
  return operation.query.definitions.some(
    (each) => each.kind === 'OperationDefinition' && each.operation === 'mutation',
  );
}

function isSignedOut(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) return error.errors.some((each) => each.extensions?.code === 'UNAUTHENTICATED');
  return ServerError.is(error) && error.statusCode === 401;
}

/** Reads are tried again quietly; a write is, too, if it carries a key by which the server knows it again. */
const retry = new RetryLink({
  delay: { initial: 400, max: 4_000, jitter: true },
  attempts: (count, operation, error) =>
    count < 4 &&
    isNetworkLoss(error) &&
    (!isMutation(operation) ||
      Boolean((operation.getContext().headers as Record<string, string> | undefined)?.['idempotency-key'])),
});

const watchNetwork = new ApolloLink((operation, forward) =>
  forward(operation).pipe(tap({ next: networkWorked, error: (error) => isNetworkLoss(error) && networkFailed() })),
);

const watchSession = new ErrorLink(({ error }) => {
  if (isSignedOut(error)) sessionEnded();
});

/**
 * Parts of a record without an id of their own. Two queries on one page may each select some of their fields; without
 * merging, each answer would throw the other's away and both would ask again.
 */
const PARTS = Object.fromEntries(
  ['Balance', 'Deadline', 'DocumentDetails', 'EventDate', 'MeetingDetails', 'SubmissionSummary', 'TalkDetails'].map(
    (type) => [type, { merge: true }],
  ),
);

/** What may be done next is one answer as a whole: the newer list stands, nothing of the older one is kept. */
const LISTS = { Finding: { fields: { transitions: { merge: false } } } };

/** One client per page load. Nothing is persisted; records are known by type and global id. */
export function createClient(): ApolloClient {
  const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin', headers: { ...GUARD_HEADER } });
  return new ApolloClient({
    link: ApolloLink.from([watchSession, retry, watchNetwork, http]),
    cache: new InMemoryCache({
      typePolicies: { Viewer: { keyFields: [] }, PageInfo: { keyFields: false }, ...PARTS, ...LISTS },
    }),
    devtools: { enabled: import.meta.env.DEV },
    defaultOptions: {
      watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
    },
  });
}
