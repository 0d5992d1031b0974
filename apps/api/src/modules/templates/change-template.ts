import { DomainError, TEMPLATE_MOVES, type TemplateVerb } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { templateTrace } from './own-layout.ts';
import { keptTemplate, shelfOf } from './template.shelf.ts';
import type { TemplateShelf } from './template.type.ts';

type Kept = Awaited<ReturnType<typeof keptTemplate>>;

/** The version, where the verb is legal in its state; its shelf is changed by nobody else meanwhile. */
async function movable(ctx: Context, tx: Transaction, templateId: string, verb: TemplateVerb): Promise<Kept> {
  const { bodyId, kind } = await keptTemplate(ctx, tx, templateId);
  await tx.$queryRaw`SELECT 1 FROM document_template WHERE body_id = ${bodyId}::uuid AND kind::text = ${kind} ORDER BY id FOR UPDATE`;
  const row = await keptTemplate(ctx, tx, templateId);
  if (TEMPLATE_MOVES[verb].from.includes(row.state)) return row;
  throw new DomainError({
    code: 'ILLEGAL_TRANSITION',
    rule: verb === 'removeTemplate' ? 'templates.notInForce' : 'templates.inForceAlready',
    message: `version ${row.number} is ${row.state}`,
    params: { number: row.number },
  });
}

async function changed(
  ctx: Context,
  templateId: string,
  verb: TemplateVerb,
  work: (tx: Transaction, row: Kept) => Promise<Record<string, unknown>>,
): Promise<TemplateShelf> {
  return inTransaction(ctx, async (tx) => {
    const row = await movable(ctx, tx, templateId, verb);
    const more = await work(tx, row);
    const { id, bodyId, kind } = row;
    const after = { kind, ...templateTrace(row), ...more };
    const event: AuditEntry = { verb, recordType: 'DocumentTemplate', recordId: id, bodyId, after };
    return { value: await shelfOf(tx, row), events: [event] };
  });
}

const retired = (ctx: Context) => ({
  state: TEMPLATE_MOVES.removeTemplate.to,
  retiredByName: ctx.viewer.name,
  retiredAt: ctx.now(),
});

/** Documents are laid out by this version from now on; the one before is retired. */
export const putTemplateInForce = (ctx: Context, templateId: string): Promise<TemplateShelf> =>
  changed(ctx, templateId, 'putTemplateInForce', async (tx, { id, bodyId, kind }) => {
    const before = await tx.documentTemplate.findFirst({ where: { bodyId, kind, state: 'IN_FORCE' } });
    if (before !== null) await tx.documentTemplate.update({ where: { id: before.id }, data: retired(ctx) });
    const { to } = TEMPLATE_MOVES.putTemplateInForce;
    const data = { state: to, inForceByName: ctx.viewer.name, inForceAt: ctx.now() };
    await tx.documentTemplate.update({ where: { id }, data });
    return { instead: before?.number ?? null };
  });

/** Back to the built-in layout; the version is kept. */
export const removeTemplate = (ctx: Context, templateId: string): Promise<TemplateShelf> =>
  changed(ctx, templateId, 'removeTemplate', async (tx, { id }) => {
    await tx.documentTemplate.update({ where: { id }, data: retired(ctx) });
    return {};
  });
