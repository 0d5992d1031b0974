import { createHash } from 'node:crypto';

/** The instant from which the demo's ids count, so that they are valid, time-ordered UUIDv7 and never change. */
const EPOCH = Date.UTC(2026, 5, 18, 1, 0, 0);

export type IdOf = (key: string) => string;

/**
 * Gives each key its id: the same key the same id, in the order in which keys are first asked for. Two seedings with the
 * same content give the same ids.
 */
export function createIds(): IdOf {
  const known = new Map<string, string>();
  return (key) => {
    const found = known.get(key);
    if (found) return found;
    const time = (EPOCH + known.size).toString(16).padStart(12, '0');
    const noise = createHash('sha256').update(key).digest('hex');
    const id = `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(0, 3)}-8${noise.slice(3, 6)}-${noise.slice(6, 18)}`;
    known.set(key, id);
    return id;
  };
}
