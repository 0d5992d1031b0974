import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { beyond, type RequestLimits } from './request-limits.ts';

/** What a document asks, whatever its variables are. */
export type DocumentMeasures = Pick<
  RequestLimits,
  'fields' | 'depth' | 'aliases' | 'directives' | 'rootFields' | 'copies' | 'operations'
>;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Counts one operation, fragments written out where they are spread; stops where a limit is passed. */
class Counter {
  readonly counts = { fields: 0, depth: 0, aliases: 0, directives: 0, rootFields: 0, copies: 0 };
  private readonly fragments: Fragments;
  private readonly limits: RequestLimits;

  constructor(fragments: Fragments, limits: RequestLimits) {
    this.fragments = fragments;
    this.limits = limits;
  }

  private raise(limit: keyof Counter['counts'], to: number): void {
    if (to <= this.counts[limit]) return;
    this.counts[limit] = to;
    if (to > this.limits[limit]) throw beyond(limit, this.limits, to);
  }

  private directives(of: { directives?: readonly unknown[] }): void {
    this.raise('directives', this.counts.directives + (of.directives?.length ?? 0));
  }

  /** One selection set; `keys` counts how often a field stands in it, `within` are the fragments it lies in. */
  private selections(set: SelectionSetNode, depth: number, keys: Map<string, number>, within: readonly string[]): void {
    this.raise('depth', depth);
    for (const node of set.selections) {
      this.directives(node);
      this.raise('fields', this.counts.fields + 1);
      if (node.kind === Kind.INLINE_FRAGMENT) this.selections(node.selectionSet, depth, keys, within);
      else if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = this.fragments.get(node.name.value);
        // A circle is left to validation, which names it.
        if (fragment === undefined || within.includes(fragment.name.value)) continue;
        this.directives(fragment);
        this.selections(fragment.selectionSet, depth, keys, [...within, fragment.name.value]);
      } else {
        const key = (node.alias ?? node.name).value;
        const copies = (keys.get(key) ?? 0) + 1;
        keys.set(key, copies);
        this.raise('copies', copies);
        if (node.alias !== undefined) this.raise('aliases', this.counts.aliases + 1);
        if (depth === 1) this.raise('rootFields', this.counts.rootFields + 1);
        if (node.selectionSet !== undefined) this.selections(node.selectionSet, depth + 1, new Map(), within);
      }
    }
  }

  count(definition: OperationDefinitionNode | FragmentDefinitionNode): Counter['counts'] {
    this.directives(definition);
    for (const variable of definition.variableDefinitions ?? []) this.directives(variable);
    this.selections(definition.selectionSet, 1, new Map(), []);
    return this.counts;
  }
}

const largest = (one: DocumentMeasures, other: Counter['counts']): DocumentMeasures => {
  const all = Object.entries(other) as [keyof typeof other, number][];
  return { ...one, ...Object.fromEntries(all.map(([name, count]) => [name, Math.max(one[name], count)])) };
};

/**
 * Measures a parsed document before it is validated, since validation takes the square of some of it: throws where one of
 * its operations, or a fragment by itself, asks more than the limits allow.
 */
export function measureDocument(document: DocumentNode, limits: RequestLimits): DocumentMeasures {
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operations.length > limits.operations) throw beyond('operations', limits, operations.length);
  const nothing = { fields: 0, depth: 0, aliases: 0, directives: 0, rootFields: 0, copies: 0 };
  // A fragment is no root: what it selects counts where it is spread.
  const alone = { ...limits, rootFields: limits.fields };
  for (const fragment of fragments.values()) new Counter(fragments, alone).count(fragment);
  return operations
    .map((operation) => new Counter(fragments, limits).count(operation))
    .reduce(largest, { ...nothing, operations: operations.length });
}
