import type { GraphQLError } from 'graphql';

/** What a statement refuses by an SQLSTATE of its own, in the words of the API. */
const states = new Map<string, () => GraphQLError>();

export const refuseState = (state: string, refusal: () => GraphQLError): void => {
  states.set(state, refusal);
};

export const refusalOfState = (state: string): GraphQLError | undefined => states.get(state)?.();
