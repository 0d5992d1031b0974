import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render, screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createConsoleRouter } from './routes.tsx';
import { AccountContext } from './session/account.ts';
import type { Capability, Viewer } from './session/ViewerQuery.ts';
import { ViewerContext } from './session/viewer.ts';

type Person = { home: Capability; opens: Capability[]; heading: string; navigation: string[] };

/** What the server opens to each role (packages/domain/src/access/capabilities.ts), and what must stand on the screen. */
const PEOPLE: Record<string, Person> = {
  handler: {
    home: 'HOME_DEPARTMENT',
    opens: ['LEDGER', 'EVIDENCE', 'MONEY', 'MEETINGS'],
    heading: '今天要办的',
    navigation: ['首页', '问题台账', '佐证', '清退', '会议'],
  },
  head: {
    home: 'HOME_DEPARTMENT',
    opens: ['LEDGER', 'INBOX', 'EVIDENCE', 'MONEY', 'MEETINGS', 'OUTLINE'],
    heading: '今天要办的',
    navigation: ['首页', '问题台账', '佐证', '待我签批', '清退', '会议', '全单位进展'],
  },
  leader: {
    home: 'HOME_LEADER',
    opens: ['LEDGER', 'INBOX', 'EVIDENCE', 'MONEY', 'MEETINGS', 'STATISTICS'],
    heading: '我分管的整改',
    navigation: ['首页', '问题台账', '佐证', '待我签批', '清退', '会议', '统计'],
  },
  secretary: {
    home: 'HOME_SECRETARY',
    opens: ['LEDGER', 'INBOX', 'EVIDENCE', 'MONEY', 'MEETINGS', 'REPORT', 'STATISTICS'],
    heading: '整改进展',
    navigation: ['首页', '问题台账', '佐证', '待我签批', '清退', '会议', '报告', '统计'],
  },
  clerk: {
    home: 'HOME_CLERK',
    opens: ['LEDGER', 'INBOX', 'IMPORT', 'EVIDENCE', 'MONEY', 'MEETINGS', 'REPORT', 'STATISTICS'],
    heading: '整改办',
    navigation: ['首页', '问题台账', '佐证', '待我签批', '导入', '清退', '会议', '报告', '统计'],
  },
  discipline: {
    home: 'HOME_DISCIPLINE',
    opens: ['LEDGER', 'EVIDENCE', 'MONEY', 'MEETINGS', 'STATISTICS'],
    heading: '监督单位整改情况',
    navigation: ['首页', '问题台账', '佐证', '清退', '会议', '统计'],
  },
  office: {
    home: 'HOME_OFFICE',
    opens: ['OUTLINE', 'STATISTICS', 'ADMIN_ROUNDS'],
    heading: '各单位整改情况',
    navigation: ['首页', '轮次与设置', '统计', '全单位进展'],
  },
  sysadmin: {
    home: 'HOME_ADMIN',
    opens: ['ADMIN_DIRECTORY', 'ADMIN_ACCOUNTS', 'ADMIN_ROUNDS'],
    heading: '首页',
    navigation: ['首页', '人员与部门', '账号', '轮次与设置'],
  },
  auditadmin: { home: 'HOME_ADMIN', opens: ['AUDIT'], heading: '首页', navigation: ['首页', '审计'] },
};

const viewerOf = ({ home, opens }: Person): Viewer =>
  ({
    account: { id: 'acc_1', login: 'somebody' },
    person: { id: 'per_1', name: '沈默' },
    roles: [],
    capabilities: [home, ...opens],
    home,
  }) as unknown as Viewer;

const INSPECTION = {
  __typename: 'Inspection',
  id: 'ins_1',
  feedbackOn: '2026-06-18',
  concentratedUntil: null,
  body: { __typename: 'Body', id: 'bdy_1', name: '单位', shortName: '单位', departments: [], leaders: [] },
  round: { __typename: 'Round', id: 'rnd_1', name: '第二轮' },
  aspects: [],
};

/** A server that knows one inspection and answers nothing else: the frame of each home must stand before its figures come. */
const server = new ApolloLink(
  (operation) =>
    new Observable((observer) => {
      if (operation.operationName !== 'InspectionsInReach') return;
      observer.next({ data: { inspections: { __typename: 'C', edges: [{ __typename: 'E', node: INSPECTION }] } } });
      observer.complete();
    }),
);

function open(person: Person, path = '/') {
  const router = createConsoleRouter(createMemoryHistory({ initialEntries: [path] }));
  render(
    <ApolloProvider client={new ApolloClient({ link: server, cache: new InMemoryCache() })}>
      <AccountContext.Provider value="acc_1">
        <ViewerContext.Provider value={viewerOf(person)}>
          <RouterProvider router={router} />
        </ViewerContext.Provider>
      </AccountContext.Provider>
    </ApolloProvider>,
  );
  return router;
}

/** The homes are chunks of their own: read before the first one is timed. */
beforeAll(async () => {
  await Promise.all(Object.values(import.meta.glob('./features/home/*Home.tsx')).map((load) => load()));
}, 60_000);

beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn());
});

it.each(Object.entries(PEOPLE))('%s has the own home and nothing else in the navigation', async (_, person) => {
  open(person);
  expect(await screen.findByRole('heading', { level: 1, name: person.heading }, { timeout: 5_000 })).toBeVisible();
  const links = within(screen.getAllByRole('navigation', { name: '主导航' })[0]!).getAllByRole('link');
  expect(links.map((link) => link.textContent)).toEqual(person.navigation);
});

it.each(Object.entries(PEOPLE))('%s is refused the pages that the server did not open', async (_, person) => {
  const router = open(person);
  const opened = viewerOf(person).capabilities;
  const closed = Object.values(router.routesById).filter(({ options, fullPath }) => {
    const { capability } = options.staticData ?? {};
    return capability && !opened.includes(capability) && !fullPath.includes('$');
  });
  expect(closed.length).toBeGreaterThan(2);
  for (const { fullPath } of closed.slice(0, 3)) {
    await router.navigate({ to: fullPath });
    expect(await screen.findByRole('heading', { name: '这一页不在您的职责范围内' })).toBeVisible();
    expect(router.state.location.pathname).toBe(fullPath);
  }
});
