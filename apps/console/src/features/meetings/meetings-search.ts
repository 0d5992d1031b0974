export type MeetingsSearch = {
  inspection?: string;
  /** The resolution's form is open: for one finding (its id), for one meeting (its id), or `all` that wait. */
  resolve?: string;
};

/** The meetings in the URL: whose, and whether a resolution is being recorded. */
export function validateMeetingsSearch(raw: Record<string, unknown>): MeetingsSearch {
  const inspection = typeof raw.inspection === 'string' && raw.inspection.startsWith('ins_') && raw.inspection;
  const resolve = typeof raw.resolve === 'string' && /^(all$|fnd_|evd_)/.test(raw.resolve) && raw.resolve;
  return { ...(inspection ? { inspection } : {}), ...(resolve ? { resolve } : {}) };
}
