import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';
import './explorer.css';
import { FIRST_QUERY } from './first-query.ts';

/** With the session's cookie; a token may be given instead in the editor of the headers. */
const fetcher = createGraphiQLFetcher({ url: '/graphql', headers: { 'x-closeout': '1' } });

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  // What is typed stays in this tab: it may name people, and a token may stand in the headers.
  <GraphiQL fetcher={fetcher} defaultQuery={FIRST_QUERY} storage={sessionStorage} shouldPersistHeaders={false} />,
);
