import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { validateEvidenceSearch } from './features/evidence/evidence-search.ts';
import { validateLedgerSearch } from './features/ledger/ledger-search.ts';
import { inspectionSearch, validateOutlineSearch } from './features/outline/outline-search.ts';
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

const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  validateSearch: validateLedgerSearch,
  staticData: { capability: 'LEDGER', nav: { key: 'ledger', group: 'daily' } },
  component: lazyRouteComponent(() => import('./features/ledger/LedgerPage.tsx'), 'LedgerPage'),
});

const finding = createRoute({
  getParentRoute: () => root,
  path: '/findings/$findingId',
  validateSearch: validateLedgerSearch,
  component: lazyRouteComponent(() => import('./features/findings/FindingPage.tsx'), 'FindingPage'),
});

const findingSheet = createRoute({
  getParentRoute: () => root,
  path: '/findings/$findingId/sheet',
  component: lazyRouteComponent(() => import('./features/findings/FindingSheetPage.tsx'), 'FindingSheetPage'),
});

const evidence = createRoute({
  getParentRoute: () => root,
  path: '/evidence',
  validateSearch: validateEvidenceSearch,
  staticData: { capability: 'EVIDENCE', nav: { key: 'evidence', group: 'daily' } },
  component: lazyRouteComponent(() => import('./features/evidence/EvidencePage.tsx'), 'EvidencePage'),
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  staticData: { capability: 'INBOX', nav: { key: 'inbox', group: 'daily' } },
  component: lazyRouteComponent(() => import('./features/inbox/InboxPage.tsx'), 'InboxPage'),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  staticData: { capability: 'IMPORT', nav: { key: 'imports', group: 'daily' } },
  component: lazyRouteComponent(() => import('./features/imports/ImportsPage.tsx'), 'ImportsPage'),
});

const importCheck = createRoute({
  getParentRoute: () => root,
  path: '/import/$importId',
  validateSearch: (search: Record<string, unknown>): { n?: number } =>
    Number.isInteger(search.n) && Number(search.n) > 0 ? { n: Number(search.n) } : {},
  staticData: { capability: 'IMPORT' },
  component: lazyRouteComponent(() => import('./features/imports/ImportPage.tsx'), 'ImportPage'),
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/report',
  validateSearch: (search: Record<string, unknown>): { inspection?: string } =>
    typeof search.inspection === 'string' ? { inspection: search.inspection } : {},
  staticData: { capability: 'REPORT', nav: { key: 'report', group: 'more' } },
  component: lazyRouteComponent(() => import('./features/reports/ReportPage.tsx'), 'ReportPage'),
});

const meetings = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  validateSearch: inspectionSearch,
  staticData: { capability: 'MEETINGS', nav: { key: 'meetings', group: 'more' } },
  component: lazyRouteComponent(() => import('./features/meetings/MeetingsPage.tsx'), 'MeetingsPage'),
});

const money = createRoute({
  getParentRoute: () => root,
  path: '/money',
  validateSearch: inspectionSearch,
  staticData: { capability: 'MONEY', nav: { key: 'money', group: 'more' } },
  component: lazyRouteComponent(() => import('./features/money-ledger/MoneyPage.tsx'), 'MoneyPage'),
});

const statistics = createRoute({
  getParentRoute: () => root,
  path: '/statistics',
  validateSearch: inspectionSearch,
  staticData: { capability: 'STATISTICS', nav: { key: 'statistics', group: 'more' } },
  component: lazyRouteComponent(() => import('./features/statistics/StatisticsPage.tsx'), 'StatisticsPage'),
});

const outline = createRoute({
  getParentRoute: () => root,
  path: '/outline',
  validateSearch: validateOutlineSearch,
  staticData: { capability: 'OUTLINE', nav: { key: 'outline', group: 'more' } },
  component: lazyRouteComponent(() => import('./features/outline/OutlinePage.tsx'), 'OutlinePage'),
});

const routeTree = root.addChildren([
  home,
  ledger,
  finding,
  findingSheet,
  evidence,
  inbox,
  imports,
  importCheck,
  money,
  meetings,
  report,
  statistics,
  outline,
]);

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
