import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../root-route.tsx';

/** 任务: found from every page, in the brand line. */
export const jobs = createRoute({
  getParentRoute: () => root,
  path: '/jobs',
  staticData: { capability: 'JOBS' },
  component: lazyRouteComponent(() => import('./JobsPage.tsx'), 'JobsPage'),
});
