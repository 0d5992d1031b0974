import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../root-route.tsx';
import { validateNoticesSearch } from './notices-search.ts';

/** 督办通知: the list stands in the navigation of office, secretary, clerk and discipline group. */
export const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  validateSearch: validateNoticesSearch,
  staticData: { capability: 'NOTICES', nav: { key: 'notices', group: 'more' } },
  component: lazyRouteComponent(() => import('./NoticesPage.tsx'), 'NoticesPage'),
});

export const notice = createRoute({
  getParentRoute: () => root,
  path: '/notices/$noticeId',
  staticData: { capability: 'NOTICES' },
  component: lazyRouteComponent(() => import('./NoticePage.tsx'), 'NoticePage'),
});

export const noticeLetter = createRoute({
  getParentRoute: () => root,
  path: '/notices/$noticeId/letter',
  staticData: { capability: 'NOTICES' },
  component: lazyRouteComponent(() => import('./NoticeLetterPage.tsx'), 'NoticeLetterPage'),
});
