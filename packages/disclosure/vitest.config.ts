import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'disclosure', include: ['src/**/*.test.ts'], environment: 'node', isolate: false, testTimeout: 30_000 },
});
