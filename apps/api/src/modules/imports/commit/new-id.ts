import { randomBytes } from 'node:crypto';

/** Time-ordered ids (UUIDv7) for rows that refer to one another before they are written; later ones sort behind earlier ones. */
export function idMaker(now: Date): () => string {
  const time = now.getTime().toString(16).padStart(12, '0');
  let counter = 0;
  return () => {
    const order = (counter += 1).toString(16).padStart(6, '0');
    const noise = randomBytes(7).toString('hex');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${order.slice(0, 3)}-8${order.slice(3)}-${noise.slice(0, 12)}`;
  };
}
