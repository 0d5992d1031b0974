import type { TextLine } from './lines.ts';
import type { SetAside } from '../set-aside.ts';

export interface PageLines {
  number: number;
  width: number;
  height: number;
  lines: TextLine[];
}

/** How much of a page's height, at each end, may hold running heads and page numbers. */
const ZONE = 0.15;
const PAGE_NUMBER =
  /^(?:[-—–―－·.~\s]*\d{1,4}[-—–―－·.~\s]*|第\s*[\d一二三四五六七八九十百]{1,5}\s*页(?:\s*[,，/]?\s*共\s*[\d一二三四五六七八九十百]{1,5}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)$/iu;

/** The same words at the same height, whatever the numbers in them. */
const alike = ({ text, baseline }: TextLine): string =>
  `${text.replace(/\d+/gu, '#').replace(/\s/gu, '')}@${Math.round(baseline / 6)}`;

/**
 * Takes running heads, running feet and page numbers off both ends of every page: what stands there again on half of the
 * pages, or is nothing but a page number. What was taken is answered, not lost.
 */
export function withoutFurniture(pages: readonly PageLines[]): { pages: PageLines[]; setAside: SetAside[] } {
  const seen = new Map<string, number>();
  for (const { lines } of pages) for (const key of new Set(lines.map(alike))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const least = Math.max(2, Math.ceil(pages.length / 2));
  const repeated = (line: TextLine): boolean => !/[。；]$/u.test(line.text) && (seen.get(alike(line)) ?? 0) >= least;
  const setAside: SetAside[] = [];
  const kept = pages.map((page) => {
    const lines = [...page.lines];
    const taken = (line: TextLine | undefined): boolean => {
      if (!line || !inZone(page, line) || !(repeated(line) || PAGE_NUMBER.test(line.text))) return false;
      setAside.push({ kind: 'PAGE_FURNITURE', text: line.text, page: page.number });
      return true;
    };
    while (taken(lines[0])) lines.shift();
    while (taken(lines.at(-1))) lines.pop();
    return { ...page, lines };
  });
  return { pages: kept, setAside };
}

const inZone = ({ height }: PageLines, { baseline }: TextLine): boolean =>
  baseline < ZONE * height || baseline > (1 - ZONE) * height;
