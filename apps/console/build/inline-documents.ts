import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const CALL = /\bgraphql\(\s*(?:\/\*[^*]*\*\/\s*)?`([^`]*)`\s*,?\s*\)/g;
const FIRST_DEFINITION = /\b(query|mutation|subscription|fragment)\s+(\w+)/;
const EXPORTED = /^export const (\w+) = (\{.*\}) as unknown as DocumentNode/gm;
const FRAGMENT = 'virtual:fragment/';

interface Definition {
  kind: string;
  name: { value: string };
}
interface Document {
  definitions: Definition[];
}

/**
 * Replaces each `graphql(...)` call of a build by its precompiled document. The generated `graphql()` looks its argument up
 * in a map of all documents, which no bundler can split, and each of its documents repeats every fragment below it; here a
 * route carries its own documents only, and a fragment is one module that all documents share.
 */
export function inlineDocuments(generatedFile: string): Plugin {
  let documents = new Map<string, Document>();
  let fragments = new Map<string, Definition>();
  return {
    name: 'closeout:inline-documents',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      const source = readFileSync(generatedFile, 'utf8');
      // the generator writes FindingRow_finding as FindingRow_FindingFragmentDoc: names are compared without case
      documents = new Map(
        [...source.matchAll(EXPORTED)].map((match) => [match[1]!.toLowerCase(), JSON.parse(match[2]!) as Document]),
      );
      fragments = new Map(
        [...documents.values()]
          .flatMap((document) => document.definitions)
          .filter((definition) => definition.kind === 'FragmentDefinition')
          .map((definition) => [definition.name.value, definition]),
      );
    },
    resolveId: (id) => (id.startsWith(FRAGMENT) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${FRAGMENT}`)) return null;
      return `export default ${JSON.stringify(fragments.get(id.slice(FRAGMENT.length + 1)))};`;
    },
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || id.includes('/src/gql/') || !code.includes('graphql(')) return null;
      const shared = new Set<string>();
      const replaced = code.replace(CALL, (call, text: string) => {
        const [, kind, name] = FIRST_DEFINITION.exec(text) ?? [];
        const document = documents.get(`${name}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`.toLowerCase());
        if (!document)
          this.error(`No generated document for ${kind} ${name}: run "npm run generate" first. ${call.slice(0, 60)}`);
        const definitions = document.definitions.map((definition) => {
          if (definition.kind !== 'FragmentDefinition') return JSON.stringify(definition);
          shared.add(definition.name.value);
          return variable(definition.name.value);
        });
        return `({ kind: "Document", definitions: [${definitions.join(', ')}] })`;
      });
      const imports = [...shared].map((name) => `import ${variable(name)} from ${JSON.stringify(FRAGMENT + name)};`);
      return { code: `${imports.join('')}${replaced}`, map: null };
    },
  };
}

const variable = (fragment: string): string => `__fragment_${fragment}`;
