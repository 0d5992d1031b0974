import { migrationStatus } from '@closeout/prisma/deploy';
import { Router } from 'express';

const REUSED_FOR_MS = 1_000;
let stopping = false;

/** From now on this process answers /readyz with 503, so that a balancer sends nobody here while it finishes its work. */
export function beginStopping(): void {
  stopping = true;
}

/**
 * GET /healthz: the process is alive. GET /readyz: it can do its work (database reachable, every migration applied), else 503
 * with the reason. The answer is reused for a second, so that asking often costs the database nothing.
 */
export function healthRouter(databaseUrl: string): Router {
  const router = Router();
  let known: { at: number; reason: Promise<string | undefined> } | undefined;
  const reasonNow = () => {
    if (!known || Date.now() - known.at > REUSED_FOR_MS) known = { at: Date.now(), reason: whyNotReady(databaseUrl) };
    return known.reason;
  };
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    const reason = stopping ? 'stopping' : await reasonNow();
    response.set('Cache-Control', 'no-store').status(reason ? 503 : 200);
    response.json(reason ? { status: 'not ready', reason } : { status: 'ready' });
  });
  return router;
}

/** Strangers may read the answer, so a failure is told by its kind, never by the driver's own words. */
async function whyNotReady(databaseUrl: string): Promise<string | undefined> {
  try {
    const { pending, problem } = await migrationStatus(databaseUrl);
    if (problem) return 'the database does not fit this version';
    return pending.length > 0 ? `${pending.length} migrations are not applied` : undefined;
  } catch {
    return 'the database cannot be reached';
  }
}
