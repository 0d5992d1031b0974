import { createContext, useContext } from 'react';

/** Whose drafts these are. Set by the session gate; components below it may rely on it. */
export const AccountContext = createContext<string | null>(null);

export function useAccountId(): string {
  const id = useContext(AccountContext);
  if (id === null) throw new Error('useAccountId outside the session gate');
  return id;
}
