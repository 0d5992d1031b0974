import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversOnce } from './spans.ts';
import { parseReport, renderReport } from './index.ts';
import { carried, facts, printReport, profiles } from './testing/profiles.ts';

const bare = (words: string): string => words.normalize('NFKC').replace(/[。\s]+$/u, '');

/** npm run test:long sets FUZZ_RUNS and takes another seed each time. */
const LONG = process.env['FUZZ_RUNS'] !== undefined;

describe('any report printed in any profile', { timeout: LONG ? 900_000 : 60_000 }, () => {
  it('parses back to the same data, lies in exactly one span and renders as it was', () => {
    fc.assert(
      fc.property(facts, profiles, (list, profile) => {
        const text = printReport(carried(list, profile), profile);
        const parsed = parseReport(text);
        expect(
          parsed.findings.map((f) => ({
            category: f.category ?? '',
            title: bare(f.title),
            description: bare(f.description),
            actions: f.actions.map((a) => bare(a.text)),
            status: f.status,
          })),
        ).toEqual(
          carried(list, profile).map(({ category, title, detail, actions, status }) => ({
            category,
            title,
            description: detail === null ? title : `${title}。${detail}`,
            actions,
            status,
          })),
        );
        const spans = [...parsed.findings.flatMap((f) => f.spans), ...parsed.otherSpans.map((o) => o.span)];
        expect(coversOnce(text, [...spans, ...parsed.unparsed.map((u) => u.span)])).toBe(true);
        expect(renderReport(parsed)).toBe(text);
      }),
      { numRuns: LONG ? 5000 : 200, seed: LONG ? Date.now() : 42 },
    );
  });
});
