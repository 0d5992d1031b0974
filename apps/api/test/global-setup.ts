import { createTemplate, startTestServer } from '@closeout/postgres/testing';
import { deployMigrations } from '@closeout/prisma/deploy';
import type { TestProject } from 'vitest/node';

/** What the tests need to reach the run's PostgreSQL server; plain data, because it crosses to the workers. */
export interface TestPostgres {
  readonly adminUrl: string;
  /** Any database of the server, as the product's role; the name is exchanged for that of the clone. */
  readonly appUrl: string;
  /** A migrated, empty database that nobody is connected to. */
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres;
  }
}

/** One real PostgreSQL server for the whole run, and one migrated database on it, which each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const template = await createTemplate(server, 'closeout_template', deployMigrations);
  project.provide('postgres', { adminUrl: server.adminUrl, appUrl: server.urlOf('closeout'), template });
  return () => server.stop();
}
