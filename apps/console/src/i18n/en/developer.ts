/** For those who connect another system. */
export const developer = {
  sub: 'Read the ledger by GraphQL',
  firstRequest: 'First request',
  token: {
    title: '1. Get a token',
    text: 'The security administrator makes one: purpose, body, what it may read, until when. The secret is shown once; keep it in the key store of your system, not in code or chats.',
    make: 'Make a token',
  },
  first: {
    title: '2. First request',
    text: 'Put the token into the environment variable CLOSEOUT_TOKEN and run:',
    explorer: 'Open the query explorer',
    explorerText:
      'The query explorer (GraphiQL) comes with the installation and loads nothing from elsewhere: it shows what each field means and runs queries with your own rights.',
  },
  classes: {
    title: '3. What it reads',
    name: 'May read',
    code: 'Code',
    what: 'Holds',
    STATISTICS: 'Numbers, states, dates, counts and rates',
    TEXT: 'Texts of findings, actions and evidence',
    NAMES: 'Names of persons',
    MONEY: 'Sums',
  },
  expect: {
    title: '4. What to expect',
    read: 'A token reads and never writes; a query for a field of a class that it was not given is refused as a whole.',
    body: 'A token reads one body; another body and an absent one answer alike.',
    pages: 'Lists page by cursor: first is 100 at most, pageInfo.endCursor is the next after.',
    rates:
      'RateLimit-Remaining of every answer is what is left this minute; beyond it comes 429, to be sent again after Retry-After seconds.',
    errors:
      'Look at errors[].extensions.code: UNAUTHENTICATED is a token that ended, RATE_LIMITED is too many requests.',
  },
  docs: 'All types, arguments and descriptions come from /graphql by a standard introspection query; docs/api.md of the installation has examples that run, apps/api/schema.graphql is the whole contract.',
};
