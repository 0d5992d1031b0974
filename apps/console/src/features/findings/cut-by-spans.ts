export type Span = { from: number; to: number; kind: 'finding' | 'action' | 'evidence' };
export type Piece = { text: string; kind: Span['kind'] | null };

/** How close a span lies to the words: a piece of evidence inside an action is drawn as evidence. */
const DEPTH = { finding: 0, action: 1, evidence: 2 } as const;

/**
 * Cuts a text at the ends of its spans (UTF-16 units, `to` exclusive), so that overlapping spans can be drawn as flat
 * marks; the pieces put together are the text again. Spans outside the text are ignored.
 */
export function cutBySpans(text: string, spans: readonly Span[]): Piece[] {
  const valid = spans.filter((span) => span.from >= 0 && span.to <= text.length && span.from < span.to);
  const cuts = [...new Set([0, text.length, ...valid.flatMap((span) => [span.from, span.to])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1]!;
    const over = valid.filter((span) => span.from <= from && span.to >= to);
    const kind = over.reduce<Span['kind'] | null>(
      (deepest, span) => (deepest === null || DEPTH[span.kind] > DEPTH[deepest] ? span.kind : deepest),
      null,
    );
    return { text: text.slice(from, to), kind };
  });
}
