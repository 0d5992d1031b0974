import type { FieldNode, GraphQLObjectType } from 'graphql';
import type { Args, Compilation } from './compilation.ts';
import type { Json } from './json.ts';
import type { Reading } from './model.ts';

/** A query field that the read model answers: one record by a condition, or a connection over all visible rows. */
export interface Root {
  kind: 'one' | 'page';
  type: string;
  /** Further condition from the arguments; visibility is always added. */
  where: (row: string, args: Args, reading: Reading) => string;
}

/** A query field that writes its own JSON, of more than one record type. */
export interface OwnRoot {
  kind: 'own';
  json: (c: Compilation, query: GraphQLObjectType, nodes: FieldNode[]) => Json;
}

const roots = new Map<string, Root | OwnRoot>();

export const rootOne = (name: string, type: string, where: Root['where']): void => {
  roots.set(name, { kind: 'one', type, where });
};

export const rootPage = (name: string, type: string, where: Root['where'] = () => 'true'): void => {
  roots.set(name, { kind: 'page', type, where });
};

export const rootOwn = (name: string, json: OwnRoot['json']): void => {
  roots.set(name, { kind: 'own', json });
};

export const rootNamed = (name: string): Root | OwnRoot | undefined => roots.get(name);
