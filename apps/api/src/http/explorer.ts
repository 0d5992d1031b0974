import path from 'node:path';
import express, { Router, type RequestHandler } from 'express';
import { viewerOfRequest } from '../modules/access/viewer-of-request.ts';
import type { Services } from '../server.ts';

/** Serves GraphiQL to who is signed in or has a token; anybody else is sent to sign in. The policy is everybody's. */
export function explorerRouter(services: Services, folder: string): Router {
  const router = Router();
  const onlySignedIn: RequestHandler = async (request, response, next) => {
    const viewer = await viewerOfRequest(request, services.database.query, services.now(), true);
    if (viewer !== null) return next();
    response.redirect(303, '/sign-in');
  };
  router.use('/explorer', services.rateLimits.count, onlySignedIn);
  router.use(
    '/explorer/assets',
    express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }),
  );
  router.get(/^\/explorer\/?$/, (_request, response, next) => {
    response.sendFile(path.join(folder, 'index.html'), { cacheControl: false }, (error) => {
      if (error) next(error);
    });
  });
  return router;
}
