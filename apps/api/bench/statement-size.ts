import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import { openDatabase } from '../src/db/client.ts';
import { buildApiSchema } from '../src/graphql/schema.ts';
import { viewerOfSession } from '../src/modules/access/load-viewer.ts';
import { readOperation } from '../src/read/reader.ts';
import { secretOf, uuidIn } from './build.ts';
import type { Size } from './predict.ts';

/** A node of EXPLAIN's JSON, as far as it is looked at. */
interface PlanNode {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

const looksIntoTable = (type: string): boolean => type.endsWith('Scan') && type !== 'Subquery Scan';

function readsOf(node: PlanNode): number {
  const own = 1 + node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0);
  const below = (node.Plans ?? []).reduce((sum, inner) => sum + readsOf(inner), 0);
  return below + (looksIntoTable(node['Node Type']) ? own * node['Actual Loops'] : 0);
}

const namesOf = (json: string): number => json.match(/"[^"\\]*" ?:/g)?.length ?? 0;

/** What the one statement of each selection reads and gathers for the secretary of body 1. */
export async function statementSizes(databaseUrl: string, documents: readonly string[]): Promise<Size[]> {
  const database = openDatabase(databaseUrl);
  try {
    const now = new Date();
    const secret = createHash('sha256').update(secretOf('secretary')).digest();
    const viewer = await viewerOfSession(database.query, secret, now.toISOString().slice(0, 10), now);
    if (viewer === null) throw new Error('the session of the secretary is not there');
    const schema = buildApiSchema();
    const sizes: Size[] = [];
    for (const document of documents) {
      const size: Size = { kilobytes: 0, reads: 0, names: 0 };
      const runJson = async (text: string, values: readonly unknown[]): Promise<string | null> => {
        const [explained] = await database.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
          `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
          values,
        );
        const json = await database.runJson(text, values);
        size.reads = explained === undefined ? 0 : Math.round(readsOf(explained['QUERY PLAN'][0].Plan));
        size.kilobytes = Buffer.byteLength(json ?? '') / 1_024;
        size.names = namesOf(json ?? '');
        return json;
      };
      const context = { viewer, now: () => now, runJson, noteReads: async () => undefined };
      await readOperation(context, schema, parse(document), null, { body: `bdy_${uuidIn('body', 1)}` });
      sizes.push(size);
    }
    return sizes;
  } finally {
    await database.stop();
  }
}
