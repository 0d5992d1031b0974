import { inspectionSearch } from '../outline/outline-search.ts';

/** 报送 in the URL: whose, when the viewer has several in reach. */
export const validateFilingsSearch = inspectionSearch;

export type FilingSearch = { version?: string; view?: 'changes' | 'report' };

/** One filing: which of its versions (the latest when absent), and what is looked at. */
export function validateFilingSearch(raw: Record<string, unknown>): FilingSearch {
  return {
    ...(typeof raw.version === 'string' && raw.version.startsWith('flv_') ? { version: raw.version } : {}),
    ...(raw.view === 'changes' || raw.view === 'report' ? { view: raw.view } : {}),
  };
}
