import { useSyncExternalStore } from 'react';

let reachable = true;
const listeners = new Set<() => void>();

function report(next: boolean) {
  if (next === reachable) return;
  reachable = next;
  listeners.forEach((listener) => listener());
}

/** Every answer and every missing answer of the server is reported here: a plugged cable is not the only bad line. */
export const networkWorked = () => report(true);
export const networkFailed = () => report(false);

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('online', networkWorked);
  window.addEventListener('offline', networkFailed);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', networkWorked);
    window.removeEventListener('offline', networkFailed);
  };
}

/** Whether the server could be reached the last time anyone tried. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => reachable && navigator.onLine !== false);
}
