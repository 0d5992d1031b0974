import { isEmpty, seedDemo } from '@closeout/prisma/seed/index';

/** A way into the demo: what the person types and what they will see. */
export interface DemoLogin {
  readonly login: string;
  readonly roleName: string;
  readonly body: string;
}

/** Fills an empty database with the demo and returns its logins; a database with data is left alone and gives none. */
export async function seedWhenEmpty(databaseUrl: string, password: string, filesDir: string): Promise<DemoLogin[]> {
  if (!(await isEmpty(databaseUrl))) return [];
  return seedDemo(databaseUrl, { password, filesDir });
}
