import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildApiSchema } from './src/graphql/schema.ts';

/** Writes the committed contract apps/api/schema.graphql; the API test compares it with the built schema. */
writeFileSync(
  new URL('./schema.graphql', import.meta.url),
  `${printSchema(lexicographicSortSchema(buildApiSchema()))}\n`,
);
