import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root-route.tsx';

/** 代签: everybody's own, reached from the menu behind the name. */
export const deputies = createRoute({
  getParentRoute: () => root,
  path: '/deputies',
  component: lazyRouteComponent(() => import('./features/deputies/DeputiesPage.tsx'), 'DeputiesPage'),
});

export const handovers = createRoute({
  getParentRoute: () => root,
  path: '/handovers',
  component: lazyRouteComponent(() => import('./features/handover/HandoversPage.tsx'), 'HandoversPage'),
});

export const handover = createRoute({
  getParentRoute: () => root,
  path: '/handovers/$handoverId',
  component: lazyRouteComponent(() => import('./features/handover/HandoverPage.tsx'), 'HandoverPage'),
});
