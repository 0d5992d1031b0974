import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { times } from './fragments.ts';
import type { Matrix, Rules } from './fragments.ts';

/** A filled shape this thin is a border; Word and browsers draw the lines of tables so. */
const THIN = 2.5;
const SHORTEST = 4;
/** Pages drawn as pictures hold millions of strokes; no table does. */
const MOST_RULES = 20_000;

type Point = [number, number];

/** The lines drawn on a page, from the operators that draw it. */
export function rulesOf(operators: { fnArray: number[]; argsArray: unknown[] }, view: Matrix): Rules {
  const rules: Rules = { horizontal: [], vertical: [] };
  const stack: Matrix[] = [];
  let matrix = view;
  for (const [i, operator] of operators.fnArray.entries()) {
    const args = operators.argsArray[i] as unknown[] | null;
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = times(matrix, args as unknown as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(matrix);
      if (args?.[0]) matrix = times(matrix, args[0] as Matrix);
    } else if (operator === OPS.constructPath) addPath(rules, args, matrix);
    if (rules.horizontal.length + rules.vertical.length > MOST_RULES) return { horizontal: [], vertical: [] };
  }
  return rules;
}

function addPath(rules: Rules, args: unknown[] | null, matrix: Matrix): void {
  const [painted, [data] = [null]] = (args ?? []) as [number, [Float32Array | null]?];
  if (!data || painted === OPS.endPath) return;
  const stroked = painted !== OPS.fill && painted !== OPS.eoFill;
  for (const points of subpaths(data, matrix)) {
    if (stroked) for (let i = 1; i < points.length; i += 1) addBox(rules, [points[i - 1] as Point, points[i] as Point]);
    else addBox(rules, points);
  }
}

/** Numbers behind each drawing step: move, line, curve, quadratic curve, close. */
const STEP_LENGTH = [2, 2, 6, 4, 0];

function subpaths(data: Float32Array, [a, b, c, d, e, f]: Matrix): Point[][] {
  const paths: Point[][] = [];
  let points: Point[] = [];
  for (let i = 0; i < data.length;) {
    const step = data[i] as number;
    const length = STEP_LENGTH[step];
    if (length === undefined) break;
    if (step === 0) paths.push((points = []));
    if (step === 4 && points[0]) points.push(points[0]);
    if (length > 0) {
      const [x, y] = [data[i + length - 1] as number, data[i + length] as number];
      points.push([a * x + c * y + e, b * x + d * y + f]);
    }
    i += length + 1;
  }
  return paths;
}

/** A thin upright or lying box is a rule; anything else is a picture or a background. */
function addBox(rules: Rules, points: readonly Point[]): void {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [x1 - x0, y1 - y0];
  if (height <= THIN && width >= SHORTEST) rules.horizontal.push({ at: (y0 + y1) / 2, from: x0, to: x1 });
  else if (width <= THIN && height >= SHORTEST) rules.vertical.push({ at: (x0 + x1) / 2, from: y0, to: y1 });
}
