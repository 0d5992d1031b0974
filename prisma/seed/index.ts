import { shanghaiDay } from '@closeout/domain';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../generated/client/client.ts';
import { seedAfterwards } from './afterwards.ts';
import { seedBodies } from './bodies.ts';
import { seedFilings } from './filings.ts';
import { seedDeputies } from './deputies.ts';
import { seedFindings } from './findings.ts';
import { seedInspectionFacts } from './inspection-facts.ts';
import { seedHandover } from './handovers.ts';
import { seedImport } from './imports.ts';
import { seedPublication } from './publications.ts';
import { seedNotices } from './notices.ts';
import { demoLogins, seedPeople } from './people.ts';
import type { DemoLogin } from './people.ts';
import { writeRows } from './rows.ts';
import { createScanStore } from './scans.ts';
import { createStage } from './stage.ts';

export interface SeedOptions {
  /** The password of every demo account. */
  password: string;
  /** Calendar day in Asia/Shanghai that deadlines "soon" and "overdue" count from; default: the day of seeding. */
  today?: string;
  /** Folder of the uploaded files; the generated scans are stored there under their SHA-256. */
  filesDir?: string;
}

async function withClient<Answer>(
  connectionString: string,
  work: (client: PrismaClient) => Promise<Answer>,
): Promise<Answer> {
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString }) });
  try {
    return await work(client);
  } finally {
    await client.$disconnect();
  }
}

/** Whether nobody has put anything into this (migrated) database: no body and no account. */
export async function isEmpty(connectionString: string): Promise<boolean> {
  return withClient(connectionString, async (client) => {
    const [body, account] = await Promise.all([client.body.findFirst(), client.account.findFirst()]);
    return body === null && account === null;
  });
}

/**
 * Fills an empty, migrated database with the demo: three inspected bodies of a fictional city in one round, with findings in
 * every state. All in one transaction; the same day and content give the same rows. Returns the logins.
 */
export async function seedDemo(connectionString: string, options: SeedOptions): Promise<DemoLogin[]> {
  const today = options.today ?? shanghaiDay(new Date());
  const stage = createStage(today, createScanStore(options.filesDir));
  seedBodies(stage);
  await seedPeople(stage, options.password);
  seedImport(stage);
  seedFindings(stage);
  seedAfterwards(stage);
  seedInspectionFacts(stage);
  seedFilings(stage);
  seedDeputies(stage);
  seedHandover(stage);
  seedNotices(stage);
  seedPublication(stage);
  await withClient(connectionString, (client) => writeRows(client, stage.rows));
  return demoLogins();
}
