import {
  getNamedType,
  getNullableType,
  getOperationAST,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLInterfaceType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import { pageOf } from '../../read/window.ts';
import { beyond, type RequestLimits } from './request-limits.ts';

/** Entries that a list without pages is reckoned with. */
const LIST = 10;

type Composite = GraphQLObjectType | GraphQLInterfaceType;

interface Costing {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
}

const isComposite = (type: unknown): type is Composite => isObjectType(type) || isInterfaceType(type);
const isConnection = (type: Composite): boolean => type.name.endsWith('Connection') || type.name === 'ChangePage';

/** The page size as it will be: given, given by a variable, or the default. An argument that cannot be read is refused later. */
function sizeOf(c: Costing, field: GraphQLField<unknown, unknown>, node: FieldNode): number {
  try {
    return pageOf(getArgumentValues(field, node, c.variables)).size;
  } catch {
    return 1;
  }
}

function fieldCost(c: Costing, parent: Composite, node: FieldNode, page: number): number {
  const field = parent.getFields()[node.name.value];
  const type = field === undefined ? undefined : getNamedType(field.type);
  if (field === undefined || !isComposite(type) || node.selectionSet === undefined) return 0;
  // The schema visits no records, and graphql-js bounds how deep it is asked for.
  if (type.name.startsWith('__')) return 0;
  if (isConnection(type)) return 1 + selectionCost(c, type, node.selectionSet, sizeOf(c, field, node));
  const inner = selectionCost(c, type, node.selectionSet, 0);
  // An edge is no record of its own.
  if (page > 0 && (node.name.value === 'edges' || node.name.value === 'nodes')) return page * Math.max(1, inner);
  return (isListType(getNullableType(field.type)) ? LIST : 1) * (1 + inner);
}

/** `page` is the size of the connection whose fields these are, else 0. */
function selectionCost(c: Costing, parent: Composite, set: SelectionSetNode, page: number): number {
  let cost = 0;
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD) cost += fieldCost(c, parent, node, page);
    else {
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? c.fragments.get(node.name.value) : node;
      const name = fragment?.typeCondition?.name.value;
      const type = name === undefined ? parent : c.schema.getType(name);
      if (fragment !== undefined && isComposite(type)) cost += selectionCost(c, type, fragment.selectionSet, page);
    }
  }
  return cost;
}

/** Records that an operation may visit, siblings and aliases added up, page sizes taken from the coerced variables. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
): number {
  const operation = getOperationAST(document, operationName);
  const root = operation ? schema.getRootType(operation.operation) : undefined;
  if (!operation || !root) return 0;
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  return selectionCost({ schema, fragments, variables }, root, operation.selectionSet, 0);
}

/** Entries of every list within a value. */
function entriesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? value.length : 0;
  return Object.values(value).reduce((sum: number, one) => sum + entriesOf(one), own);
}

/** Entries of the lists that stand in the document itself. */
function literalEntries(document: DocumentNode): number {
  let entries = 0;
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach(walk);
    const node = value as { kind?: string; values?: unknown[] };
    if (node.kind === Kind.LIST) entries += node.values?.length ?? 0;
    for (const [name, one] of Object.entries(value)) if (name !== 'loc') walk(one);
  };
  walk(document.definitions);
  return entries;
}

const literals = new WeakMap<DocumentNode, number>();

/** Refuses an operation that may visit too many records or gives too long lists; answers its cost. */
export function demandAffordable(
  schema: GraphQLSchema,
  request: { document: DocumentNode; operationName: string | null | undefined; variables: Record<string, unknown> },
  limits: RequestLimits,
): number {
  const { document, operationName, variables } = request;
  const written = literals.get(document) ?? literalEntries(document);
  literals.set(document, written);
  const entries = written + entriesOf(variables);
  if (entries > limits.entries) throw beyond('entries', limits, entries);
  const cost = costOf(schema, document, operationName, variables);
  if (cost > limits.cost) throw beyond('cost', limits, cost);
  return cost;
}
