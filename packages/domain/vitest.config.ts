import { defineConfig } from 'vitest/config';

// Pure functions share no state, so the files share their workers.
export default defineConfig({
  test: { name: 'domain', include: ['src/**/*.test.ts'], environment: 'node', testTimeout: 30_000, isolate: false },
});
