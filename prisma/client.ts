import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { PrismaClient } from './generated/client/client.ts';

/** The generated Prisma client, under one name for every package. */
export * from './generated/client/client.ts';

/**
 * A client over a pool of the caller's own; its statements are prepared once per connection. The caller ends the pool. With
 * the schema `as_of` it reads the tables as they were (the migration `history` says how).
 */
export function clientOver(pool: Pool, schema?: 'as_of'): PrismaClient {
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) =>
      createHash('sha1')
        .update(`${schema ?? ''} ${sql}`)
        .digest('base64url'),
    ...(schema && { schema }),
  });
  return new PrismaClient({ adapter });
}
