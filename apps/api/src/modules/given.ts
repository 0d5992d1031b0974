/** Columns without `undefined`. */
type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The columns that were given: an absent one (undefined) stays as it is and is not written, null clears. */
export const given = <T extends object>(columns: T): Given<T> =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Given<T>;
