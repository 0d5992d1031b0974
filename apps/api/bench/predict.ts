/** The size of a selection: what its one statement reads and what it gathers, facts for computed fields included. */
export interface Size {
  kilobytes: number;
  /** One for each time PostgreSQL looks into a table or an index, and one for each row that it finds there. */
  reads: number;
}

export interface Sample extends Size {
  /** Milliseconds of processor per request, server and database together; off Linux one second divided by requests per second. */
  milliseconds: number;
}

export interface Prediction {
  fixed: number;
  perKilobyte: number;
  perRead: number;
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

/** Fits time = fixed + kilobytes + reads to the samples by least squares of the relative error. */
export function fit(samples: readonly Sample[]): Prediction {
  const rows = samples.map(({ kilobytes, reads, milliseconds }) =>
    [1, kilobytes, reads].map((value) => value / milliseconds),
  );
  const normal = [0, 1, 2].map((i) =>
    [0, 1, 2].map((j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
  );
  const right = [0, 1, 2].map((i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0));
  const [fixed = 0, perKilobyte = 0, perRead = 0] = solve(normal, right);
  return { fixed, perKilobyte, perRead };
}

export const predict = ({ fixed, perKilobyte, perRead }: Prediction, { kilobytes, reads }: Size): number =>
  fixed + perKilobyte * kilobytes + perRead * reads;
