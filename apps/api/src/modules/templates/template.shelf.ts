import { PLACEHOLDERS, type Placeholder } from '@closeout/documents';
import { keptTemplates, mayKeepTemplate, notFound, templateVerbs, type TemplatePlace } from '@closeout/domain';
import type { Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { decodeId, encodeId, uuidOf } from '../../read/ids.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import type { TemplateFile } from './own-layout.ts';
import type { DocumentTemplate, TemplatePlaceholder, TemplateShelf } from './template.type.ts';

type Row = Prisma.DocumentTemplateGetPayload<object>;
/** Versions that a shelf shows, the newest first. */
const SHOWN = 50;

/** Every name with the list that it stands in, the items of a list after it. */
const named = (all: readonly Placeholder[], within: string | null = null): TemplatePlaceholder[] =>
  all.flatMap(({ name, means: [means, meansInEnglish], items }) => [
    { name, within, isList: items !== undefined, means, meansInEnglish },
    ...named(items ?? [], name),
  ]);

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const shown = (row: Row): DocumentTemplate => ({
  id: encodeId('tpl', row.id),
  number: row.number,
  fileName: row.fileName,
  state: row.state,
  uploadedByName: row.uploadedByName,
  uploadedAt: row.uploadedAt.toISOString(),
  inForceByName: row.inForceByName,
  inForceAt: iso(row.inForceAt),
  retiredByName: row.retiredByName,
  retiredAt: iso(row.retiredAt),
  viewerCan: templateVerbs(row.state),
});

/** One document of a body with its versions. The caller has checked that the viewer keeps it. */
export async function shelfOf(db: Transaction, { bodyId, kind }: TemplatePlace): Promise<TemplateShelf> {
  const body = await db.body.findUniqueOrThrow({ where: { id: bodyId }, select: { shortName: true } });
  const rows = await db.documentTemplate.findMany({ where: { bodyId, kind }, orderBy: { number: 'desc' }, take: SHOWN }); // prettier-ignore
  return {
    bodyId: encodeId('bdy', bodyId),
    bodyName: body.shortName,
    kind,
    placeholders: named(PLACEHOLDERS[kind]),
    versions: rows.map(shown),
  };
}

/** Every shelf that the viewer keeps; empty for everybody else. */
export async function templateShelves(ctx: Context): Promise<TemplateShelf[]> {
  const shelves: TemplateShelf[] = [];
  for (const place of keptTemplates(ctx.viewer)) shelves.push(await shelfOf(ctx.db, place));
  return shelves;
}

/** A version that the viewer keeps; one of another body answers like an absent one. */
export async function keptTemplate(ctx: Context, db: Transaction, templateId: string): Promise<Row & TemplateFile> {
  const id = uuidOf(templateId, 'tpl', 'the template');
  const row = await db.documentTemplate.findUnique({ where: { id } });
  if (row === null || !mayKeepTemplate(ctx.viewer, row)) throw notFound('the template');
  return row;
}

/** The body whose document is asked for, where the viewer keeps its templates; else as if it did not exist. */
export function keptPlace(ctx: Context, bodyId: string, kind: TemplatePlace['kind']): TemplatePlace {
  const decoded = decodeId(bodyId);
  const place = { bodyId: decoded?.prefix === 'bdy' ? decoded.uuid : '', kind };
  if (!mayKeepTemplate(ctx.viewer, place)) throw notFound('the body');
  return place;
}
