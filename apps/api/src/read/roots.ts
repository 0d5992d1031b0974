import type { Args } from './compilation.ts';
import type { Reading } from './model.ts';

/** A query field that the read model answers: one record by a condition, or a connection over all visible rows. */
export interface Root {
  kind: 'one' | 'page';
  type: string;
  /** Further condition from the arguments; visibility is always added. */
  where: (row: string, args: Args, reading: Reading) => string;
}

const roots = new Map<string, Root>();

export const rootOne = (name: string, type: string, where: Root['where']): void => {
  roots.set(name, { kind: 'one', type, where });
};

export const rootPage = (name: string, type: string, where: Root['where'] = () => 'true'): void => {
  roots.set(name, { kind: 'page', type, where });
};

export const rootNamed = (name: string): Root | undefined => roots.get(name);
