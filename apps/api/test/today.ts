/** The day on which every API test happens; the demo's deadlines are computed from it. */
export const TODAY = '2026-11-22';

/** Real days, counted: tests that are many take another share of them each day. */
const REAL_DAY = Math.floor(Date.now() / 86_400_000);

/** Today's share of many alike cases: every so-manieth, another one each day; all of them in npm run test:long (EVERY_CASE=1). */
export const todaysShare = <T>(cases: readonly T[], shares: number): T[] =>
  process.env['EVERY_CASE'] === '1' ? [...cases] : cases.filter((_case, at) => (at + REAL_DAY) % shares === 0);
