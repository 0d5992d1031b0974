import { assemble } from './findings.ts';
import { sentencesOf, trimRange } from './text.ts';
import { wrapperAt } from './wrapper.ts';
import type { RawFinding } from './findings.ts';
import type { LayoutProfile, Span } from './types.ts';
import type { ResultReader } from './status.ts';

/** 对4个项目进展缓慢问题,: the clause that opens one of several findings of a paragraph. */
const OPENING =
  /^(?:[一二三四五六七八九十]+是)?((?:针对|关于|对于?)([^,。;:“”]{3,60}?)(?:的|这一)?问题(?:[,:]|(?=(?:已|正在|目前)))|(?:针对|关于|对于?)[^,。;:“”]{0,10}“)/u;

/** The opening words of a packed finding and the words of the problem in them, or null. */
function openingAt(view: string, start: number, end: number): { title: Span; rest: number } | null {
  const m = OPENING.exec(view.slice(start, end));
  if (!m) return null;
  const from = start + m[0].length - (m[1] as string).length;
  const title = m[2];
  if (title !== undefined) {
    const at = from + (m[1] as string).indexOf(title);
    return { title: [at, at + title.length], rest: from + (m[1] as string).length };
  }
  const wrapper = wrapperAt(view, from, end);
  if (!wrapper || !/^[,:;]/u.test(view.slice(wrapper.end, end))) return null;
  return { title: wrapper.inner, rest: wrapper.end + 1 };
}

/** True for a stretch of which at least one sentence opens a packed finding. */
export function holdsPacked(view: string, start: number, end: number): boolean {
  return sentencesOf(view, start, end).some((s) => openingAt(view, s.start, s.end) !== null);
}

/**
 * Audit reports pack several findings into one paragraph: 对…问题,已…。对…问题,正在…。 Each such sentence, with those
 * behind it, is a finding of its own; the words in front of the first are a heading. null where nothing is packed. Behind a label such sentences are measures; where
 * `only` they show the findings, one is enough, wherever it stands.
 */
export function splitPacked(
  view: string,
  raw: RawFinding,
  evidence: LayoutProfile['evidence'],
  reader: ResultReader,
): { heading: Span; findings: RawFinding[] } | null {
  const only = evidence === 'PACKED';
  const measures = raw.measures[0];
  if (evidence === 'LABEL' || (!only && (!measures || raw.measures.length > 1 || raw.family !== null))) return null;
  const [from, end] = [only || !measures ? (raw.printed?.[1] ?? raw.whole[0]) : measures[0], raw.whole[1]];
  const openings = sentencesOf(view, from, end).flatMap((s) => {
    const hit = openingAt(view, s.start, s.end);
    return hit ? [{ start: s.start, ...hit }] : [];
  });
  const first = openings[0];
  if (!first || (!only && (openings.length < 2 || first.start !== from))) return null;
  const findings = openings.map(({ start, title, rest: behind }, i) => {
    const whole = trimRange(view, start, openings[i + 1]?.start ?? end);
    const rest = trimRange(view, behind, whole.end);
    return assemble(view, {
      whole: [whole.start, whole.end],
      printed: null,
      heads: [title],
      measures: [[rest.start, rest.end]],
      results: [],
      responsible: raw.responsible,
      reader,
    });
  });
  const heading = trimRange(view, raw.whole[0], first.start);
  return { heading: [heading.start, heading.end], findings };
}
