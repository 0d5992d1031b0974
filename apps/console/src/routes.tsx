import { createRoute, createRouter, lazyRouteComponent, type RouterHistory } from '@tanstack/react-router';
import { validateEvidenceSearch } from './features/evidence/evidence-search.ts';
import { validateImportSearch } from './features/imports/import-search.ts';
import { validateInboxSearch } from './features/inbox/inbox-search.ts';
import { validateLedgerSearch } from './features/ledger/ledger-search.ts';
import { validateMeetingsSearch } from './features/meetings/meetings-search.ts';
import { inspectionSearch, validateOutlineSearch } from './features/outline/outline-search.ts';
import { validateDirectorySearch } from './features/admin/directory-search.ts';
import { validateAuditSearch } from './features/audit/audit-search.ts';
import { validateStatisticsSearch } from './features/statistics/statistics-search.ts';
import { notice, noticeLetter, notices } from './features/notices/notice-routes.ts';
import { publication } from './features/publications/publication-routes.ts';
import { urging } from './features/urging/urging-routes.ts';
import { validateWarningsSearch } from './features/warnings/warnings-search.ts';
import { filing, filings } from './filing-routes.tsx';
import { jobs } from './features/jobs/job-routes.ts';
import { calendar, calendarImport, calendarYear } from './features/calendar/calendar-routes.ts';
import { root } from './root-route.tsx';
import { deputies, handover, handovers } from './duty-routes.ts';
import { NotFoundPage } from './shell/NotFoundPage.tsx';
import { PageError } from './shell/PageError.tsx';
import { Skeleton } from './ui/Skeleton.tsx';

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}

/** The one route table: path, page (its own chunk), capability, place in the navigation, in the order of the navigation. */
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
  validateSearch: validateInboxSearch,
  staticData: { capability: 'INBOX', nav: { key: 'inbox', group: 'daily' } },
  component: lazyRouteComponent(() => import('./features/inbox/InboxPage.tsx'), 'InboxPage'),
});

const warnings = createRoute({
  getParentRoute: () => root,
  path: '/warnings',
  validateSearch: validateWarningsSearch,
  staticData: { capability: 'WARNINGS' },
  component: lazyRouteComponent(() => import('./features/warnings/WarningsPage.tsx'), 'WarningsPage'),
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
  validateSearch: validateImportSearch,
  staticData: { capability: 'IMPORT' },
  component: lazyRouteComponent(() => import('./features/imports/ImportPage.tsx'), 'ImportPage'),
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/report',
  validateSearch: inspectionSearch,
  staticData: { capability: 'REPORT', nav: { key: 'report', group: 'more' } },
  component: lazyRouteComponent(() => import('./features/reports/ReportPage.tsx'), 'ReportPage'),
});

const meetings = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  validateSearch: validateMeetingsSearch,
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
  validateSearch: validateStatisticsSearch,
  staticData: { capability: 'STATISTICS', nav: { key: 'statistics', group: 'more' } },
  component: lazyRouteComponent(() => import('./features/statistics/StatisticsPage.tsx'), 'StatisticsPage'),
});

const rechecks = createRoute({
  getParentRoute: () => root,
  path: '/rechecks',
  validateSearch: inspectionSearch,
  staticData: { capability: 'RECHECKS', nav: { key: 'rechecks', group: 'more' } },
  component: lazyRouteComponent(() => import('./features/rechecks/RechecksPage.tsx'), 'RechecksPage'),
});

const outline = createRoute({
  getParentRoute: () => root,
  path: '/outline',
  validateSearch: validateOutlineSearch,
  staticData: { capability: 'OUTLINE', nav: { key: 'outline', group: 'more' } },
  component: lazyRouteComponent(() => import('./features/outline/OutlinePage.tsx'), 'OutlinePage'),
});

const directory = createRoute({
  getParentRoute: () => root,
  path: '/directory',
  validateSearch: validateDirectorySearch,
  staticData: { capability: 'ADMIN_DIRECTORY', nav: { key: 'people', group: 'daily' } },
  component: lazyRouteComponent(() => import('./features/admin/DirectoryPage.tsx'), 'DirectoryPage'),
});

const directoryImport = createRoute({
  getParentRoute: () => root,
  path: '/directory/import',
  staticData: { capability: 'ADMIN_DIRECTORY' },
  component: lazyRouteComponent(() => import('./features/admin/ImportDirectoryPage.tsx'), 'ImportDirectoryPage'),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  staticData: { capability: 'ADMIN_ACCOUNTS', nav: { key: 'accounts', group: 'daily' } },
  component: lazyRouteComponent(() => import('./features/admin/AccountsPage.tsx'), 'AccountsPage'),
});

const rounds = createRoute({
  getParentRoute: () => root,
  path: '/rounds',
  staticData: { capability: 'ADMIN_ROUNDS', nav: { key: 'rounds', group: 'daily' } },
  component: lazyRouteComponent(() => import('./features/admin/RoundsPage.tsx'), 'RoundsPage'),
});

const round = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId',
  staticData: { capability: 'ADMIN_ROUNDS' },
  component: lazyRouteComponent(() => import('./features/admin/RoundPage.tsx'), 'RoundPage'),
});

/** 巡察概况: for whoever sees the inspection; an invisible one answers like an absent one. */
const inspection = createRoute({
  getParentRoute: () => root,
  path: '/inspections/$inspectionId',
  component: lazyRouteComponent(() => import('./features/rounds/InspectionPage.tsx'), 'InspectionPage'),
});

const grants = createRoute({
  getParentRoute: () => root,
  path: '/grants',
  staticData: { capability: 'ADMIN_GRANTS', nav: { key: 'grants', group: 'daily' } },
  component: lazyRouteComponent(() => import('./features/admin/GrantsPage.tsx'), 'GrantsPage'),
});

const grantImport = createRoute({
  getParentRoute: () => root,
  path: '/grants/import',
  staticData: { capability: 'ADMIN_GRANTS' },
  component: lazyRouteComponent(() => import('./features/admin/ImportDirectoryPage.tsx'), 'ImportGrantsPage'),
});

const tokens = createRoute({
  getParentRoute: () => root,
  path: '/tokens',
  staticData: { capability: 'TOKENS', nav: { key: 'tokens', group: 'more' } },
  component: lazyRouteComponent(() => import('./features/tokens/TokensPage.tsx'), 'TokensPage'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: validateAuditSearch,
  staticData: { capability: 'AUDIT', nav: { key: 'audit', group: 'daily' } },
  component: lazyRouteComponent(() => import('./features/audit/AuditPage.tsx'), 'AuditPage'),
});

const developer = createRoute({
  getParentRoute: () => root,
  path: '/developer',
  staticData: { capability: 'DEVELOPER', nav: { key: 'developer', group: 'daily' } },
  component: lazyRouteComponent(() => import('./features/developer/DeveloperPage.tsx'), 'DeveloperPage'),
});

const routeTree = root.addChildren([
  home,
  ledger,
  finding,
  findingSheet,
  evidence,
  inbox,
  deputies,
  handovers,
  handover,
  warnings,
  jobs,
  imports,
  importCheck,
  money,
  meetings,
  report,
  filings,
  publication,
  filing,
  statistics,
  rechecks,
  urging,
  notices,
  notice,
  noticeLetter,
  outline,
  directory,
  directoryImport,
  accounts,
  rounds,
  round,
  inspection,
  calendar,
  calendarYear,
  calendarImport,
  grants,
  grantImport,
  tokens,
  audit,
  developer,
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
