import { DirectiveLocation, GraphQLDirective, type GraphQLScalarType } from 'graphql';
import { Day } from './scalars.ts';

/** `query Q @asOf(day: "2026-06-30") { … }`: the whole operation reads the ledger of that day. */
export const AsOfDirective = new GraphQLDirective({
  name: 'asOf',
  description:
    'Reads the ledger as it was when a day ended in Asia/Shanghai: every figure and list of the operation equals what it showed then. Rights are those of now; nothing can be done, so `viewerCan` is empty. Refused for a day to come and for one before history is kept. A null day: now.',
  locations: [DirectiveLocation.QUERY],
  args: { day: { type: Day as GraphQLScalarType, description: 'The day, Asia/Shanghai.' } },
});
