import { useEffect, useSyncExternalStore } from 'react';
import { useLatest } from './use-latest.ts';

export type Shortcut = {
  /** As `KeyboardEvent.key`, lower case for letters; `mod+k` for Ctrl or Command. */
  key: string;
  /** What it does, in the reader's language: shown in the `?` list. */
  label: string;
  run: () => void;
};

const registered = new Set<Shortcut>();
const listeners = new Set<() => void>();
let snapshot: readonly Shortcut[] = [];
let singleKeysOn = true;

function publish() {
  snapshot = [...registered];
  listeners.forEach((listener) => listener());
}

/** Single-key shortcuts disturb speech input, so that they can be switched off (WCAG 2.1.4); Ctrl+K stays. */
export function setSingleKeyShortcuts(on: boolean) {
  singleKeysOn = on;
  publish();
}

function isTyping(target: EventTarget | null) {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    Boolean(target.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]'))
  );
}

/** Which of the shortcuts an event means; none while an IME composes or while text is being typed. */
export function matchShortcut(
  event: KeyboardEvent,
  shortcuts: Iterable<Shortcut>,
  singleKeys: boolean,
): Shortcut | null {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || event.altKey) return null;
  const mod = event.ctrlKey || event.metaKey;
  if (!mod && (!singleKeys || isTyping(event.target))) return null;
  const pressed = `${mod ? 'mod+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
  let found: Shortcut | null = null;
  for (const shortcut of shortcuts) if (shortcut.key === pressed) found = shortcut; // the innermost page wins
  return found;
}

function onKeyDown(event: KeyboardEvent) {
  const shortcut = matchShortcut(event, registered, singleKeysOn);
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run();
}

/** Registers shortcuts while the calling component is shown; they appear in the `?` list by themselves. */
export function useShortcuts(shortcuts: readonly Shortcut[]) {
  const latest = useLatest(shortcuts);
  const signature = shortcuts.map((each) => `${each.key}=${each.label}`).join('\n');
  useEffect(() => {
    const mine = latest.current.map((each, index) => ({ ...each, run: () => latest.current[index]?.run() }));
    mine.forEach((each) => registered.add(each));
    if (registered.size === mine.length) document.addEventListener('keydown', onKeyDown);
    publish();
    return () => {
      mine.forEach((each) => registered.delete(each));
      if (registered.size === 0) document.removeEventListener('keydown', onKeyDown);
      publish();
    };
  }, [signature, latest]);
}

/** Every shortcut that works right now. */
export function useRegisteredShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}
