/** The days of a year by month, each week Monday to Sunday, as `YYYY-MM-DD`; null where a week belongs to another month. */
export function monthsOf(year: number): (string | null)[][][] {
  return Array.from({ length: 12 }, (_, month) => {
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const lead = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7;
    const two = (n: number) => String(n).padStart(2, '0');
    const cells = [
      ...Array.from({ length: lead }, () => null),
      ...Array.from({ length }, (_each, day) => `${year}-${two(month + 1)}-${two(day + 1)}`),
    ];
    return Array.from({ length: Math.ceil(cells.length / 7) }, (_week, at) =>
      Array.from({ length: 7 }, (_day, day) => cells[at * 7 + day] ?? null),
    );
  });
}
