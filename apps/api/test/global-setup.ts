import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cloneDatabase, createTemplate, startTestServer } from '@closeout/postgres/testing';
import { deployMigrations } from '@closeout/prisma/deploy';
import { seedDemo } from '@closeout/prisma/seed/index';
import type { TestProject } from 'vitest/node';
import { TODAY } from './today.ts';

/** What the tests need to reach the run's PostgreSQL server; plain data, because it crosses to the workers. */
export interface TestPostgres {
  readonly adminUrl: string;
  /** Any database of the server, as the product's role; the name is exchanged for that of the clone. */
  readonly appUrl: string;
  /** A migrated, empty database that nobody is connected to. */
  readonly template: string;
  /** The same filled with the demo. */
  readonly demo: string;
  /** The demo's files, to be copied. */
  readonly demoFiles: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres;
  }
}

/** One real PostgreSQL server for the whole run, and on it a migrated database, empty and with the demo: each test file copies one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const template = await createTemplate(server, 'closeout_template', deployMigrations);
  const demo = 'closeout_demo_template';
  const demoFiles = await mkdtemp(path.join(tmpdir(), 'closeout-demo-files-'));
  await seedDemo(await cloneDatabase(server, template, demo), {
    password: 'closeout-demo',
    today: TODAY,
    filesDir: demoFiles,
  });
  project.provide('postgres', {
    adminUrl: server.adminUrl,
    appUrl: server.urlOf('closeout'),
    template,
    demo,
    demoFiles,
  });
  return async () => {
    await server.stop();
    await rm(demoFiles, { recursive: true, force: true });
  };
}
