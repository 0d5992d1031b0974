import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Components run in jsdom with class names left as written, so that a test can speak about them if it must. */
export default defineConfig({
  plugins: [react()],
  test: {
    testTimeout: 30_000,
    name: 'console',
    environment: 'jsdom',
    // The files share their workers and the parsed modules: making a page per file took half of the time. setup.ts cleans up after each test.
    isolate: false,
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts', 'gallery/**/*.test.tsx'],
    setupFiles: ['./src/test/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
  },
});
