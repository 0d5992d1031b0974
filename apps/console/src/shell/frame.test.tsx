import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Capability, Viewer } from '../session/ViewerQuery.ts';
import { ViewerContext } from '../session/viewer.ts';
import { Frame } from './Frame.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PageHeader } from './PageHeader.tsx';

const viewer = (capabilities: Capability[]): Viewer => ({
  account: { id: 'a1', login: 'head' },
  person: { id: 'p1', name: '沈默' },
  roles: [],
  capabilities,
  home: null,
  printsPdf: false,
});

function open(path: string, capabilities: Capability[]) {
  const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage });
  const page = (at: string, title: string, staticData: object) =>
    createRoute({ getParentRoute: () => root, path: at, staticData, component: () => <PageHeader title={title} /> });
  const routeTree = root.addChildren([
    page('/', '首页内容', { nav: { key: 'home', group: 'daily' } }),
    page('/ledger', '台账内容', { capability: 'LEDGER', nav: { key: 'ledger', group: 'daily' } }),
    page('/import', '导入内容', { capability: 'IMPORT', nav: { key: 'imports', group: 'more' } }),
  ]);
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: [path] }) });
  const client = new ApolloClient({ link: ApolloLink.empty(), cache: new InMemoryCache() });
  render(
    <ApolloProvider client={client}>
      <ViewerContext.Provider value={viewer(capabilities)}>
        <RouterProvider router={router as never} />
      </ViewerContext.Provider>
    </ApolloProvider>,
  );
}

const navigation = () => within(screen.getAllByRole('navigation', { name: '主导航' })[0]!);

beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn());
});

it('shows in the navigation what the server opened, and nothing else', async () => {
  open('/', ['LEDGER']);
  await screen.findByRole('heading', { name: '首页内容' });
  expect(
    navigation()
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['首页', '问题台账']);
  expect(document.title).toBe('首页内容 · 销号台账');
});

it('answers 403 for a page outside the viewer’s capabilities, without drawing it', async () => {
  open('/import', ['LEDGER']);
  expect(await screen.findByRole('heading', { name: '这一页不在您的职责范围内' })).toBeVisible();
  expect(screen.queryByText('导入内容')).toBeNull();
});

it('answers 404 in words', async () => {
  open('/nowhere', []);
  expect(await screen.findByRole('heading', { name: '没有这一页' })).toBeVisible();
});

it('moves the reading position to the new page', async () => {
  open('/', ['LEDGER']);
  await screen.findByRole('heading', { name: '首页内容' });
  await userEvent.click(navigation().getByRole('link', { name: '问题台账' }));
  await screen.findByRole('heading', { name: '台账内容' });
  await vi.waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  expect(navigation().getByRole('link', { name: '问题台账' })).toHaveAttribute('aria-current', 'page');
});

it('lists the shortcuts of this page on ?', async () => {
  open('/', ['LEDGER']);
  await screen.findByRole('heading', { name: '首页内容' });
  await userEvent.keyboard('?');
  expect(await screen.findByRole('dialog', { name: '快捷键' })).toHaveTextContent('搜索');
  await userEvent.keyboard('{Escape}');
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('says that the line is down and what still works', async () => {
  open('/', []);
  await screen.findByRole('heading', { name: '首页内容' });
  window.dispatchEvent(new Event('offline'));
  expect(await screen.findByText(/可以继续填写/)).toBeVisible();
  window.dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(screen.queryByText(/可以继续填写/)).toBeNull());
});
