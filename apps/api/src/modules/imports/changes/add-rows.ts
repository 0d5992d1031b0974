import type { TableAddition } from '@closeout/documents';
import { DomainError } from '@closeout/domain';
import type { Context } from '../../../graphql/context.ts';
import { decodeId, encodeId } from '../../../read/ids.ts';
import { addAction } from '../../actions/add-action.ts';
import type { Transaction } from '../../audit/in-transaction.ts';
import { createFinding } from '../../findings/create-finding.ts';

/** What a table added; uuids. */
export interface Created {
  findings: string[];
  actions: string[];
}

const versionOf = async (tx: Transaction, id: string): Promise<number> =>
  (await tx.finding.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;

async function newFinding(ctx: Context, inspectionId: string, row: TableAddition): Promise<string> {
  const title = row.title ?? '';
  const details = row.description === null || row.description === title ? '' : `\n${row.description}`;
  return createFinding(ctx, {
    inspectionId: encodeId('ins', inspectionId),
    title,
    description: `${title}${details}`,
    ...(row.aspect === null ? {} : { aspect: row.aspect }),
  });
}

/** Registers accepted rows without a record: findings by the clerk's own operation, actions under theirs. */
export async function addRows(
  ctx: Context,
  tx: Transaction,
  inspectionId: string,
  rows: readonly TableAddition[],
): Promise<Created> {
  const created: Created = { findings: [], actions: [] };
  const begun = new Map<number, string>();
  for (const row of rows) {
    if (row.kind === 'FINDING') {
      const id = await newFinding(ctx, inspectionId, row);
      created.findings.push(id);
      begun.set(row.row, id);
    }
    if (row.measure === null) continue;
    const findingId = row.findingId === null ? begun.get(row.begunAt ?? 0) : decodeId(row.findingId)?.uuid;
    if (findingId === undefined)
      throw new DomainError({ code: 'INVALID', rule: 'imports.findingLeftOut', field: 'file', message: `row ${row.row} belongs to a new finding that is left out`, params: { row: row.row } }); // prettier-ignore
    const version = await versionOf(tx, findingId);
    created.actions.push(await addAction(ctx, { findingId: encodeId('fnd', findingId), version, text: row.measure }));
  }
  return created;
}
