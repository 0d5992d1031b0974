import { defineConfig } from 'vite';

/** Comes with the compiler, not with the installed packages, so it is written beside the modules that need it. */
const DECORATOR_HELPERS = '@oxc-project/runtime';

/**
 * Compiles src to dist file by file: only the decorators need it. What is imported by name stays an import, because Node runs
 * the workspace's packages as they are, and every module keeps its depth, so that paths relative to it hold.
 */
export default defineConfig({
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist',
    target: 'node24',
    sourcemap: true,
    rollupOptions: {
      external: (id) => /^[@\w]/.test(id) && !id.startsWith(DECORATOR_HELPERS),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});
