import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../root-route.tsx';
import { validatePublicationSearch } from './publication-search.ts';

/** 公开稿: the clerk writes it, a leader reviews it for secrecy, the secretary approves it. */
export const publication = createRoute({
  getParentRoute: () => root,
  path: '/publication',
  validateSearch: validatePublicationSearch,
  staticData: { capability: 'PUBLICATION', nav: { key: 'publication', group: 'more' } },
  component: lazyRouteComponent(() => import('./PublicationPage.tsx'), 'PublicationPage'),
});
