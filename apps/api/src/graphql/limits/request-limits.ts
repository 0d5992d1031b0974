import { GraphQLError } from 'graphql';

/** How much one request may ask. Each is a setting of the installation (api-settings.ts). */
export interface RequestLimits {
  /** Words and signs of the document. */
  readonly tokens: number;
  /** Fields and fragment spreads of an operation, fragments written out. */
  readonly fields: number;
  /** Fields within fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields of the operation itself. */
  readonly rootFields: number;
  /** Times the same field stands in one selection: merging them takes the square of it. */
  readonly copies: number;
  readonly operations: number;
  /** Records that the operation may visit by its page sizes, all its fields added up. */
  readonly cost: number;
  /** Bytes of the variables as JSON. */
  readonly variables: number;
  /** Entries of all lists of the arguments together. */
  readonly entries: number;
}

type Limit = keyof RequestLimits;

const CODES: Record<Limit, 'TOO_LARGE' | 'TOO_DEEP' | 'TOO_MANY' | 'TOO_COSTLY'> = {
  tokens: 'TOO_LARGE',
  variables: 'TOO_LARGE',
  depth: 'TOO_DEEP',
  cost: 'TOO_COSTLY',
  fields: 'TOO_MANY',
  aliases: 'TOO_MANY',
  directives: 'TOO_MANY',
  rootFields: 'TOO_MANY',
  copies: 'TOO_MANY',
  operations: 'TOO_MANY',
  entries: 'TOO_MANY',
};

const WORDS: Record<Limit, string> = {
  tokens: 'the document is too long: split it, or select less',
  variables: 'the variables are too large: send less at once',
  depth: 'fields are nested too deep: ask for the inner records by their id',
  cost: 'this query may visit too many records: ask for smaller pages',
  fields: 'too many fields, fragments written out: select less',
  aliases: 'too many aliases: send several requests',
  directives: 'too many directives',
  rootFields: 'too many fields at the root: send several requests',
  copies: 'the same field is selected too often in one place: select it once',
  operations: 'too many operations in one document: send the one that is meant',
  entries: 'too many entries in the lists of the arguments: send several requests',
};

/** The refusal of a request that asks too much: which limit, how high it is, what was asked. */
export const beyond = (limit: Limit, limits: RequestLimits, found: number): GraphQLError =>
  new GraphQLError(`${WORDS[limit]} (${limit}: ${found}, at most ${limits[limit]})`, {
    extensions: { code: CODES[limit], what: limit, limit: limits[limit], found, http: { status: 400 } },
  });
