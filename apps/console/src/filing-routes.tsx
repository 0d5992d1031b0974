import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { validateFilingSearch, validateFilingsSearch } from './features/filings/filings-search.ts';
import { root } from './root-route.tsx';

/** How the own papers are laid out. */
export { templates } from './features/templates/template-routes.ts';

/** The part of the route table about what is filed with the office. */
export const filings = createRoute({
  getParentRoute: () => root,
  path: '/filings',
  validateSearch: validateFilingsSearch,
  staticData: { capability: 'FILINGS', nav: { key: 'filings', group: 'more' } },
  component: lazyRouteComponent(() => import('./features/filings/FilingsPage.tsx'), 'FilingsPage'),
});

export const filing = createRoute({
  getParentRoute: () => root,
  path: '/filings/$filingId',
  validateSearch: validateFilingSearch,
  staticData: { capability: 'FILINGS' },
  component: lazyRouteComponent(() => import('./features/filings/FilingPage.tsx'), 'FilingPage'),
});
