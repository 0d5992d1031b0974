/** Test support: the fictional reports of ../fixtures and, where the folder is present, the real one. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Truth } from './score.ts';

const folder = new URL('../../fixtures/', import.meta.url);

export interface Fixture {
  name: string;
  text: string;
  truth: Truth;
}

export function fixtures(): Fixture[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt') && !name.includes('gb18030'));
  return names.sort().map((name) => fixture(name.replace('.txt', '')));
}

export function fixture(name: string): Fixture {
  return {
    name,
    text: readFileSync(new URL(`${name}.txt`, folder), 'utf8'),
    truth: JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Truth,
  };
}

export const fixtureBytes = (name: string): Uint8Array => readFileSync(new URL(name, folder));

/** Reports as web pages, with their truth. */
export function pageFixtures(): { name: string; bytes: Uint8Array; truth: Truth }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return names.sort().map((name) => ({
    name,
    bytes: fixtureBytes(name),
    truth: JSON.parse(readFileSync(new URL(name.replace('.html', '.json'), folder), 'utf8')) as Truth,
  }));
}

/** The real report, never part of the project; null where REPORTS_DIR is absent. */
export function realReport(): Fixture | null {
  const root = new URL('../../../../', import.meta.url);
  const dir = new URL(`${process.env['REPORTS_DIR'] ?? '../shared/reports'}/`, root);
  const base = new URL('00-yiyang-kexie', dir);
  if (!existsSync(new URL(`${base.href}.txt`))) return null;
  const read = (ending: string): string => readFileSync(new URL(`${base.href}.${ending}`), 'utf8');
  return { name: '00', text: read('txt'), truth: JSON.parse(read('json')) as Truth };
}
