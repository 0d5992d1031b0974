import { defineConfig } from 'vitest/config';

/** Tests of the migrations, of the demo's content and of the seeder; those that need PostgreSQL start their own. */
export default defineConfig({
  test: {
    name: 'prisma',
    include: ['**/*.test.ts'],
    exclude: ['generated/**', 'node_modules/**'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
