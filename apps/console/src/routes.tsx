import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import type { Capability } from './session/ViewerQuery.ts';
import { Frame } from './shell/Frame.tsx';
import { NotFoundPage } from './shell/NotFoundPage.tsx';
import { PageError } from './shell/PageError.tsx';
import type { NavKey } from './shell/nav.ts';
import { Skeleton } from './ui/Skeleton.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What the viewer must have been given; the server enforces it, the frame answers 403 without asking. */
    capability?: Capability;
    /** Where the page stands in the navigation: `daily` in sight on every screen, `more` one level down. */
    nav?: { key: NavKey; group: 'daily' | 'more' };
  }
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}

/**
 * The one route table: path, page (its own chunk), capability, place in the navigation, in the order of the navigation.
 * A page reads its typed parameters with `getRouteApi('/path')`.
 */
const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage, errorComponent: PageError });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  staticData: { nav: { key: 'home', group: 'daily' } },
  component: lazyRouteComponent(() => import('./features/home/HomePage.tsx'), 'HomePage'),
});

const routeTree = root.addChildren([home]);

/** Back returns to the same place in the list; pages load on the way to a click. */
export function createConsoleRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    history,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingMs: 0,
    defaultPendingMinMs: 0,
    defaultPendingComponent: () => <Skeleton />,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NotFoundPage,
  });
}
