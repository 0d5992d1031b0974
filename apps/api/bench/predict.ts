/** What a selection costs by its size: the JSON that its one statement gathers, facts for computed fields included. */
export interface Size {
  kilobytes: number;
  /** Objects in that JSON: each is a row that was found and written. */
  objects: number;
}

export interface Sample extends Size {
  /** Milliseconds of the whole machine per request: one second divided by requests per second. */
  milliseconds: number;
}

export interface Prediction {
  fixed: number;
  perKilobyte: number;
  perObject: number;
}

function objectsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + objectsIn(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + objectsIn(Object.values(value));
}

export const sizeOf = (json: string): Size => ({
  kilobytes: Buffer.byteLength(json) / 1_024,
  objects: objectsIn(JSON.parse(json)),
});

/** Solves a small system of linear equations by elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let at = 0; at < rows.length; at += 1) {
    const pivot = rows.reduce(
      (best, _row, row) => (row > at && Math.abs(cell(row, at)) > Math.abs(cell(best, at)) ? row : best),
      at,
    );
    [rows[at], rows[pivot]] = [rows[pivot] as number[], rows[at] as number[]];
    for (let row = 0; row < rows.length; row += 1) {
      if (row === at) continue;
      const factor = cell(row, at) / cell(at, at);
      rows[row] = (rows[row] ?? []).map((value, column) => value - factor * cell(at, column));
    }
  }
  return rows.map((_row, at) => cell(at, rows.length) / cell(at, at));
}

/** Fits time = fixed + kilobytes + objects to the samples by least squares of the relative error. */
export function fit(samples: readonly Sample[]): Prediction {
  const rows = samples.map(({ kilobytes, objects, milliseconds }) =>
    [1, kilobytes, objects].map((value) => value / milliseconds),
  );
  const normal = [0, 1, 2].map((i) =>
    [0, 1, 2].map((j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
  );
  const right = [0, 1, 2].map((i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0));
  const [fixed = 0, perKilobyte = 0, perObject = 0] = solve(normal, right);
  return { fixed, perKilobyte, perObject };
}

export const predict = ({ fixed, perKilobyte, perObject }: Prediction, { kilobytes, objects }: Size): number =>
  fixed + perKilobyte * kilobytes + perObject * objects;
