import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a document brings along: its fragments and the coerced variables. */
export interface Source {
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
}

type Node = Parameters<typeof getDirectiveValues>[1];

function included(source: Source, node: Node): boolean {
  if (node.directives === undefined || node.directives.length === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, source.variables)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, source.variables)?.['if'] !== false;
}

function gather(
  source: Source,
  typeName: string,
  set: SelectionSetNode,
  found: Map<string, FieldNode[]>,
  visited: Set<string>,
): void {
  for (const node of set.selections) {
    if (!included(source, node)) continue;
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      const nodes = found.get(key);
      if (nodes === undefined) found.set(key, [node]);
      else nodes.push(node);
      continue;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : source.fragments[node.name.value];
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      if (visited.has(node.name.value)) continue;
      visited.add(node.name.value);
    }
    const on = fragment?.typeCondition?.name.value;
    if (fragment !== undefined && (on === undefined || on === typeName || on === 'Node'))
      gather(source, typeName, fragment.selectionSet, found, visited);
  }
}

/** The fields selected on a type by response key, fragments and @skip/@include resolved, in document order (GraphQL's CollectFields). */
export function collectFields(
  source: Source,
  typeName: string,
  sets: readonly (SelectionSetNode | undefined)[],
): Map<string, FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const set of sets) if (set !== undefined) gather(source, typeName, set, found, visited);
  return found;
}

export const subselections = (nodes: readonly FieldNode[]): (SelectionSetNode | undefined)[] =>
  nodes.map((node) => node.selectionSet);
