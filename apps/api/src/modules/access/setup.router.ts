import { Router, type Request, type Response } from 'express';
import { clientOf, jsonRoute, refuse, textOf } from '../../http/json-route.ts';
import type { Services } from '../../server.ts';
import { readSetUp, setUp } from './set-up.ts';

/** POST /setup: the first three administrators of an empty installation, by the one-time link that the server printed. */
export function setupRouter(services: Services): Router {
  const router = Router();
  router.post('/setup', jsonRoute, async (request: Request, response: Response) => {
    if (!services.options.setupAllowed) {
      response
        .status(404)
        .json({ code: 'NOT_FOUND', rule: 'setup.off', message: 'this installation is set up already' });
      return;
    }
    try {
      const accounts = await setUp(
        services,
        readSetUp((key) => textOf(request, key)),
        clientOf(request),
      );
      response.status(201).json({ ok: true, accounts });
    } catch (error) {
      refuse(response, error);
    }
  });
  return router;
}
