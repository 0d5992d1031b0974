import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Components run in jsdom with class names left as written, so that a test can speak about them if it must. */
export default defineConfig({
  plugins: [react()],
  test: {
    name: 'console',
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts', 'gallery/**/*.test.tsx'],
    setupFiles: ['./src/test/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
  },
});
