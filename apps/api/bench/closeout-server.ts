import { NO_RATES } from '../src/api-settings.ts';
import { buildServer } from '../src/server.ts';
import { serve, setting } from './serve.ts';

/** The product's own server, as it is started in production: sessions, authorization and all. */
const { httpServer } = await buildServer({
  databaseUrl: setting('BENCH_DATABASE'),
  filesDir: setting('BENCH_FILES'),
  setupAllowed: false,
  settings: { rates: NO_RATES },
});
serve(httpServer);
