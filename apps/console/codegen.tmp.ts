import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Types and precompiled documents for every `graphql(...)` call, from the committed SDL. Scalars travel as strings:
 * `Fen` is a decimal string because sums may exceed 2^53, `Date` is a calendar day, `DateTime` an instant.
 */
const config: CodegenConfig = {
  schema: ['../api/schema.graphql', '/tmp/console/viewer.graphql'],
  documents: ['src/**/*.{ts,tsx}', '!src/gql/**', '!src/**/*.test.{ts,tsx}'],
  ignoreNoDocuments: true,
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: {
        strictScalars: true,
        useTypeImports: true,
        scalars: { Fen: 'string', Date: 'string', DateTime: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;
