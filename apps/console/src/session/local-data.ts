/** What the console keeps on this computer about the work: drafts only, by account, gone at sign-out. */

export const DATA_PREFIX = 'closeout-data:';

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(DATA_PREFIX));
  } catch {
    return [];
  }
}

/** Removes everything about the work; the look of the page (language, theme) stays. */
export function wipeLocalData(): void {
  keys().forEach((key) => localStorage.removeItem(key));
  try {
    sessionStorage.clear();
  } catch {
    // nothing kept, nothing to wipe
  }
}

/** A second person at the same computer must not find the first one's drafts, even if nobody signed out. */
export function wipeOthersData(accountId: string): void {
  keys()
    .filter((key) => !key.startsWith(`${DATA_PREFIX}${accountId}:`))
    .forEach((key) => localStorage.removeItem(key));
}
