import { useQuery } from '@apollo/client/react';
import { useEffect, type ReactNode } from 'react';
import { FaultPanel } from '../forms/FaultPanel.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AccountContext } from './account.ts';
import { wipeOthersData } from './local-data.ts';
import { sessionEnded } from './sign-out.ts';
import { ViewerContext } from './viewer.ts';
import { ViewerDocument } from './ViewerQuery.ts';
import css from './SessionGate.module.css';

/** Nothing of the console is drawn before it is known who is looking. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(ViewerDocument, { fetchPolicy: 'cache-first' });
  const viewer = data?.viewer ?? null;
  const account = viewer?.account;
  const accountId = account?.id;
  // A token has no account: the console is for people.
  const signedOut = data !== undefined && accountId === undefined;
  useEffect(() => {
    if (signedOut) sessionEnded();
  }, [signedOut]);
  useEffect(() => {
    if (accountId) wipeOthersData(accountId);
  }, [accountId]);

  if (viewer && account) {
    return (
      <AccountContext.Provider value={account.id}>
        <ViewerContext.Provider value={{ ...viewer, account }}>{children}</ViewerContext.Provider>
      </AccountContext.Provider>
    );
  }
  return (
    <div className={css.gate}>
      {error && !signedOut ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />}
    </div>
  );
}
