import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { FileDrop } from './FileDrop.tsx';
import { Seal } from './Seal.tsx';
import { Skeleton } from './Skeleton.tsx';
import { toast } from './toast-store.ts';
import { ToastRegion } from './ToastRegion.tsx';

it('keeps a blocked button reachable, with its reason as its description', async () => {
  const pressed = vi.fn();
  render(
    <Button off="措施四还没有佐证" onClick={pressed}>
      提请销号
    </Button>,
  );
  const button = screen.getByRole('button', { name: '提请销号' });
  await userEvent.tab();
  expect(button).toHaveFocus();
  expect(button).toHaveAccessibleDescription('措施四还没有佐证');
  await userEvent.keyboard('{Enter}');
  expect(pressed).not.toHaveBeenCalled();
});

it('does not send a form twice while the server is busy', async () => {
  const sent = vi.fn((event: React.FormEvent) => event.preventDefault());
  render(
    <form onSubmit={sent}>
      <Button type="submit" busy>
        保存
      </Button>
    </form>,
  );
  await userEvent.click(screen.getByRole('button'));
  expect(sent).not.toHaveBeenCalled();
});

function Opener() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>退回</button>
      <Dialog title="退回第 28 号问题" open={open} onClose={() => setOpen(false)} actions={<button>确定</button>}>
        <input aria-label="理由" />
      </Dialog>
    </>
  );
}

it('holds the focus in a dialog, closes on Escape and gives the focus back', async () => {
  render(<Opener />);
  const opener = screen.getByRole('button', { name: '退回' });
  await userEvent.click(opener);
  const dialog = screen.getByRole('dialog', { name: '退回第 28 号问题' });
  for (let i = 0; i < 6; i++) {
    await userEvent.tab();
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
  }
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(opener).toHaveFocus());
});

it('names the seal with signer and date, and lands it only when asked', () => {
  const { rerender } = render(<Seal signer="闻予知" date="2024-06-18" />);
  const seal = () => screen.getByRole('img', { name: '已销号 闻予知 2024-06-18' });
  expect(seal()).not.toHaveClass('landing');
  rerender(<Seal signer="闻予知" date="2024-06-18" landing />);
  expect(seal()).toHaveClass('landing');
});

it('keeps the seal still for those who asked for less motion', () => {
  vi.spyOn(window, 'matchMedia').mockReturnValue({
    matches: true,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  } as unknown as MediaQueryList);
  render(<Seal landing />);
  expect(screen.getByRole('img', { name: '已销号' })).not.toHaveClass('landing');
});

it('takes files that are pasted and names each one it refused', async () => {
  const taken: string[] = [];
  render(
    <FileDrop
      label="扫描件"
      pasteAnywhere
      items={[{ id: '1', name: '病毒.exe', size: 10, state: 'refused', reason: '不收此类文件' }]}
      onFiles={(files) => taken.push(...files.map((file) => file.name))}
      onRemove={() => undefined}
    />,
  );
  const paste = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(paste, { clipboardData: { files: [new File(['x'], '签到表.jpg'), new File(['y'], '记录.pdf')] } });
  act(() => void document.dispatchEvent(paste));
  expect(taken).toEqual(['签到表.jpg', '记录.pdf']);
  expect(screen.getByText('不收此类文件')).toBeVisible();
  expect(screen.getByRole('button', { name: '去掉 病毒.exe' })).toBeVisible();
});

it('offers to take an edit back for ten seconds', async () => {
  vi.useFakeTimers();
  const undone = vi.fn();
  render(<ToastRegion />);
  act(() => void toast('已改为 2024-06-26', { undo: undone }));
  act(() => vi.advanceTimersByTime(9_900));
  act(() => screen.getByRole('button', { name: '撤销' }).click());
  expect(undone).toHaveBeenCalledOnce();
  act(() => void toast('再改', { undo: undone }));
  act(() => vi.advanceTimersByTime(10_100));
  expect(screen.queryByText('再改')).toBeNull();
  vi.useRealTimers();
});

it('says the same words once, however often they are said', () => {
  render(<ToastRegion />);
  act(() => void ['已保存', '已保存', '已送出', '已保存'].forEach((words) => toast(words)));
  expect(screen.getAllByText(/^已/).map((each) => each.textContent)).toEqual(['已送出', '已保存']);
});

it('draws no skeleton for quick answers', () => {
  vi.useFakeTimers();
  render(<Skeleton />);
  expect(screen.getByRole('status')).toHaveTextContent('');
  act(() => vi.advanceTimersByTime(250));
  expect(screen.getByRole('status')).toHaveTextContent('正在读取…');
  vi.useRealTimers();
});
