import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { publicText } from '@closeout/audit';
import { forbidden } from '@closeout/domain';
import { Router } from 'express';
import type { Context } from '../../graphql/context.ts';
import type { Services } from '../../server.ts';
import { holdsAll } from '../access/visibility.ts';
import { signedIn } from '../imports/http-answers.ts';
import { exportTrail } from './export-trail.ts';
import { inTransaction } from './in-transaction.ts';

const demandAuditor = (ctx: Context): void => {
  if (!holdsAll(ctx.viewer, 'readAudit')) throw forbidden('readAudit');
};

/** GET /export/audit.tsv, the whole trail; GET /export/audit-key.pem, the public key to verify it with. Audit administrators. */
export function auditRouter(services: Services): Router {
  const router = Router();
  router.get(
    '/export/audit.tsv',
    signedIn(services, true, async (ctx, _request, response) => {
      demandAuditor(ctx);
      await inTransaction(ctx, async () => ({
        value: null,
        events: [{ verb: 'exportAudit', recordType: 'AuditEvent', recordId: null, bodyId: null }],
      }));
      response.status(200).set({
        'Content-Type': 'text/tab-separated-values; charset=utf-8',
        'Content-Disposition': 'attachment; filename="audit.tsv"',
        'Cache-Control': 'private, no-store',
      });
      await pipeline(Readable.from(exportTrail(ctx.db, null)), response);
    }),
  );
  router.get(
    '/export/audit-key.pem',
    signedIn(services, true, async (ctx, _request, response) => {
      demandAuditor(ctx);
      const { sealingKey } = services.options;
      response.status(sealingKey ? 200 : 404).set({
        'Content-Type': 'application/x-pem-file',
        'Content-Disposition': 'attachment; filename="audit-key.pem"',
        'Cache-Control': 'private, no-store',
      });
      response.send(sealingKey ? publicText(sealingKey.publicKey) : '');
      return Promise.resolve();
    }),
  );
  return router;
}
