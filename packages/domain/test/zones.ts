import { afterEach, describe, expect, test } from 'vitest';

/** Minutes behind UTC on 18 June 2024: proof that the zone of the machine really changed. */
const ZONES = [
  ['UTC', 0],
  ['Asia/Shanghai', -480],
  ['America/New_York', 240],
  ['Pacific/Kiritimati', -840],
  ['Pacific/Pago_Pago', 660],
  ['Australia/Lord_Howe', -630],
] as const;

/** Runs a check once in every time zone that the machine may be set to. */
export function inEveryZone(check: () => void): void {
  describe('in every time zone of the machine', () => {
    const before = process.env['TZ'];
    afterEach(() => {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    });
    test.each(ZONES)('%s: the same answers', (zone, minutes) => {
      process.env['TZ'] = zone;
      expect(new Date('2024-06-18T00:00:00Z').getTimezoneOffset()).toBe(minutes);
      check();
    });
  });
}
