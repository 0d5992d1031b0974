import type { ApolloClient } from '@apollo/client';
import { sendJson } from '../http.ts';
import { keepPreferences } from '../preferences.ts';
import { wipeLocalData } from './local-data.ts';

/**
 * Ends the session on the server and leaves nothing behind: requests stopped, cache and drafts gone, then a full page
 * load, so that no component can refill the cache with the old person's data.
 */
export async function signOut(client: ApolloClient): Promise<void> {
  client.stop();
  wipeLocalData();
  await client.clearStore().catch(() => undefined);
  const restoreLook = keepPreferences(); // the answer's Clear-Site-Data takes language and type size along
  await sendJson('DELETE', '/session').catch(() => undefined);
  restoreLook();
  location.replace('/sign-in?out=1');
}

/** The session has ended by itself: to the sign-in page and back here afterwards. Own drafts stay for that. */
export function sessionEnded(): void {
  if (location.pathname === '/sign-in') return;
  location.replace(`/sign-in?ended=1&next=${encodeURIComponent(location.pathname + location.search)}`);
}
