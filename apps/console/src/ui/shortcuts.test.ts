import { expect, it } from 'vitest';
import { matchShortcut, type Shortcut } from './shortcuts.ts';

const next: Shortcut = { key: 'j', label: '下一项', run: () => undefined };
const search: Shortcut = { key: 'mod+k', label: '搜索', run: () => undefined };
const all = [next, search];

function press(init: KeyboardEventInit & { target?: HTMLElement }): KeyboardEvent {
  const event = new KeyboardEvent('keydown', init);
  Object.defineProperty(event, 'target', { value: init.target ?? document.body });
  return event;
}

it('finds single keys and combinations', () => {
  expect(matchShortcut(press({ key: 'J' }), all, true)).toBe(next);
  expect(matchShortcut(press({ key: 'k', ctrlKey: true }), all, true)).toBe(search);
  expect(matchShortcut(press({ key: 'j', ctrlKey: true }), all, true)).toBeNull();
});

it('stays quiet while a word is composed or text is typed', () => {
  const input = document.createElement('input');
  expect(matchShortcut(press({ key: 'j', isComposing: true }), all, true)).toBeNull();
  expect(matchShortcut(press({ key: 'j', target: input }), all, true)).toBeNull();
  expect(matchShortcut(press({ key: 'k', ctrlKey: true, target: input }), all, true)).toBe(search);
});

it('lets single keys be switched off, combinations stay', () => {
  expect(matchShortcut(press({ key: 'j' }), all, false)).toBeNull();
  expect(matchShortcut(press({ key: 'k', metaKey: true }), all, false)).toBe(search);
});

it('gives the innermost page the key', () => {
  const inner: Shortcut = { ...next, label: '下一个问题' };
  expect(matchShortcut(press({ key: 'j' }), [next, inner], true)).toBe(inner);
});
