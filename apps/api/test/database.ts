import { cloneDatabase, dropDatabase, withDatabase } from '@closeout/postgres/testing';
import { inject } from 'vitest';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of this test file's own with every migration applied and nothing in it (some 50 ms). Drop it in afterAll. */
export function freshDatabase(template = inject('postgres').template): Promise<TestDatabase> {
  return open(template);
}

async function open(template: string): Promise<TestDatabase> {
  const url = await cloneDatabase(server(), template);
  return { url, drop: () => dropDatabase(server(), url) };
}

function server() {
  const { adminUrl, appUrl } = inject('postgres');
  return { adminUrl, urlOf: (database: string) => withDatabase(appUrl, database) };
}
