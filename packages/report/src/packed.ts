import { assemble } from './findings.ts';
import { sentencesOf, trimRange } from './text.ts';
import type { RawFinding } from './findings.ts';
import type { Span } from './types.ts';

/** 对4个项目进展缓慢问题,: the clause that opens one of several findings of a paragraph. */
const OPENING = /^(?:[一二三四五六七八九十]+是)?(对(?:于)?([^,。;:“”]{3,60}?)(?:的)?问题[,:])/u;

/**
 * Audit reports pack several findings into one paragraph: 对…问题,已…。对…问题,正在…。 Each such sentence, with those
 * behind it, is a finding of its own; the words in front of the first are a heading. null where nothing is packed.
 */
export function splitPacked(view: string, raw: RawFinding): { heading: Span; findings: RawFinding[] } | null {
  const measures = raw.measures[0];
  if (!measures || raw.measures.length > 1 || raw.family !== null) return null;
  const end = raw.whole[1];
  const openings = sentencesOf(view, measures[0], end).flatMap((s) => {
    const m = OPENING.exec(view.slice(s.start, s.end));
    return m ? [{ start: s.start, opening: m[1] as string, title: m[2] as string }] : [];
  });
  const first = openings[0];
  if (openings.length < 2 || !first || first.start !== measures[0]) return null;
  const findings = openings.map(({ start, opening, title }, i) => {
    const whole = trimRange(view, start, openings[i + 1]?.start ?? end);
    const from = start + opening.indexOf(title);
    const rest = trimRange(view, start + opening.length, whole.end);
    return assemble(view, {
      whole: [whole.start, whole.end],
      printed: null,
      heads: [[from, from + title.length]],
      measures: [[rest.start, rest.end]],
      results: [],
      responsible: raw.responsible,
    });
  });
  const heading = trimRange(view, raw.whole[0], first.start);
  return { heading: [heading.start, heading.end], findings };
}
