import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestServer } from '@closeout/postgres/testing';
import { deployMigrations } from './deploy.ts';
import { schemaDrift } from './diff.ts';

/**
 * `npm run migrate:new -- NAME`: applies the committed migrations to a throw-away server, compares the result with the Prisma
 * schema, and writes the difference as the next migration. Constraints that Prisma cannot express are added to it by hand.
 */
async function main(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error('Name the migration in lower case with underscores: npm run migrate:new -- add_notices');
  }
  const server = await startTestServer();
  try {
    const url = server.urlOf('closeout');
    await deployMigrations(url);
    const sql = await schemaDrift(url);
    if (!sql) return console.log('The migrations already give the schema: nothing to do.');
    const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
    const file = path.join(
      fileURLToPath(new URL('./migrations/', import.meta.url)),
      `${stamp}_${name}`,
      'migration.sql',
    );
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${sql}\n`);
    console.log(
      `Written: ${path.relative(process.env['INIT_CWD'] ?? process.cwd(), file)}. Read it before you commit it.`,
    );
  } finally {
    await server.stop();
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
