import { useLayoutEffect, useRef, type RefObject } from 'react';

/** A value that handlers and timers read as it is now, without being set up again at every change. */
export function useLatest<T>(value: T): Readonly<RefObject<T>> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
