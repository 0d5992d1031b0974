import { defineConfig } from 'vite';

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
      external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0'),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});
