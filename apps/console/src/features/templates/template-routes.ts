import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../root-route.tsx';

/** 公文模板: for who keeps a body's own layouts. */
export const templates = createRoute({
  getParentRoute: () => root,
  path: '/templates',
  staticData: { capability: 'TEMPLATES', nav: { key: 'templates', group: 'more' } },
  component: lazyRouteComponent(() => import('./TemplatesPage.tsx'), 'TemplatesPage'),
});
