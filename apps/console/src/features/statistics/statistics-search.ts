import { inspectionSearch } from '../outline/outline-search.ts';

export type StatisticsSearch = { inspection?: string; asOf?: string };

/** Statistics in the URL: whose, and as of which day; without one as it stands. */
export function validateStatisticsSearch(raw: Record<string, unknown>): StatisticsSearch {
  const day = typeof raw.asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw.asOf) ? { asOf: raw.asOf } : {};
  return { ...inspectionSearch(raw), ...day };
}
