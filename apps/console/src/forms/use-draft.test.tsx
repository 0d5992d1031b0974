import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { AccountContext } from '../session/account.ts';
import { DATA_PREFIX, wipeLocalData, wipeOthersData } from '../session/local-data.ts';
import { useDraft } from './use-draft.ts';

const EMPTY = { title: '', date: null as string | null };

function open(account = 'a1', initial: object = EMPTY) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <AccountContext.Provider value={account}>{children}</AccountContext.Provider>
  );
  return renderHook(() => useDraft('finding-28:meeting', initial as typeof EMPTY), { wrapper });
}

it('survives a closed tab: the form opens as it was left', () => {
  const first = open();
  expect(first.result.current.restoredAt).toBeNull();
  act(() => first.result.current.put('title', '党组会第 12 次会议'));
  first.unmount();
  const second = open();
  expect(second.result.current.value).toEqual({ title: '党组会第 12 次会议', date: null });
  expect(second.result.current.restoredAt).toBeInstanceOf(Date);
  expect(second.result.current.dirty).toBe(true);
});

it('is written soon after typing, so that a crash costs little', () => {
  vi.useFakeTimers();
  const draft = open();
  act(() => draft.result.current.put('title', '记录'));
  act(() => vi.advanceTimersByTime(400));
  expect(localStorage.getItem(`${DATA_PREFIX}a1:draft:finding-28:meeting`)).toContain('记录');
  vi.useRealTimers();
});

it('belongs to its account', () => {
  const mine = open('a1');
  act(() => mine.result.current.put('title', '我的'));
  mine.unmount();
  expect(open('a2').result.current.value).toEqual(EMPTY);
});

it('is forgotten once submitted, also if something was typed a moment before', () => {
  const draft = open();
  act(() => draft.result.current.put('title', '已提交'));
  act(() => draft.result.current.clear());
  draft.unmount();
  expect(open().result.current.restoredAt).toBeNull();
});

it('is not poured into a form that has other fields now', () => {
  const old = open();
  act(() => old.result.current.put('title', '旧'));
  old.unmount();
  expect(open('a1', { title: '', date: null, place: '' }).result.current.restoredAt).toBeNull();
});

it('goes at sign-out; the look of the page stays; another account removes only what is not its own', () => {
  localStorage.setItem('closeout-look:theme', 'dark');
  localStorage.setItem(`${DATA_PREFIX}a1:draft:x`, '1');
  localStorage.setItem(`${DATA_PREFIX}a2:draft:x`, '2');
  wipeOthersData('a2');
  expect(localStorage.getItem(`${DATA_PREFIX}a1:draft:x`)).toBeNull();
  expect(localStorage.getItem(`${DATA_PREFIX}a2:draft:x`)).toBe('2');
  wipeLocalData();
  expect(localStorage.getItem(`${DATA_PREFIX}a2:draft:x`)).toBeNull();
  expect(localStorage.getItem('closeout-look:theme')).toBe('dark');
});

it('is not written back by the form that goes away after the wiping', () => {
  const draft = open();
  act(() => draft.result.current.put('title', '只有我知道'));
  wipeLocalData();
  window.dispatchEvent(new Event('pagehide'));
  draft.unmount();
  expect(JSON.stringify({ ...localStorage })).not.toContain('只有我知道');
});
