import { createServer } from 'node:http';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { grafserv } from 'postgraphile/grafserv/node';
import { postgraphile } from 'postgraphile';
import { serve, setting } from './serve.ts';

/** PostGraphile 5 as its documentation sets it up, over the same tables and a pool of the same size; it asks nobody who they are. */
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({ connectionString: setting('BENCH_DATABASE'), schemas: ['public'], poolConfig: { max: 10 } }),
  ],
  // The ledger's foreign keys carry the body with them; their indexes are on the record alone, which this plugin takes for none.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
serve(server);
