import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../root-route.tsx';
import { inspectionSearch } from '../outline/outline-search.ts';

/** 催报: for those who send the lists; a head finds what was sent to the own department in the inbox. */
export const urging = createRoute({
  getParentRoute: () => root,
  path: '/urging',
  validateSearch: inspectionSearch,
  staticData: { capability: 'URGING', nav: { key: 'urging', group: 'more' } },
  component: lazyRouteComponent(() => import('./UrgingPage.tsx'), 'UrgingPage'),
});
