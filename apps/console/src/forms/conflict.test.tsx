import i18next from 'i18next';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ConflictDialog } from './ConflictDialog.tsx';
import { blockedReason } from './missing.ts';

const conflict = { by: '沈默', at: '2024-06-18 10:30', what: ['title', 'searchVector'], version: 7 };
const nothing = () => undefined;

it('names who changed what, also where it cannot merge, and never shows a column name', () => {
  render(<ConflictDialog conflict={conflict} fields={[]} onClose={nothing} onReload={nothing} onResolve={nothing} />);
  const dialog = screen.getByRole('alertdialog', { name: '别人刚改过这一项' });
  expect(dialog).toHaveTextContent('沈默 在 2024-06-18 10:30 改过这一项');
  expect(dialog).toHaveTextContent('改动的项:标题、其他内容');
  expect(dialog).not.toHaveTextContent('searchVector');
});

it('merges field by field, and only once each is decided', async () => {
  const resolve = vi.fn();
  const fields = [
    { field: 'title', label: '标题', theirs: '甲', mine: '乙' },
    { field: 'effect', label: '整改成效', theirs: '丙', mine: '丁' },
  ];
  render(
    <ConflictDialog conflict={conflict} fields={fields} onClose={nothing} onReload={nothing} onResolve={resolve} />,
  );
  const apply = screen.getByRole('button', { name: '按所选提交' });
  await userEvent.click(screen.getAllByLabelText('用对方的')[0]!);
  await userEvent.click(apply);
  expect(resolve).not.toHaveBeenCalled();
  expect(apply).toHaveAccessibleDescription('请逐项选定');
  await userEvent.click(screen.getAllByLabelText('用我的')[1]!);
  await userEvent.click(apply);
  expect(resolve).toHaveBeenCalledWith(['title']);
});

it('turns the server’s transitions into reasons on buttons', () => {
  const t = i18next.t.bind(i18next) as typeof i18next.t;
  const transitions = [
    {
      verb: 'submit',
      allowed: false,
      reason: 'MISSING',
      missing: [{ code: 'EVIDENCE_PRESENT', subject: '4' }, { code: 'NEXT_REVIEW' }],
    },
    { verb: 'sign', allowed: false, reason: 'OWN_SUBMISSION', missing: [] },
    { verb: 'claim', allowed: true, missing: [] },
    { verb: 'instruct', allowed: false, reason: 'FORBIDDEN', missing: [] },
  ];
  expect(blockedReason(t, transitions, 'submit')).toBe('还缺:措施四的佐证、下次复核日期');
  expect(blockedReason(t, transitions, 'sign')).toBe('不能签批自己提请的');
  expect(blockedReason(t, transitions, 'claim')).toBeNull();
  expect(blockedReason(t, transitions, 'instruct')).toBeUndefined();
  expect(blockedReason(t, transitions, 'resume')).toBeUndefined();
});
