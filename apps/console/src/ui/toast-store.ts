import { useSyncExternalStore } from 'react';

export type Toast = {
  id: number;
  text: string;
  tone: 'note' | 'error';
  /** Takes the edit back; offered for ten seconds. */
  undo?: () => void | Promise<unknown>;
};

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]) {
  toasts = next;
  listeners.forEach((listener) => listener());
}

/** Says something in passing, at most three at a time and the same words once; errors that need an answer belong into an ErrorPanel instead. */
export function toast(text: string, options: { tone?: Toast['tone']; undo?: Toast['undo'] } = {}): number {
  const id = nextId++;
  const others = toasts.filter((each) => each.text !== text || each.undo !== undefined);
  publish([...others.slice(-2), { id, text, tone: options.tone ?? 'note', undo: options.undo }]);
  return id;
}

export function dismissToast(id: number) {
  publish(toasts.filter((each) => each.id !== id));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
