import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql: the one that Node gives to type-graphql and @apollo/server, not the package's `module` build.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] },
  test: {
    name: 'api',
    // The whole proof of the rights takes minutes: only for npm run authz:matrix and authz:mutants.
    include:
      process.env['AUTHZ'] === undefined
        ? ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts']
        : ['test/authz/*.run.ts'],
    environment: 'node',
    globalSetup: './test/global-setup.ts',
    // No file leaves state behind that another could meet: each has a server and a database of its own. Loading the schema once a worker saves half the time.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
