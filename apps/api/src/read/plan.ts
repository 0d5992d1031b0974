import type { Viewer } from '@closeout/domain';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Later } from './computed.ts';

/** A compiled operation: one statement with its values, and what is computed from its answer. */
export interface Plan {
  text: string;
  values: readonly unknown[];
  later: readonly Later[];
  /** Whether the answer may hold notes of what was read. */
  noted: boolean;
}

/** Everything that a plan depends on. */
export interface PlanInput {
  document: DocumentNode;
  operationName: string | null | undefined;
  variables: Record<string, unknown>;
  viewer: Viewer;
  today: string;
  isPast: boolean;
}

const MAX_PLANS = 1_000;
/** A viewer with the grants of hundreds of bodies, or a long text as variable, is compiled anew each time. */
const MAX_KEY = 8_000;

const plans = new LRUCache<string, Plan>({ max: MAX_PLANS });
const numbers = new WeakMap<DocumentNode, number>();
let documents = 0;

function numberOf(document: DocumentNode): number {
  const known = numbers.get(document);
  if (known !== undefined) return known;
  documents += 1;
  numbers.set(document, documents);
  return documents;
}

/** Sums are coerced to bigint, which JSON does not know. */
const written = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value);

/**
 * The plan of an operation, from memory when exactly the same was asked before: compiling is a pure function of document,
 * variables, viewer and day, and all of them are the key. So nothing of one viewer or one question can get into another's.
 */
export function planOf(input: PlanInput, compile: (input: PlanInput) => Plan): Plan {
  const { document, operationName, variables, viewer, today, isPast } = input;
  const key = JSON.stringify([numberOf(document), operationName ?? null, variables, viewer, today, isPast], written);
  if (key.length > MAX_KEY) return compile(input);
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = compile(input);
  plans.set(key, plan);
  return plan;
}
