import { unified } from './radicals.ts';

/** A run of text on a page; distances in points from the left and the top edge. */
export interface Fragment {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
}

/** A straight line drawn on a page: horizontal at y from x0 to x1, or vertical at x from y0 to y1. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}
export interface Rules {
  horizontal: Rule[];
  vertical: Rule[];
}

export type Matrix = readonly [number, number, number, number, number, number];

/** `inner` seen through `outer`. */
export const times = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export interface RawItem {
  str: string;
  transform: number[];
  width: number;
}

/** Where an item stands on the page; null for white space. `slanted`: a watermark or a stamp, not a line of text. */
export function fragmentOf(item: RawItem, view: Matrix): (Fragment & { slanted: boolean }) | null {
  if (item.str.trim() === '') return null;
  const [a, b, c, d, left, baseline] = times(view, item.transform as unknown as Matrix);
  const size = Math.hypot(c, d) || 1;
  const text = unified(item.str);
  return { text, left, right: left + item.width, baseline, size, slanted: Math.abs(b) > 0.1 * Math.abs(a) };
}
