import { createRootRoute } from '@tanstack/react-router';
import type { Capability } from './session/ViewerQuery.ts';
import { Frame } from './shell/Frame.tsx';
import { NotFoundPage } from './shell/NotFoundPage.tsx';
import { PageError } from './shell/PageError.tsx';
import type { NavKey } from './shell/nav.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What the viewer must have been given; the server enforces it, the frame answers 403 without asking. */
    capability?: Capability;
    /** Where the page stands in the navigation: `daily` in sight on every screen, `more` one level down. */
    nav?: { key: NavKey; group: 'daily' | 'more' };
  }
}

/** What every route hangs on. */
export const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage, errorComponent: PageError });
