import { defineConfig } from 'vitest/config';

/** One run over every package; each project keeps its own environment and setup. */
export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*', 'prisma'],
    tags: [{ name: 'slow', description: 'Takes seconds by itself: left out by npm run test:quick, part of npm test.' }],
  },
});
