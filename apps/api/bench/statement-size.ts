import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import { openDatabase } from '../src/db/client.ts';
import { buildApiSchema } from '../src/graphql/schema.ts';
import { viewerOfSession } from '../src/modules/access/load-viewer.ts';
import { readOperation } from '../src/read/reader.ts';
import { secretOf, uuidIn } from './build.ts';
import { sizeOf, type Size } from './predict.ts';

/** The statement's text as JSON: without the marks around what computed fields are computed from (read/computed.ts). */
const plain = (text: string): string =>
  text.replaceAll(/\u0001\d+:\u0002/g, 'null').replaceAll(/\u0001\d+:|\u0002/g, '');

/** How much JSON the one statement of each selection gathers for the secretary of body 1. */
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
      let gathered = '';
      const runJson = async (text: string, values: readonly unknown[]): Promise<string | null> =>
        (gathered = (await database.runJson(text, values)) ?? 'null');
      await readOperation({ viewer, now: () => now, runJson }, schema, parse(document), null, {
        body: `bdy_${uuidIn('body', 1)}`,
      });
      sizes.push(sizeOf(plain(gathered)));
    }
    return sizes;
  } finally {
    await database.stop();
  }
}
