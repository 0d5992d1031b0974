import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** GraphiQL brings its fonts inside its style sheet, which the content security policy refuses: the system's fonts do. */
const systemFonts = (): Plugin => ({
  name: 'closeout:system-fonts',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.css') ? code.replaceAll(/@font-face\s*\{[^}]*url\(["']?data:font[^}]*\}/g, '') : undefined,
});

/** The explorer is static files under /explorer, served to who is signed in (apps/api/src/http/explorer.ts). */
export default defineConfig({
  root: here('.'),
  base: '/explorer/',
  plugins: [systemFonts()],
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: ['es2020', 'chrome87', 'firefox115'],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
  },
});
