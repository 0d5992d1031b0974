/** What a request shows of one cell; `state`: the right is there, the workflow's state or step is not. */
export type Outcome = 'allow' | 'deny' | 'absent' | 'state' | 'error';

/** One cell that was exercised. */
export interface Cell {
  /** What was asked, e.g. `Finding.title` or `claim`. */
  what: string;
  who: string;
  /** Place and state of the record, where they matter. */
  where: string;
  expected: Outcome;
  seen: Outcome;
  /** What the server said, for the reader of a mismatch. */
  said?: string;
}

export interface Result {
  cells: number;
  mismatches: Cell[];
  /** Fields and operations of the schema without a row, with the words where to add it. */
  unclassified: string[];
  /** Fields that were asked for, and those that somebody saw a value of: without one, an `allow` shows nothing. */
  asked: Set<string>;
  filled: Set<string>;
}

export const nothing = (): Result => ({
  cells: 0,
  mismatches: [],
  unclassified: [],
  asked: new Set(),
  filled: new Set(),
});

export function add(result: Result, cell: Cell): void {
  result.cells += 1;
  if (cell.expected !== cell.seen) result.mismatches.push(cell);
}

export function merge(results: readonly Result[]): Result {
  const all = nothing();
  for (const one of results) {
    all.cells += one.cells;
    all.mismatches.push(...one.mismatches);
    all.unclassified.push(...one.unclassified);
    for (const field of one.asked) all.asked.add(field);
    for (const field of one.filled) all.filled.add(field);
  }
  return all;
}

/** Fields that nobody saw a value of, after every place. */
export const emptyOf = (result: Result): string[] => [...result.asked].filter((field) => !result.filled.has(field));

/** Mismatches in words, those of one field and outcome in one line. */
export function report(result: Result): string[] {
  const lines = new Map<string, string[]>();
  for (const { what, who, where, expected, seen, said } of result.mismatches) {
    const key = `${what}: expected ${expected}, seen ${seen}${said === undefined ? '' : ` (${said})`}`;
    lines.set(key, [...(lines.get(key) ?? []), where === '' ? who : `${who}@${where}`]);
  }
  return [...lines].map(([key, whom]) => `mismatch   ${key}: ${[...new Set(whom)].join(' ')}`);
}

const AT_ONCE = 6;

/** The answers to these questions in their order, several asked at once. */
export async function allOf<A, B>(list: Iterable<A>, ask: (one: A) => Promise<B>): Promise<B[]> {
  const waiting = [...list].entries();
  const answers: B[] = [];
  const worker = async (): Promise<void> => {
    for (const [index, one] of waiting) answers[index] = await ask(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers;
}
