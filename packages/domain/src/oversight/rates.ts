/** How the rate is printed beside every figure; the console has the words of other languages. */
export const RATE_FORMULA = '已销号 ÷ 反馈问题';

/** The completion rate in basis points (two decimals of a percentage), or null when there is nothing to count. Formula: completed ÷ findings, half up. */
export function completionBasisPoints(completed: number, findings: number): number | null {
  if (findings === 0) return null;
  return Math.floor((completed * 20_000 + findings) / (findings * 2));
}

/** "84.85 %" of 8485 basis points. */
export const formatBasisPoints = (points: number | null): string =>
  points === null ? '—' : `${(points / 100).toFixed(2)} %`;
