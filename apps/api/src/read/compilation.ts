import type { GraphQLSchema } from 'graphql';
import type { Source } from './collect.ts';
import type { Later } from './computed.ts';
import type { Guard, Reading, ReadType } from './model.ts';

/** The state of compiling one operation. */
export interface Compilation extends Reading, Source {
  schema: GraphQLSchema;
  /** The ledger of a past day. */
  isPast: boolean;
  /** graphql-js completes the answer, and asks each value of an interface for its type. */
  isResolved: boolean;
  /** What is computed after the statement. */
  later: Later[];
  /** Whether the statement may answer records whose reading is noted. */
  notes: { found: boolean };
}

export type Args = Record<string, unknown>;

/** Whether the rows of a related type are bounded by the child's own visibility. */
export function guard(c: Compilation, type: ReadType, row: string, guarded: Guard): string {
  if (guarded === false) return '';
  return ` AND (${guarded === true ? type.visible(row, c) : guarded(row, c)})`;
}
