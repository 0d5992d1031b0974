/** The day on which every API test happens; the demo's deadlines are computed from it. */
export const TODAY = '2026-11-22';
