let last: Promise<unknown> = Promise.resolve();

/** Runs one piece of work after the other: only one uploaded file at a time is held in memory for its check. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return turn;
}
