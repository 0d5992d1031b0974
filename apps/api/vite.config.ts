import { defineConfig } from 'vite';

/**
 * Written beside our modules instead of being imported by name: the decorators' helpers come with the compiler, and
 * reflect-metadata must run first, while imports by name are moved behind those of our own modules.
 */
const INCLUDED = /^(@oxc-project\/runtime|reflect-metadata)(\/|$)/;

/**
 * Compiles src to dist file by file: only the decorators need it. What is imported by name stays an import, because Node runs
 * the workspace's packages as they are, and every module keeps its depth, so that paths relative to it hold.
 */
export default defineConfig({
  ssr: { noExternal: ['reflect-metadata'] },
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist',
    target: 'node24',
    sourcemap: true,
    rollupOptions: {
      external: (id) => /^[@\w]/.test(id) && !INCLUDED.test(id),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});
