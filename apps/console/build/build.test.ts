import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { expect, it } from 'vitest';
import { dropLocales } from './drop-locales.ts';
import { inlineDocuments } from './inline-documents.ts';

type Hook = (this: { error: (message: string) => never }, ...args: string[]) => unknown;
const context = {
  error: (message: string): never => {
    throw new Error(message);
  },
};
const call = (plugin: Plugin, hook: 'load' | 'transform' | 'buildStart', ...args: string[]) =>
  (plugin[hook] as unknown as Hook).call(context, ...args);

it('empties every interface language but Chinese and English', () => {
  const load = (file: string) =>
    call(dropLocales(), 'load', `/node_modules/react-aria/dist/private/intl/calendar/${file}`);
  expect(load('fr-FR.mjs')).toBe('export default {};');
  expect(load('zh-CN.mjs')).toBeNull();
  expect(load('en-US.mjs')).toBeNull();
});

function plugin() {
  const file = join(mkdtempSync(join(tmpdir(), 'closeout-')), 'graphql.ts');
  writeFileSync(file, 'export const AskDocument = {"kind":"Document"} as unknown as DocumentNode<A, B>;\n');
  const made = inlineDocuments(file);
  call(made, 'buildStart');
  return made;
}

it('puts the precompiled document where the call stands', () => {
  const code = 'const Ask = graphql(`\n  query Ask { a }\n`);';
  expect(call(plugin(), 'transform', code, '/x/src/features/a.ts')).toBe('const Ask = ({"kind":"Document"});');
});

it('stops the build when a document was not generated', () => {
  const code = 'graphql(`mutation Tell { a }`)';
  expect(() => call(plugin(), 'transform', code, '/x/src/features/a.ts')).toThrow(/mutation Tell.*generate/);
});
