import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { NO_RATES } from '../src/api-settings.ts';
import { buildServer } from '../src/server.ts';

/** The product's own server over the drill's database, on the drill's port; runs until it is killed. */
const { DATABASE_URL = '', FILES_DIR = '', DRILL_PORT = '0' } = process.env;
const server = await buildServer({
  databaseUrl: DATABASE_URL,
  filesDir: FILES_DIR,
  setupAllowed: false,
  settings: { rates: NO_RATES },
});
server.httpServer.listen(Number(DRILL_PORT), '127.0.0.1');
await once(server.httpServer, 'listening');
process.send?.((server.httpServer.address() as AddressInfo).port);
