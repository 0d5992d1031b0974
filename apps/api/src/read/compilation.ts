import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Source } from './collect.ts';
import type { Later } from './computed.ts';
import type { Guard, Reading, ReadType } from './model.ts';

/** The state of compiling one operation. */
export interface Compilation extends Reading, Source {
  schema: GraphQLSchema;
  /** The ledger of a past day. */
  isPast: boolean;
  /** Rows that the statement may visit at most, by its page sizes: refused beyond a bound. */
  cost: { rows: number; depth: number };
  /** What is computed after the statement. */
  later: Later[];
}

export type Args = Record<string, unknown>;

const MAX_ROWS = 500_000;
const MAX_DEPTH = 12;

/** Compiles what lies below a page of `size` rows of each row so far; refused where the statement might visit too many. */
export function withinRows<T>(c: Compilation, size: number, compile: () => T): T {
  const outer = c.cost.rows;
  c.cost.rows = outer * Math.max(1, size);
  if (c.cost.rows > MAX_ROWS)
    throw new GraphQLError('this query may visit too many rows: ask for smaller pages', {
      extensions: { code: 'TOO_COSTLY', limit: MAX_ROWS, http: { status: 400 } },
    });
  const compiled = compile();
  c.cost.rows = outer;
  return compiled;
}

/** Compiles a record; records nest at most twelve deep. */
export function withinDepth<T>(c: Compilation, compile: () => T): T {
  c.cost.depth += 1;
  if (c.cost.depth > MAX_DEPTH)
    throw new GraphQLError('this query nests records too deep', {
      extensions: { code: 'TOO_DEEP', limit: MAX_DEPTH, http: { status: 400 } },
    });
  const compiled = compile();
  c.cost.depth -= 1;
  return compiled;
}

/** Whether the rows of a related type are bounded by the child's own visibility. */
export function guard(c: Compilation, type: ReadType, row: string, guarded: Guard): string {
  if (guarded === false) return '';
  return ` AND (${guarded === true ? type.visible(row, c) : guarded(row, c)})`;
}
