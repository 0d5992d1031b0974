import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import { seedWhenEmpty } from './seed.ts';
import type { DemoLogin } from './seed.ts';

const DEFAULT_PASSWORD = 'closeout-demo';

export interface Demo {
  readonly logins: readonly DemoLogin[];
  /** The password, or in words where to find it: a password chosen by the user is not kept in a file. */
  readonly password: string;
}

/**
 * Seeds the demo into an empty database and remembers its logins in the data folder, so that every later start can print
 * them too. Without a demo the list is empty.
 */
export async function prepareDemo(config: Config, databaseUrl: string, filesDir: string): Promise<Demo> {
  const file = path.join(config.dataDir, 'demo-logins.json');
  const logins = await seedWhenEmpty(databaseUrl, config.demoPassword, filesDir);
  if (logins.length > 0) {
    const chosen = config.demoPassword !== DEFAULT_PASSWORD;
    writeFileSync(file, JSON.stringify({ chosen, logins }, undefined, 2));
    return { logins, password: config.demoPassword };
  }
  if (!existsSync(file)) return { logins: [], password: '' };
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { chosen: boolean; logins: DemoLogin[] };
  return { logins: kept.logins, password: kept.chosen ? 'the DEMO_PASSWORD of the first start' : DEFAULT_PASSWORD };
}
