import { getNamedType, isObjectType, type FieldNode, type GraphQLObjectType, type SelectionSetNode } from 'graphql';
import { collectFields, subselections } from './collect.ts';
import type { Compilation } from './compilation.ts';
import type { ComputedField } from './model.ts';

/** Completes one value of the parsed answer: fields that the domain computes from facts. */
export type Finish = (value: unknown) => unknown;

export const finishOne =
  (finish: Finish): Finish =>
  (value) =>
    value === null || value === undefined ? null : finish(value);

export const finishEach =
  (finish: Finish): Finish =>
  (value) => {
    for (const one of value as unknown[]) finish(one);
    return value;
  };

/** Finishes these members of an object, in place. */
export const finishMembers =
  (members: readonly (readonly [string, Finish])[]): Finish =>
  (value) => {
    const record = value as Record<string, unknown>;
    for (const [key, finish] of members) record[key] = finish(record[key]);
    return record;
  };

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

/** Replaces the facts that the statement brought by the value the domain computes from them. */
export function computeLater(
  c: Compilation,
  parent: GraphQLObjectType,
  field: ComputedField,
  nodes: readonly FieldNode[],
): Finish {
  const inner = getNamedType(parent.getFields()[(nodes[0] as FieldNode).name.value]?.type);
  return (facts) => {
    const value = field.value(facts as Record<string, unknown>, c);
    return isObjectType(inner) ? shaped(c, inner, subselections(nodes), value) : value;
  };
}
