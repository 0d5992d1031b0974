import 'reflect-metadata';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SealingKey } from '@closeout/audit';
import type { Viewer } from '@closeout/domain';
import compression from 'compression';
import express, { type Express, type Request, type RequestHandler } from 'express';
import { pino } from 'pino';
import { DEFAULT_API_SETTINGS, type ApiSettings } from './api-settings.ts';
import type { Config } from './config.ts';
import { openDatabase, type Database } from './db/client.ts';
import { openFileStore } from './files/store.ts';
import { startApollo } from './graphql/apollo.ts';
import type { Context } from './graphql/context.ts';
import { graphqlHandler } from './graphql/http.ts';
import { documentGuard, unreadableBody } from './graphql/limits/document-guard.ts';
import { buildApiSchema } from './graphql/schema.ts';
import { faults, unknownRoute } from './http/faults.ts';
import { consoleRouter } from './http/console.ts';
import { securityHeaders } from './http/security-headers.ts';
import { noteReads } from './modules/audit/note-reads.ts';
import { sealDaily, sealHeads } from './modules/audit/seal-heads.ts';
import { viewerOfRequest } from './modules/access/viewer-of-request.ts';
import { explorerRouter } from './http/explorer.ts';
import { createRateLimits, type RateLimits } from './http/rate-limits.ts';
import { routers } from './http/routers.ts';
import { healthRouter } from './start/health.ts';

export interface ServerOptions {
  config?: Pick<Config, 'host' | 'port'>;
  databaseUrl: string;
  /** Folder of the uploaded files. */
  filesDir: string;
  /** The key that signs the audit trail's heads; without it nothing is sealed. */
  sealingKey?: SealingKey;
  /** Whether /setup may create the first administrator. */
  setupAllowed: boolean;
  /** The clock, settable for tests. */
  now?: () => Date;
  /** Bounds and times that the installation may set; what is absent has its default. */
  settings?: Partial<ApiSettings>;
  /** Folder of the built console; absent while only the API is served. */
  consoleDir?: string;
  /** Folder of the built explorer. */
  explorerDir?: string;
}

/** What the HTTP routes of the slices get. */
export interface Services {
  database: Database;
  options: ServerOptions;
  now: () => Date;
  settings: ApiSettings;
  rateLimits: RateLimits;
  contextOf(request: Request, viewer: Viewer): Context;
}

const APPS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const BODY_LIMIT = '512kb';
/** Where a caller is looked up; signing in has its own limits (modules/access/sign-in-limits.ts). */
const COUNTED = ['/graphql', '/uploads', '/files', '/import', '/export'];
const UNAUTHENTICATED = {
  errors: [{ message: 'sign in, or send a valid token', extensions: { code: 'UNAUTHENTICATED' } }],
};

/** Only POST with exactly application/json reaches GraphQL: nothing that a form or a link of another site can send. */
const onlyJsonPost: RequestHandler = (request, response, next) => {
  const json = /^application\/json\s*(;.*)?$/i.test(request.headers['content-type'] ?? '');
  if (request.method === 'POST' && json) return next();
  response
    .status(request.method === 'POST' ? 415 : 405)
    .set('Allow', 'POST')
    .json({ errors: [{ message: 'send GraphQL by POST as application/json', extensions: { code: 'BAD_REQUEST' } }] });
};

async function graphqlRoutes(services: Services, app: Express, httpServer: Server): Promise<() => Promise<void>> {
  const logger = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }, pino.destination(2));
  const apollo = await startApollo(buildApiSchema(), httpServer, logger);
  const viewers = new WeakMap<object, Viewer>();
  const signedIn: RequestHandler = async (request, response, next) => {
    const viewer = await viewerOfRequest(request, services.database.query, services.now());
    if (viewer === null) {
      response.status(401).json(UNAUTHENTICATED);
      return;
    }
    viewers.set(request, viewer);
    next();
  };
  app.use(
    '/graphql',
    onlyJsonPost,
    signedIn,
    express.json({ limit: BODY_LIMIT }),
    unreadableBody,
    documentGuard(services.settings.limits),
    graphqlHandler(apollo, (request) => services.contextOf(request, viewers.get(request) as Viewer)),
  );
  return () => apollo.stop();
}

function servicesOf(options: ServerOptions, database: Database): Services {
  const files = openFileStore(options.filesDir);
  const now = options.now ?? (() => new Date());
  const settings = { ...DEFAULT_API_SETTINGS, ...options.settings };
  const rateLimits = createRateLimits(settings.rates);
  const contextOf = (request: Request, viewer: Viewer): Context => {
    const answerHeaders = new Map<string, string>();
    const context: Context = {
      viewer,
      db: database.db,
      files,
      now,
      runJson: database.runJson,
      past: database.past,
      origin: viewer.kind === 'TOKEN' ? `token ${request.ip ?? ''}` : (request.ip ?? ''),
      settings,
      idempotencyKey: request.get('idempotency-key'),
      answerHeaders,
      spend: async (cost) => {
        for (const [name, value] of Object.entries(await rateLimits.spend(request, cost)))
          answerHeaders.set(name, value);
      },
      noteReads: (reads) => noteReads(context, reads),
    };
    return context;
  };
  return { database, options, now, settings, rateLimits, contextOf };
}

/** The whole HTTP application: health, sign-in, files, imports, GraphQL, console. Nothing listens until the caller does. */
export async function buildServer(
  options: ServerOptions,
): Promise<{ httpServer: Server; app: Express; stop: () => Promise<void> }> {
  const database = openDatabase(options.databaseUrl);
  // A cursor of the feed is known by the run in which it was given.
  await database.query('SELECT feed.begin_run()', []);
  // Where its role is missing, public pages alone do not open; the log says why.
  await database.query('SELECT published.open_to_public()', []);
  const services = servicesOf(options, database);
  const { now } = services;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', services.settings.trustedProxies.length > 0 && [...services.settings.trustedProxies]);
  const httpServer = createServer(app);
  httpServer.requestTimeout = 120_000;
  httpServer.headersTimeout = 20_000;
  app.use(securityHeaders);
  app.use(healthRouter(options.databaseUrl));
  app.use(COUNTED, services.rateLimits.count);
  for (const router of routers) app.use(router(services));
  // What the console reads, for slow lines; uploads and exports above are compressed formats already.
  app.use(compression({ level: 4 }));
  const { sealingKey } = options;
  const sealing =
    sealingKey &&
    sealDaily(
      (at) => sealHeads(database.db, sealingKey, at),
      now,
      (error) => console.error(`The audit trail could not be sealed: ${String(error)}`),
    );
  const stopApollo = await graphqlRoutes(services, app, httpServer);
  app.use(explorerRouter(services, options.explorerDir ?? path.join(APPS, 'explorer/dist')));
  app.use(consoleRouter(options.consoleDir ?? path.join(APPS, 'console/dist')));
  app.use(unknownRoute);
  app.use(faults);
  return {
    httpServer,
    app,
    stop: async () => {
      sealing?.stop();
      await stopApollo();
      await database.stop();
    },
  };
}
