import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

type Entry = [key: string, text: string];

function flatten(node: object, prefix = ''): Entry[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as Entry] : flatten(value as object, `${prefix}${key}.`),
  );
}

const singular = (key: string) => key.endsWith('_one');
const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
const chinese = new Map(flatten(zh));
const english = new Map(flatten(en));

describe('catalogues', () => {
  it('have the same keys; English adds only singular forms', () => {
    expect([...english.keys()].filter((key) => !singular(key)).sort()).toEqual([...chinese.keys()].sort());
  });

  it('give every plural its singular in English', () => {
    const plurals = [...english.keys()].filter((key) => key.endsWith('_other'));
    expect(plurals.filter((key) => !english.has(key.replace(/_other$/, '_one')))).toEqual([]);
  });

  it('fill the same slots in both languages', () => {
    const differing = [...chinese].filter(([key, text]) => slots(text).join() !== slots(english.get(key) ?? '').join());
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leave nothing empty and no Chinese in the English prose', () => {
    const allowed = new Set(['shell.language', 'ui.amount.notANumber']);
    const wrong = [...english].filter(
      ([key, text]) => text.trim() === '' || (/\p{Script=Han}/u.test(text) && !allowed.has(key)),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
    expect([...chinese].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
