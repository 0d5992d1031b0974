import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTemplate, startTestServer } from '@closeout/postgres/testing';
import { deployMigrations } from '@closeout/prisma/deploy';
import { seedDemo } from '@closeout/prisma/seed/index';

/** One real PostgreSQL server with the seeded demo as a template; the journeys copy it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const server = await startTestServer({ durable: true });
  const filesDir = mkdtempSync(path.join(tmpdir(), 'closeout-journeys-'));
  const template = await createTemplate(server, 'journeys_template', async (url) => {
    await deployMigrations(url);
    await seedDemo(url, { password: 'closeout-demo', filesDir });
  });
  const empty = await createTemplate(server, 'empty_template', deployMigrations);
  process.env['JOURNEYS'] = JSON.stringify({
    adminUrl: server.adminUrl,
    appUrl: server.urlOf('closeout'),
    template,
    empty,
    filesDir,
  });
  return async () => {
    await server.stop();
    rmSync(filesDir, { recursive: true, force: true });
  };
}
