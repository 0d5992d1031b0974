import { DirectiveLocation, GraphQLDirective, type GraphQLScalarType } from 'graphql';
import { Day, Instant } from './scalars.ts';

/** `query Q @asOf(day: "2026-06-30") { … }`: the whole operation reads the ledger of that day, or of a moment. */
export const AsOfDirective = new GraphQLDirective({
  name: 'asOf',
  description:
    'Reads the ledger as it was when a day ended in Asia/Shanghai: every figure and list of the operation equals what it showed then. Rights are those of now; nothing can be done, so `viewerCan` is empty. Refused for a day to come and for one before history is kept. Instead of a day a moment (`at`), such as the end of a version of a record: what stood just before it. Both null: now; both given: refused.',
  locations: [DirectiveLocation.QUERY],
  args: {
    day: { type: Day as GraphQLScalarType, description: 'The day, Asia/Shanghai.' },
    at: { type: Instant as GraphQLScalarType, description: 'The moment.' },
  },
});
