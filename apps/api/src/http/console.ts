import path from 'node:path';
import express, { Router } from 'express';

/** Serves the built console: hashed assets for a year, the pages afresh; every other path is a page of the console. */
export function consoleRouter(folder: string): Router {
  const router = Router();
  router.use(
    '/assets',
    express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }),
  );
  router.use(express.static(folder, { index: false, cacheControl: false }));
  router.get(/^\/(?!assets\/|graphql|files\/|healthz|readyz).*/, (_request, response, next) => {
    response.sendFile(path.join(folder, 'index.html'), { cacheControl: false }, (error) => {
      if (error) next(error);
    });
  });
  return router;
}
