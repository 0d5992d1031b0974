const NUMERALS = '一二三四五六七八九十';
/** What may stand before a marker: the beginning, a line break, or the end of a clause. */
const BEFORE = /[\s。；;：:，,、！!？?）)]/;

/** Families of markers, each giving the marker patterns (anchored) of its n-th part. */
const FAMILIES: readonly ((n: number) => RegExp)[] = [
  (n) => new RegExp(`^${chinese(n)}是(?![否非])[：:]?`),
  (n) => new RegExp(`^${chinese(n)}、`),
  (n) => new RegExp(String.raw`^[（(]${chinese(n)}[）)][、.．]?`),
  (n) => new RegExp(String.raw`^${n}(?:[、．]|\.(?!\d)|[）)])`),
  (n) => new RegExp(String.raw`^[（(]${n}[）)][、.．]?`),
  (n) => new RegExp(`^${String.fromCodePoint(0x245f + n)}`),
];

/**
 * Splits a cell such as `1.…2.…`, `一是…二是…` or `①…②…` into its parts, markers removed. Only the outermost level is
 * split, the numbers must follow each other from one, and `1.6万元` is no marker. A text without at least two marked
 * parts comes back whole. Words before the first marker are kept: joined to the first part when they introduce it
 * (ending in a colon, or short), as a part of their own otherwise.
 */
export function splitEnumeration(text: string): string[] {
  const whole = text.trim();
  const marks = outermost(whole);
  if (marks.length < 2) return whole === '' ? [] : [whole];
  const parts = marks.map((mark, i) => whole.slice(mark.end, marks[i + 1]?.start).trim());
  const preface = whole.slice(0, marks[0]?.start).trim();
  if (preface !== '') {
    if (/[：:]$/.test(preface) || preface.length <= 12) parts[0] = `${preface}${parts[0]}`;
    else parts.unshift(preface);
  }
  return parts.filter((part) => part !== '');
}

interface Mark {
  start: number;
  end: number;
}

function outermost(text: string): Mark[] {
  const candidates = FAMILIES.map((family) => marksOf(text, family)).filter((marks) => marks.length >= 2);
  return candidates.toSorted((a, b) => (a[0] as Mark).start - (b[0] as Mark).start)[0] ?? [];
}

function marksOf(text: string, family: (n: number) => RegExp): Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  for (let n = 1; n <= 20; n++) {
    const mark = findMark(text, at, family(n));
    if (mark === null) break;
    marks.push(mark);
    at = mark.end;
  }
  return marks;
}

function findMark(text: string, from: number, pattern: RegExp): Mark | null {
  for (let start = from; start < text.length; start++) {
    if (start > 0 && !BEFORE.test(text[start - 1] as string)) continue;
    const match = pattern.exec(text.slice(start, start + 8));
    if (match !== null) return { start, end: start + match[0].length };
  }
  return null;
}

function chinese(n: number): string {
  if (n <= 10) return NUMERALS[n - 1] as string;
  return n < 20 ? `十${NUMERALS[n - 11]}` : '二十';
}
