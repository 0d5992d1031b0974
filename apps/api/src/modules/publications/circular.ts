import { reportDocument, type OfficialDocument } from '@closeout/documents';
import {
  CIRCULAR_STATES,
  DomainError,
  forbidden,
  notFound,
  publicationHandouts,
  shanghaiDay,
  type PublicationHandout,
  type PublicSnapshot,
} from '@closeout/domain';
import type { Publication, PublicationVersion } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { visibleInspection, type InspectionWithBody } from '../imports/inspection-for.ts';
import { named, traceOf } from '../reports/export-files.ts';
import type { Paper } from '../reports/paper-file.ts';

/** What may be handed out of an inspection: exactly the public content of the version that was approved. */
export interface Approved {
  inspection: InspectionWithBody;
  publication: Publication;
  version: PublicationVersion;
  snapshot: PublicSnapshot;
}

/** Loads what was approved for who may take it out in this form; refused before it is approved and once it is taken down. */
export async function approvedText(ctx: Context, inspectionId: string, as: PublicationHandout): Promise<Approved> {
  const inspection = await visibleInspection(ctx, inspectionId);
  const found = await ctx.db.publication.findFirst({
    where: { inspectionId: inspection.id },
    include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  if (found === null) throw notFound('the publication');
  await demandVisible(ctx, ctx.db, 'Publication', found.id, 'the publication');
  const { versions, ...publication } = found;
  const [version] = versions;
  if (version === undefined || !(CIRCULAR_STATES as readonly string[]).includes(found.state))
    throw new DomainError({
      code: 'ILLEGAL_TRANSITION',
      rule: 'publications.circular',
      message: `the public text is handed out once it is approved; it is ${found.state}`,
      params: { state: found.state },
    });
  if (!publicationHandouts(ctx.viewer, publication).includes(as)) throw forbidden('draftPublication');
  return { inspection, publication, version, snapshot: JSON.parse(version.publicContent) as PublicSnapshot };
}

export const circularDocument = ({ publication, snapshot }: Approved): OfficialDocument =>
  reportDocument({
    title: snapshot.title,
    issuingBody: snapshot.body,
    date: shanghaiDay(publication.approvedAt as Date),
    blocks: snapshot.passages,
  });

/** The public text as an official document (公开通报). */
export async function circularPaper(ctx: Context, inspectionId: string): Promise<Paper> {
  const approved = await approvedText(ctx, inspectionId, 'CIRCULAR');
  const { inspection, version } = approved;
  return {
    name: named(ctx, '巡察整改公开通报', inspection),
    document: circularDocument(approved),
    trace: traceOf(inspection, 'exportCircular', { version: version.number, sha256: version.publicSha256 }),
  };
}
