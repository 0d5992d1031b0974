const LEVELS = ['GREEN', 'YELLOW', 'RED'] as const;
export type WarningsSearch = { level?: (typeof LEVELS)[number]; unseen?: true };

/** The filters of the list stand in the address. */
export function validateWarningsSearch(raw: Record<string, unknown>): WarningsSearch {
  const level = LEVELS.find((one) => one === raw.level);
  return { ...(level && { level }), ...(raw.unseen === true && { unseen: true }) };
}
