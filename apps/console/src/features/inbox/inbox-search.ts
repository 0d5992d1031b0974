export type InboxSearch = { open?: string };

/** The inbox in the URL: which item is open beside the list, so that Back closes it. */
export function validateInboxSearch(raw: Record<string, unknown>): InboxSearch {
  return typeof raw.open === 'string' && raw.open.startsWith('fnd_') ? { open: raw.open } : {};
}
