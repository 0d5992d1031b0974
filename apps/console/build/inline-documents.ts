import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const CALL = /\bgraphql\(\s*(?:\/\*[^*]*\*\/\s*)?`([^`]*)`\s*,?\s*\)/g;
const FIRST_DEFINITION = /\b(query|mutation|subscription|fragment)\s+(\w+)/;
const EXPORTED = /^export const (\w+) = (\{.*\}) as unknown as DocumentNode/gm;

/**
 * Replaces each `graphql(...)` call of a build by its precompiled document, so that a route carries its own documents
 * only. The generated `graphql()` looks its argument up in a map of all documents, which no bundler can split.
 */
export function inlineDocuments(generatedFile: string): Plugin {
  let documents = new Map<string, string>();
  return {
    name: 'closeout:inline-documents',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      const source = readFileSync(generatedFile, 'utf8');
      // the generator writes FindingRow_finding as FindingRow_FindingFragmentDoc: names are compared without case
      documents = new Map([...source.matchAll(EXPORTED)].map((match) => [match[1]!.toLowerCase(), match[2]!]));
    },
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || id.includes('/src/gql/') || !code.includes('graphql(')) return null;
      return code.replace(CALL, (call, text: string) => {
        const [, kind, name] = FIRST_DEFINITION.exec(text) ?? [];
        const document = documents.get(`${name}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`.toLowerCase());
        if (!document)
          this.error(`No generated document for ${kind} ${name}: run "npm run generate" first. ${call.slice(0, 60)}`);
        return `(${document})`;
      });
    },
  };
}
