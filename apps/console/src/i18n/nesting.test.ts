import i18next from 'i18next';
import { expect, it } from 'vitest';

it('says the formula of the rate wherever the rate stands, from one place', () => {
  const formula = i18next.t('statistics.formula');
  expect(formula).toContain('÷');
  expect(i18next.t('statistics.rate')).toContain(formula);
  expect(i18next.t('home.rate', { percent: '48.48 %' })).toContain(formula);
});
