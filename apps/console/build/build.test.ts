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

const ASK = { kind: 'OperationDefinition', name: { value: 'Ask' } };
const ROW = { kind: 'FragmentDefinition', name: { value: 'Row_thing' } };
const document = (name: string, ...definitions: object[]) =>
  `export const ${name} = ${JSON.stringify({ kind: 'Document', definitions })} as unknown as DocumentNode<A, B>;\n`;

function plugin() {
  const file = join(mkdtempSync(join(tmpdir(), 'closeout-')), 'graphql.ts');
  writeFileSync(file, document('AskDocument', ASK, ROW) + document('Row_ThingFragmentDoc', ROW));
  const made = inlineDocuments(file);
  call(made, 'buildStart');
  return made;
}

it('puts the precompiled document where the call stands, its fragments from modules that all documents share', () => {
  const made = plugin();
  const rewritten = (text: string) =>
    (call(made, 'transform', `const Ask = graphql(\`${text}\`);`, '/x/src/features/a.ts') as { code: string }).code;
  const shared = 'import __fragment_Row_thing from "virtual:fragment/Row_thing";';
  expect(rewritten('query Ask { a ...Row_thing }')).toBe(
    `${shared}const Ask = ({ kind: "Document", definitions: [${JSON.stringify(ASK)}, __fragment_Row_thing] });`,
  );
  expect(rewritten('fragment Row_thing on Thing { a }')).toBe(
    `${shared}const Ask = ({ kind: "Document", definitions: [__fragment_Row_thing] });`,
  );
  const id = (made.resolveId as (id: string) => string)('virtual:fragment/Row_thing');
  expect(call(made, 'load', id)).toBe(`export default ${JSON.stringify(ROW)};`);
});

it('stops the build when a document was not generated', () => {
  const code = 'graphql(`mutation Tell { a }`)';
  expect(() => call(plugin(), 'transform', code, '/x/src/features/a.ts')).toThrow(/mutation Tell.*generate/);
});
