import { expect, test } from 'vitest';
import { DomainError } from '../errors.ts';
import { CLASSIFICATIONS, demandNoSecret, type Classification } from './classification.ts';

const ANSWERS: Record<Classification, 'kept' | 'refused'> = {
  PUBLIC: 'kept',
  INTERNAL: 'kept',
  SECRET: 'refused',
  CONFIDENTIAL: 'refused',
  TOP_SECRET: 'refused',
};

test.each(CLASSIFICATIONS)('%s', (classification) => {
  if (ANSWERS[classification] === 'kept') expect(demandNoSecret(classification)).toBe(classification);
  else expect(() => demandNoSecret(classification)).toThrow(DomainError);
});
