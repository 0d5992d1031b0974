/** What the console keeps on this computer about the work: drafts only, by account, gone at sign-out. */

export const DATA_PREFIX = 'closeout-data:';

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(DATA_PREFIX));
  } catch {
    return [];
  }
}

/** True from sign-out until the page is loaded again: what a form writes while it goes away would outlive the wiping. */
let closed = false;

/** Keeps one value about the work on this computer; full or switched-off storage costs only the safety net. */
export function keepLocally(key: string, value: string): void {
  if (closed) return;
  try {
    localStorage.setItem(key, value);
  } catch {
    // the form works on without it
  }
}

/** Removes everything about the work and keeps nothing more; the look of the page (language, theme) stays. */
export function wipeLocalData(): void {
  closed = true;
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
