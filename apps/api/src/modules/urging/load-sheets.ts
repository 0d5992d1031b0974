import { grantsWith } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { decodeId, encodeId } from '../../read/ids.ts';
import { departmentLines } from './urge-lines.ts';
import type { UrgeSheet } from './urging.type.ts';

/** What lists sent today would say; empty for an inspection that is absent or holds nothing the viewer reads. */
export async function loadSheets(ctx: Context, id: string): Promise<UrgeSheet[]> {
  const decoded = decodeId(id);
  // a list names persons and what they owe: for accounts alone
  if (decoded?.prefix !== 'ins' || ctx.viewer.kind === 'TOKEN') return [];
  const sheets = await departmentLines(ctx, ctx.db, decoded.uuid);
  const maySend = grantsWith(ctx.viewer, 'sendUrge').length > 0;
  return sheets.map(({ departmentId, departmentName, lastSentAt, lines }) => ({
    departmentId: departmentId === null ? null : encodeId('dep', departmentId),
    departmentName,
    lastSentAt: lastSentAt === null ? null : lastSentAt.toISOString(),
    maySend: maySend && departmentId !== null,
    lines: lines.map((line) => ({ ...line, findingId: encodeId('fnd', line.findingId) })),
  }));
}
