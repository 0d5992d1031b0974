import { useCallback, useEffect, useRef, useState } from 'react';
import { DATA_PREFIX, keepLocally } from '../session/local-data.ts';
import { useAccountId } from '../session/account.ts';

const WRITE_DELAY_MS = 300;
const MAX_AGE_MS = 30 * 86_400_000;

type Kept<T> = { at: number; shape: string; value: T };

export type Draft<T> = {
  value: T;
  set: (next: T | ((old: T) => T)) => void;
  /** Changes one field. */
  put: <K extends keyof T>(key: K, value: T[K]) => void;
  /** When the draft found at opening was last written; `null` when the form started empty. */
  restoredAt: Date | null;
  /** True once something was typed that the server does not have. */
  dirty: boolean;
  /** Submitted: forget it. Call when the server has said yes. */
  clear: () => void;
  /** Throws the restored draft away and starts again. */
  startOver: () => void;
};

/** Keys of the value: a draft written by an older form with other fields is not poured into this one. */
const shapeOf = (value: object) => Object.keys(value).sort().join();

function read<T extends object>(key: string, initial: T, now: number): Kept<T> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept<T> | null;
    return kept && kept.shape === shapeOf(initial) && now - kept.at < MAX_AGE_MS ? kept : null;
  } catch {
    return null;
  }
}

function write<T extends object>(key: string, value: T) {
  keepLocally(key, JSON.stringify({ at: Date.now(), shape: shapeOf(value), value } satisfies Kept<T>));
}

/**
 * A form's values, kept on this computer while they are being written: they survive a closed tab and a lost network, are
 * bound to the account and wiped at sign-out. Files cannot be kept this way and are uploaded at once instead.
 */
export function useDraft<T extends object>(name: string, initial: T): Draft<T> {
  const account = useAccountId();
  const key = `${DATA_PREFIX}${account}:draft:${name}`;
  const [start] = useState(() => ({ kept: read(key, initial, Date.now()), initial }));
  const [value, setValue] = useState<T>(start.kept?.value ?? initial);
  const [restoredAt, setRestoredAt] = useState(start.kept ? new Date(start.kept.at) : null);
  const [dirty, setDirty] = useState(start.kept !== null);
  const pending = useRef<T | null>(null);

  const flush = useCallback(() => {
    if (pending.current !== null) write(key, pending.current);
    pending.current = null;
  }, [key]);
  useEffect(() => {
    if (pending.current === null) return;
    const timer = setTimeout(flush, WRITE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [value, flush]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [flush]);

  const set: Draft<T>['set'] = useCallback((next) => {
    setDirty(true);
    setValue((old) => (pending.current = typeof next === 'function' ? next(old) : next));
  }, []);
  const put: Draft<T>['put'] = useCallback((field, next) => set((old) => ({ ...old, [field]: next })), [set]);
  const clear = useCallback(() => {
    pending.current = null;
    setDirty(false);
    setRestoredAt(null);
    localStorage.removeItem(key);
  }, [key]);
  const startOver = useCallback(() => {
    clear();
    setValue(start.initial);
  }, [clear, start]);
  return { value, set, put, restoredAt, dirty, clear, startOver };
}
