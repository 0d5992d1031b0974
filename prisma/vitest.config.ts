import { defineConfig } from 'vitest/config';

/** Tests of the demo's content and of the seeder; those that need PostgreSQL start their own. */
export default defineConfig({ test: { include: ['**/*.test.ts'], exclude: ['generated/**', 'node_modules/**'] } });
