import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** One run over every package; each project keeps its own environment and setup. */
export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*', 'prisma'],
    // Vitest leaves one core free for watching; here nobody watches.
    maxWorkers: availableParallelism(),
  },
});
