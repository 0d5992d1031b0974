import { writeBundle } from '@closeout/disclosure';
import { writeOfficialDocx } from '@closeout/documents';
import { shanghaiDay } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { approvedText, circularDocument } from '../publications/circular.ts';
import { encodeId } from '../../read/ids.ts';
import { named, traceOf, type Export } from '../reports/export-files.ts';
import { exportJob } from '../reports/export-jobs.ts';

/** Pages, document, data and sums of the approved text, to be put on the government's site as they are. */
export async function publicSite(ctx: Context, inspectionId: string): Promise<Export> {
  const approved = await approvedText(ctx, inspectionId, 'BUNDLE');
  const { inspection, publication, version, snapshot } = approved;
  const bytes = await writeBundle({
    snapshot,
    content: version.publicContent,
    publishedOn: shanghaiDay(publication.publishedAt ?? ctx.now()),
    circular: await writeOfficialDocx(circularDocument(approved)),
  });
  const file = { fileName: `${named(ctx, '巡察整改公开网页', inspection)}.zip`, mediaType: 'application/zip', bytes };
  const after = { format: 'zip', version: version.number, sha256: version.publicSha256 };
  return { file, trace: traceOf(inspection, 'exportPublicSite', after) };
}

/** The same in the background, by whoever may take it out. */
export const publicSiteJob = exportJob(
  async (ctx, { inspectionId }) => void (await approvedText(ctx, encodeId('ins', inspectionId), 'BUNDLE')),
  (ctx, { inspectionId }) => publicSite(ctx, encodeId('ins', inspectionId)),
  (_, made) => Promise.resolve(made),
);
