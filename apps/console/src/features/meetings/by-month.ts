type Dated = { id: string; date: { on?: string | null } };

/** Newest first, grouped by month (`2026-03`); what has no day stands last, under an empty month. */
export function byMonth<T extends Dated>(meetings: readonly T[]): { month: string; meetings: T[] }[] {
  const day = (one: T) => one.date.on ?? '';
  const sorted = [...meetings].sort((a, b) => day(b).localeCompare(day(a)) || a.id.localeCompare(b.id));
  const months = [...new Set(sorted.map((one) => day(one).slice(0, 7)))];
  return months.map((month) => ({ month, meetings: sorted.filter((one) => day(one).slice(0, 7) === month) }));
}
