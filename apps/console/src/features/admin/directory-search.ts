export const DIRECTORY_TABS = ['bodies', 'departments', 'posts', 'people'] as const;
export type DirectoryTab = (typeof DIRECTORY_TABS)[number];

/** Which list of which body: the address says it, so that Back and a bookmark return to it. */
export function validateDirectorySearch(search: Record<string, unknown>): { tab?: DirectoryTab; body?: string } {
  const tab = DIRECTORY_TABS.find((one) => one === search.tab);
  return { ...(tab ? { tab } : {}), ...(typeof search.body === 'string' ? { body: search.body } : {}) };
}
