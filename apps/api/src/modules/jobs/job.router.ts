import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { attachment } from '../../http/attachment.ts';
import type { Services } from '../../server.ts';
import { signedIn } from '../imports/http-answers.ts';
import { resultFor } from './job-result.ts';
import { openResults } from './results.ts';

/** GET /export/job/job_…: what a job has made, by a link (session cookie), for its owner alone. */
export function jobRouter(services: Services): Router {
  const router = Router();
  const results = openResults(services.options.filesDir);
  router.get(
    '/export/job/:jobId',
    signedIn(services, true, async (ctx, request, response) => {
      const { name, ...file } = await resultFor(ctx, String(request.params['jobId']));
      const { size } = await stat(results.pathOf(name));
      if (size !== file.size) throw new Error(`the result ${name} has ${size} bytes, its row says ${file.size}`);
      response.status(200).set(attachment(file));
      await pipeline(createReadStream(results.pathOf(name)), response);
    }),
  );
  return router;
}
