import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { dropLocales } from './build/drop-locales.ts';
import { inlineDocuments } from './build/inline-documents.ts';
import { oldBrowsers } from './build/old-browsers.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = process.env.API_ORIGIN ?? 'http://127.0.0.1:4000';
const SERVER_PATHS = ['/graphql', '/session', '/setup', '/files', '/import', '/export', '/reports'];

/**
 * The console is plain static files; in development every path the API owns is passed on to it. A browser asking for
 * a page (Accept: text/html) always gets the console, so `/setup` can be both a page and an endpoint.
 */
export default defineConfig({
  root: here('.'),
  plugins: [dropLocales(), inlineDocuments(here('./src/gql/graphql.ts')), react(), oldBrowsers()],
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: ['es2020', 'chrome87', 'firefox115'],
    cssTarget: ['chrome87', 'firefox115'],
    assetsInlineLimit: 0,
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      SERVER_PATHS.map((path) => [
        path,
        {
          target: api,
          bypass: (request: { method?: string; headers: { accept?: string }; url?: string }) =>
            request.method === 'GET' && request.headers.accept?.includes('text/html') ? request.url : undefined,
        },
      ]),
    ),
  },
});
