import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
/** Where refusals are made: the rule is the second argument of `invalid` or stands after `rule`. */
const PLACES = ['apps/api/src', 'packages/domain/src', 'packages/documents/src'];
const RULE = /(?:rule\s*[:=]\s*|invalid\(\s*[^,]+,\s*)'([a-zA-Z]+\.[a-zA-Z]+)'/g;
/** Answered to integrators alone, in `errors`: no form of the console can meet them. */
const NOT_FOR_FORMS = new Set(['access.fieldClass', 'auth.token']);

const sources = PLACES.flatMap((place) =>
  readdirSync(path.join(ROOT, place), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(ROOT, place, name), 'utf8')),
);
const rules = [...new Set(sources.flatMap((text) => [...text.matchAll(RULE)].map((match) => match[1] ?? '')))];

describe('refusals', () => {
  it('are found in the sources at all', () => {
    expect(rules.length).toBeGreaterThan(100);
    expect(rules).toEqual(expect.arrayContaining(['money.balance', 'signoff.opened', 'evidence.onBehalfRequired']));
  });

  it.each([
    ['Chinese', zh],
    ['English', en],
  ] as const)('each have words of their own in %s', (_language, catalogue) => {
    const words: Record<string, string> = { ...catalogue.refusals.rule };
    const without = rules.filter((rule) => !NOT_FOR_FORMS.has(rule) && !(rule.replace('.', '_') in words));
    expect(without).toEqual([]);
  });
});
