import { createRootRoute } from '@tanstack/react-router';
import { Frame } from './shell/Frame.tsx';
import { NotFoundPage } from './shell/NotFoundPage.tsx';
import { PageError } from './shell/PageError.tsx';

/** What every route hangs on. */
export const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage, errorComponent: PageError });
