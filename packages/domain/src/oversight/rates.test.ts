import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completionBasisPoints, formatBasisPoints } from './rates.ts';

describe('the completion rate', () => {
  // Published figures first: the sample's 28 of 33, and 688 of 697.
  test.each([
    [28, 33, 8485, '84.85 %'],
    [688, 697, 9871, '98.71 %'],
    [0, 33, 0, '0.00 %'],
    [33, 33, 10_000, '100.00 %'],
    [1, 3, 3333, '33.33 %'],
    [2, 3, 6667, '66.67 %'],
    [1, 8, 1250, '12.50 %'],
    [1, 32, 313, '3.13 %'],
    [1, 20_000, 1, '0.01 %'],
    [1, 20_001, 0, '0.00 %'],
    [0, 0, null, '—'],
  ])('%i of %i', (completed, findings, points, text) => {
    expect(completionBasisPoints(completed, findings)).toBe(points);
    expect(formatBasisPoints(points)).toBe(text);
  });

  test('is a whole number of basis points, at most half of one away from the fraction, and never 100 % too early by more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), (findings, some) => {
        const completed = some % (findings + 1);
        const points = completionBasisPoints(completed, findings)!;
        expect(Number.isInteger(points)).toBe(true);
        // Compared in whole numbers: 2 × |points × findings − completed × 10,000| ≤ findings.
        const gap = BigInt(points) * BigInt(findings) - BigInt(completed) * 10_000n;
        expect(2n * (gap < 0n ? -gap : gap) <= BigInt(findings)).toBe(true);
      }),
    );
  });
});
