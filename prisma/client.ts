import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { PrismaClient } from './generated/client/client.ts';

/** The generated Prisma client, under one name for every package. */
export * from './generated/client/client.ts';

/** A client over a pool of the caller's own; its statements are prepared once per connection. The caller ends the pool. */
export function clientOver(pool: Pool): PrismaClient {
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) => createHash('sha1').update(sql).digest('base64url'),
  });
  return new PrismaClient({ adapter });
}
