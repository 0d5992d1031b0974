import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { dropLocales } from '../build/drop-locales.ts';

/** The gallery is a page for builders; it is not part of what is shipped. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [dropLocales(), react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022' },
});
