import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { zh } from '../../i18n/zh.ts';
import { changesOf, fieldWords, valueWords } from './audit-values.ts';

const i18n = i18next.createInstance();
beforeAll(() => i18n.init({ lng: 'zh', resources: { zh: { translation: zh } } }));

it('leaves out what was written and stayed the same', () => {
  expect(changesOf({ name: '甲', active: true }, { name: '甲', active: false })).toEqual([
    { field: 'active', before: true, after: false },
  ]);
  expect(changesOf(null, { name: '甲' })).toEqual([{ field: 'name', before: undefined, after: '甲' }]);
});

it('puts codes, switches, days and ids into words and invents nothing', () => {
  expect(valueWords(i18n.t, 'role', 'CLERK')).toBe('整改办');
  expect(valueWords(i18n.t, 'active', false)).toBe('否');
  expect(valueWords(i18n.t, 'fromOn', '2024-06-18T00:00:00.000Z')).toBe('2024-06-18');
  expect(valueWords(i18n.t, 'personId', '0190a000-0000-7000-8000-0000000abcde')).toBe('…0abcde');
  expect(valueWords(i18n.t, 'after', undefined)).toBe('—');
  expect(fieldWords(i18n.t, 'somethingNew')).toBe('somethingNew');
});
