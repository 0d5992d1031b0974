import { graphql } from '../gql/index.ts';

/** Spread `...UserErrors_fields` in the `userErrors` of every mutation: `useOperation` needs all of it. */
export const UserErrorsFields = graphql(`
  fragment UserErrors_fields on UserError {
    code
    field
    message
    missing {
      code
      count
      subject
    }
    params
    rule
  }
`);
