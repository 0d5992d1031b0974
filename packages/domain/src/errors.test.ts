import { describe, expect, test } from 'vitest';
import { DomainError, forbidden, invalid, notFound } from './errors.ts';

describe('refusals', () => {
  test('carry their code, rule and words', () => {
    expect(notFound('the finding').refusals).toEqual([
      { code: 'NOT_FOUND', rule: 'access.visible', message: 'the finding does not exist or is not visible to you' },
    ]);
    expect(forbidden('sign').refusals[0]).toMatchObject({ code: 'FORBIDDEN', rule: 'access.matrix' });
    expect(invalid('fen', 'money.range', 'too large', { most: 5 }).refusals[0]).toMatchObject({
      field: 'fen',
      params: { most: 5 },
    });
  });

  test('several refusals are one error that says them all', () => {
    const error = new DomainError([
      { code: 'INVALID', rule: 'a', message: 'first' },
      { code: 'LIMIT', rule: 'b', message: 'second' },
    ]);
    expect(error.message).toBe('first; second');
    expect(error.refusals).toHaveLength(2);
    expect(error.name).toBe('DomainError');
  });
});
