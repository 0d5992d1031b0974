/** The size of a selection: what its one statement reads and what it gathers, facts for computed fields included. */
export interface Size {
  kilobytes: number;
  /** One for each time PostgreSQL looks into a table or an index, and one for each row that it finds there. */
  reads: number;
  /** Names of the answer's JSON: one for each field of each row, which PostgreSQL puts into its object one by one. */
  names: number;
}

export interface Sample extends Size {
  /** Milliseconds of processor per request, server and database together; off Linux one second divided by requests per second. */
  milliseconds: number;
}

export interface Prediction {
  fixed: number;
  perKilobyte: number;
  perRead: number;
  perName: number;
}

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

/** Fits time = fixed + kilobytes + reads + names to the samples by least squares of the relative error. */
export function fit(samples: readonly Sample[]): Prediction {
  const rows = samples.map(({ kilobytes, reads, names, milliseconds }) =>
    [1, kilobytes, reads, names].map((value) => value / milliseconds),
  );
  const terms = [0, 1, 2, 3];
  const normal = terms.map((i) => terms.map((j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)));
  const right = terms.map((i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0));
  const [fixed = 0, perKilobyte = 0, perRead = 0, perName = 0] = solve(normal, right);
  return { fixed, perKilobyte, perRead, perName };
}

export const predict = (
  { fixed, perKilobyte, perRead, perName }: Prediction,
  { kilobytes, reads, names }: Size,
): number => fixed + perKilobyte * kilobytes + perRead * reads + perName * names;
