import { reportDocument } from '@closeout/documents';
import { CIRCULAR_STATES, DomainError, notFound, shanghaiDay, type PublicSnapshot } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { visibleInspection } from '../imports/inspection-for.ts';
import { named, traceOf } from '../reports/export-files.ts';
import type { Paper } from '../reports/paper-file.ts';

/** The public text as an official document (公开通报): exactly the public content of the version that was approved, never before. */
export async function circularPaper(ctx: Context, inspectionId: string): Promise<Paper> {
  const inspection = await visibleInspection(ctx, inspectionId);
  const found = await ctx.db.publication.findFirst({
    where: { inspectionId: inspection.id },
    include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  if (found === null) throw notFound('the publication');
  await demandVisible(ctx, ctx.db, 'Publication', found.id, 'the publication');
  const [version] = found.versions;
  if (version === undefined || !(CIRCULAR_STATES as readonly string[]).includes(found.state))
    throw new DomainError({
      code: 'ILLEGAL_TRANSITION',
      rule: 'publications.circular',
      message: `the public document is handed out once it is approved; it is ${found.state}`,
      params: { state: found.state },
    });
  const { title, body, passages } = JSON.parse(version.publicContent) as PublicSnapshot;
  return {
    name: named(ctx, '巡察整改公开通报', inspection),
    document: reportDocument({
      title,
      issuingBody: body,
      date: shanghaiDay(found.approvedAt as Date),
      blocks: passages,
    }),
    trace: traceOf(inspection, 'exportCircular', { version: version.number, sha256: version.publicSha256 }),
  };
}
