import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { safeNext } from '../http.ts';
import { SetupPage } from './SetupPage.tsx';
import { SignInPage } from './SignInPage.tsx';

const sent = vi.fn<typeof fetch>();
const answer = (status: number, body: object) => sent.mockResolvedValue(new Response(JSON.stringify(body), { status }));

beforeEach(() => {
  sent.mockReset();
  vi.stubGlobal('fetch', sent);
  history.replaceState(null, '', '/sign-in');
});

async function signIn() {
  await userEvent.type(screen.getByLabelText('账号'), ' head ');
  await userEvent.click(screen.getByLabelText('密码'));
  await userEvent.paste('correct horse');
  await userEvent.keyboard('{Enter}');
}

it('sends the pasted password with the guard header and lets managers fill both fields', async () => {
  answer(401, { code: 'WRONG_PASSWORD' });
  render(<SignInPage />);
  await signIn();
  const [path, init] = sent.mock.calls[0]!;
  expect(path).toBe('/session');
  expect(init?.headers).toMatchObject({ 'x-closeout': '1', 'content-type': 'application/json' });
  expect(JSON.parse(String(init?.body))).toEqual({ login: 'head', password: 'correct horse' });
  expect(screen.getByLabelText('账号')).toHaveAttribute('autocomplete', 'username');
  expect(screen.getByLabelText('密码')).toHaveAttribute('autocomplete', 'current-password');
});

it('does not say which of the two was wrong, keeps the account, asks for the password again', async () => {
  answer(401, { code: 'WRONG_PASSWORD' });
  render(<SignInPage />);
  await signIn();
  expect(await screen.findByText('账号或密码不对,请核对大小写后重试。')).toBeVisible();
  expect(screen.getByLabelText('账号')).toHaveValue(' head ');
  expect(screen.getByLabelText('密码')).toHaveValue('');
  expect(screen.getByLabelText('密码')).toHaveFocus();
});

it('says until when an account is locked, in local time', async () => {
  answer(401, { code: 'LOCKED', retryAt: '2024-06-18T01:45:00Z' });
  render(<SignInPage />);
  await signIn();
  expect(await screen.findByText(/已暂时锁定,2024-06-18 09:45 之后可再试/)).toBeVisible();
});

it('says when the server cannot be reached', async () => {
  sent.mockRejectedValue(new TypeError('Failed to fetch'));
  render(<SignInPage />);
  await signIn();
  expect(await screen.findByText(/没有连上服务器/)).toBeVisible();
});

it('carries the notice that no secrets belong here', () => {
  render(<SignInPage />);
  expect(screen.getByText('不得录入涉密信息和问题线索。')).toBeVisible();
});

it('follows only links that stay on this site', () => {
  expect(
    ['/ledger?q=1', '//evil.example', '/\\evil.example', 'https://evil.example', null, '/sign-in'].map(safeNext),
  ).toEqual(['/ledger?q=1', '/', '/', '/', '/', '/']);
});

it('takes the one-time token out of the address and sends it with the first administrator', async () => {
  history.replaceState(null, '', '/setup?token=abc123');
  answer(410, { code: 'EXPIRED', message: '链接已过期,请重新启动服务器取得新链接。' });
  render(<SetupPage />);
  expect(location.search).toBe('');
  await userEvent.type(screen.getByLabelText('姓名'), '管理员');
  await userEvent.type(screen.getByLabelText('账号'), 'admin');
  await userEvent.type(screen.getByLabelText('密码'), 'short');
  await userEvent.click(screen.getByRole('button', { name: '创建并登录' }));
  expect(sent).not.toHaveBeenCalled();
  expect(screen.getByText('密码至少 10 个字符,现在是 5 个。')).toBeVisible();
  await userEvent.type(screen.getByLabelText('密码'), ' is not enough');
  await userEvent.type(screen.getByLabelText('再写一遍密码'), 'short is not enough');
  await userEvent.click(screen.getByRole('button', { name: '创建并登录' }));
  expect(JSON.parse(String(sent.mock.calls[0]![1]?.body))).toEqual({
    token: 'abc123',
    name: '管理员',
    login: 'admin',
    password: 'short is not enough',
  });
  expect(await screen.findByText('链接已过期,请重新启动服务器取得新链接。')).toBeVisible();
});
