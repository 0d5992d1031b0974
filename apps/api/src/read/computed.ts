import { getNamedType, isObjectType, type FieldNode, type GraphQLObjectType, type SelectionSetNode } from 'graphql';
import { collectFields, subselections } from './collect.ts';
import type { Compilation } from './compilation.ts';
import { anyJson, objectJson, type Json } from './json.ts';
import type { ComputedField } from './model.ts';

/** Around what a field is computed from. JSON has no control characters, so these stand nowhere else in the statement's text. */
const OPEN = '\u0001';
const CLOSE = '\u0002';

/** A field that the domain computes from facts of its row, after the statement. */
export interface Later {
  compute: (needs: Record<string, unknown>) => unknown;
  needs: ComputedField['needs'];
  /** The earlier field of the same row whose facts serve this one too. */
  sharesWith: number | null;
}

/** Gives a plain value the shape of the selection: response keys, nested objects, __typename. */
function shaped(
  c: Compilation,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
  value: unknown,
): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((one) => shaped(c, type, sets, one));
  const answer: Record<string, unknown> = {};
  for (const [key, nodes] of collectFields(c, type.name, sets)) {
    const name = (nodes[0] as FieldNode).name.value;
    if (name === '__typename') {
      answer[key] = type.name;
      continue;
    }
    const inner = getNamedType(type.getFields()[name]?.type);
    const own = (value as Record<string, unknown>)[name] ?? null;
    answer[key] = isObjectType(inner) ? shaped(c, inner, subselections(nodes), own) : own;
  }
  return answer;
}

const sameNeeds = (a: ComputedField['needs'], b: ComputedField['needs']): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([key, needed]) => b[key] === needed);

/** What may be done with a record, by the name that every type gives it: nothing on a day of the past. */
const ACTS = new Set(['viewerCan', 'transitions']);

/** Writes the facts of a computed field between marks; `before` are the fields of the same row that did so already. */
export function computedJson(
  c: Compilation,
  parent: GraphQLObjectType,
  field: ComputedField,
  row: string,
  nodes: readonly FieldNode[],
  before: number[],
): Json {
  const { value: name } = (nodes[0] as FieldNode).name;
  const inner = getNamedType(parent.getFields()[name]?.type);
  const compute: Later['compute'] = (needs) => {
    const value = c.isPast && ACTS.has(name) ? [] : field.value(needs, c);
    return isObjectType(inner) ? shaped(c, inner, subselections(nodes), value) : value;
  };
  const sharesWith = before.find((at) => sameNeeds(c.later[at]?.needs ?? {}, field.needs)) ?? null;
  const at = c.later.push({ compute, needs: field.needs, sharesWith }) - 1;
  if (sharesWith !== null) return [`${OPEN}${at}:${CLOSE}`];
  before.push(at);
  const needs = Object.entries(field.needs).map(([key, needed]) => {
    const value = needed(row, c);
    return [key, typeof value === 'string' ? anyJson(value) : value] as const;
  });
  return [`${OPEN}${at}:`, ...objectJson(needs), CLOSE];
}

/** Puts the computed values where the statement's text has their facts; the rest of the text stays as it is. */
export function settle(text: string, later: readonly Later[]): string {
  if (later.length === 0) return text;
  const [head = '', ...parts] = text.split(OPEN);
  const facts: Record<number, Record<string, unknown>> = {};
  return parts.reduce((answer, part) => {
    const colon = part.indexOf(':');
    const close = part.indexOf(CLOSE, colon);
    const at = Number(part.slice(0, colon));
    const { compute, sharesWith } = later[at] as Later;
    if (sharesWith === null) facts[at] = JSON.parse(part.slice(colon + 1, close)) as Record<string, unknown>;
    const value = compute(facts[sharesWith ?? at] ?? {}) ?? null;
    return answer + JSON.stringify(value) + part.slice(close + 1);
  }, head);
}
