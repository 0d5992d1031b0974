import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../root-route.tsx';

/** Who keeps the calendar finds it in the navigation; everybody may open a year. */
export const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  staticData: { capability: 'ADMIN_CALENDAR', nav: { key: 'calendar', group: 'daily' } },
  component: lazyRouteComponent(() => import('./CalendarPage.tsx'), 'CalendarPage'),
});

export const calendarYear = createRoute({
  getParentRoute: () => root,
  path: '/calendar/$year',
  component: lazyRouteComponent(() => import('./CalendarPage.tsx'), 'CalendarPage'),
});

export const calendarImport = createRoute({
  getParentRoute: () => root,
  path: '/calendar/import',
  staticData: { capability: 'ADMIN_CALENDAR' },
  component: lazyRouteComponent(() => import('./CalendarImportPage.tsx'), 'CalendarImportPage'),
});
