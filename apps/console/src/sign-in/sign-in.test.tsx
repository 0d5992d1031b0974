import { fireEvent, render, screen } from '@testing-library/react';
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

it('takes the one-time token out of the address, names what is missing, and sends body and three administrators', async () => {
  history.replaceState(null, '', '/setup?token=abc123');
  answer(422, { code: 'INVALID', rule: 'setup.logins', field: 'login', message: 'three names', params: {} });
  render(<SetupPage />);
  expect(location.search).toBe('');
  const submit = () => userEvent.click(screen.getByRole('button', { name: '开通并登录' }));
  await userEvent.type(screen.getByLabelText('密码'), 'short');
  await submit();
  expect(sent).not.toHaveBeenCalled();
  expect(screen.getByText('密码至少 10 个字符,现在是 5 个。')).toBeVisible();
  for (const [label, text] of [
    ['单位名称', '市园林中心'],
    ['简称', '园林'],
    ['姓名', '甲一'],
    ['安全管理员', '乙二'],
    ['审计管理员', '丙三'],
  ] as const)
    fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
  await userEvent.type(screen.getAllByLabelText('账号')[0]!, 'secadmin');
  await userEvent.type(screen.getByLabelText('密码'), ' is not enough');
  await userEvent.type(screen.getByLabelText('再写一遍密码'), 'short is not enough');
  await submit();
  expect(JSON.parse(String(sent.mock.calls[0]![1]?.body))).toMatchObject({
    token: 'abc123',
    body: '市园林中心',
    kind: 'INSPECTED',
    login: 'secadmin',
    securityLogin: 'secadmin',
    auditName: '丙三',
  });
  expect(await screen.findByText('三位管理员的账号不能相同。')).toBeVisible();
});

it('asks for an own password before going on, and says why one is refused', async () => {
  answer(200, { ok: true, mustChangePassword: true });
  render(<SignInPage />);
  await signIn();
  expect(await screen.findByRole('heading', { name: '设置自己的密码' })).toBeVisible();
  answer(422, { code: 'INVALID', rule: 'password.common', field: 'new', message: 'common', params: {} });
  await userEvent.type(screen.getByLabelText('新密码'), 'qwertyuiop');
  await userEvent.type(screen.getByLabelText('再写一遍密码'), 'qwertyuiop');
  await userEvent.click(screen.getByRole('button', { name: '保存并进入' }));
  expect(await screen.findByText(/这个密码太常见/)).toBeVisible();
  expect(JSON.parse(String(sent.mock.calls[1]![1]?.body))).toEqual({ old: 'correct horse', new: 'qwertyuiop' });
});
