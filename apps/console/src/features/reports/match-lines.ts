const LARGEST = 4_000_000;

/** Lengths of the longest common runs of both tails, row by row: the classic table, for texts of up to 2,000 paragraphs. */
function tableOf(a: readonly string[], b: readonly string[]): { at: (i: number, j: number) => number } {
  const width = b.length + 1;
  const cells = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [down, right] = [cells[(i + 1) * width + j]!, cells[i * width + j + 1]!];
      cells[i * width + j] = a[i] === b[j] ? cells[(i + 1) * width + j + 1]! + 1 : Math.max(down, right);
    }
  }
  return { at: (i, j) => cells[i * width + j]! };
}

/**
 * For each line of `a` its line of `b`, in order and as many as can be; `null` where there is none. A line that is printed
 * many times (整改结果：已整改到位。) is matched where it stands. Too long texts are matched from both ends only.
 */
export function matchLines(a: readonly string[], b: readonly string[]): (number | null)[] {
  const matches: (number | null)[] = a.map(() => null);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) matches[head] = head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) {
    matches[a.length - 1 - tail] = b.length - 1 - tail;
    tail += 1;
  }
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (left.length * right.length > LARGEST) return matches;
  const table = tableOf(left, right);
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i] === right[j]) matches[head + i++] = head + j++;
    else if (table.at(i + 1, j) >= table.at(i, j + 1)) i += 1;
    else j += 1;
  }
  return matches;
}
