import { defineConfig } from 'vitest/config';

/** One run over every package; each project keeps its own environment and setup. */
export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*', 'prisma'],
  },
});
