import { depths, linesOf, numberOf, trimRange } from './text.ts';
import type { LabelFinder } from './labels.ts';
import type { Line } from './text.ts';

const CN = '[一二三四五六七八九十]{1,3}';
const NUMBER = /(?<![\d.,第])(\d{1,3})\s*[.、](?!\d)/gu;
const ASPECT = new RegExp(`[(]\\s*(${CN})\\s*[)]`, 'gu');
const PART = new RegExp(`(?<=[。;!?])\\s*(${CN})、`, 'gu');
/** A heading that runs on into the finding below it is short and ends no sentence. */
const LONGEST_HEADING = 60;

/**
 * The lines of a report. A line that holds the same measures label several times lost its line breaks: it is cut where
 * the findings, and the headings right before them, begin.
 */
export function reportLines(view: string, finder: LabelFinder): Line[] {
  return linesOf(view).flatMap((line) => {
    if (view.slice(line.start, line.end).includes('\t')) return [line];
    const cuts = cutsOf(view, line, finder);
    return [line.start, ...cuts].flatMap((from, i) => {
      const piece = trimRange(view, from, cuts[i] ?? line.end);
      return piece.end > piece.start ? [piece] : [];
    });
  });
}

function cutsOf(view: string, line: Line, finder: LabelFinder): number[] {
  const measures = finder.inside(view, line.start, line.end).filter(({ kind }) => kind === 'measures');
  const labels = measures.filter(({ word }) => word === measures[0]?.word);
  if (labels.length < 2) return [];
  const depth = depths(view, line.start, line.end);
  const places = (form: RegExp, from: number, to: number): { at: number; ordinal: number }[] =>
    [...view.slice(from, to).matchAll(form)]
      .map((m) => ({ at: from + m.index + m[0].search(/\S/u), ordinal: numberOf(m[1] as string) }))
      .filter(({ at }) => depth[at - line.start] === 0);
  const cuts: number[] = [];
  let last = 0;
  for (const [i, label] of labels.entries()) {
    const from = labels[i - 1]?.textStart ?? line.start;
    const number = places(NUMBER, from, label.start).findLast(
      ({ ordinal }) => i === 0 || ordinal === last + 1 || ordinal === 1,
    );
    const aspects = places(ASPECT, from, number?.at ?? label.start);
    const aspect = aspects.findLast(({ at }) => !number || isHeading(view.slice(at, number.at)));
    const finding = number ?? aspect;
    if (!finding) continue;
    last = finding.ordinal;
    const part = i > 0 ? places(PART, from, (aspect ?? finding).at)[0] : undefined;
    cuts.push(...[part, aspect, number].flatMap((place) => (place ? [place.at] : [])));
  }
  const end =
    cuts.length > 0 ? places(PART, (labels.at(-1) as { textStart: number }).textStart, line.end)[0] : undefined;
  return [...cuts, ...(end ? [end.at] : [])].filter((at) => at > line.start);
}

const isHeading = (words: string): boolean => words.length <= LONGEST_HEADING && !/[。;:]/u.test(words);
