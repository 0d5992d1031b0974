import { memo, useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParsedReport } from '@closeout/report/types';
import { sourceLines, type SourceLine } from './source-lines.ts';
import { piecesOf, type Mark, type Piece } from './source-marks.ts';
import css from './SourceText.module.css';

type SourceTextProps = {
  parsed: ParsedReport;
  /** The finding being checked; its stretches stand out and carry their marks. */
  seq: number;
  marks: readonly Mark[];
  /** The value looked at, and when: a second click scrolls again. */
  active: { id: string; at: number } | null;
  onMark: (id: string) => void;
  onFinding: (seq: number) => void;
};

const NO_MARKS: readonly Mark[] = [];

/** Scrolls only the source's own box, so that the page and the values beside it stay where they are. */
function reveal(box: HTMLElement, target: Element | null, block: 'start' | 'centre') {
  if (!target) return;
  const [outer, inner] = [box.getBoundingClientRect(), target.getBoundingClientRect()];
  const inSight = inner.top >= outer.top + 8 && inner.bottom <= outer.bottom - 8;
  if (inSight) return;
  const lead = block === 'start' ? 28 : Math.max(28, (outer.height - inner.height) / 2);
  box.scrollTop += inner.top - outer.top - lead;
}

/** The source as it was printed: the finding in hand marked, the rest quiet; lines out of sight cost nothing to draw. */
export function SourceText({ parsed, seq, marks, active, onMark, onFinding }: SourceTextProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const text = parsed.source.text;
  const lines = useMemo(() => sourceLines(text, parsed), [text, parsed]);

  useEffect(() => {
    const pane = box.current;
    if (!pane) return;
    const go = () => reveal(pane, pane.querySelector(`[data-owner="${seq}"]`), 'start');
    go();
    const frame = requestAnimationFrame(go); // lines that come into sight get their real height only then
    return () => cancelAnimationFrame(frame);
  }, [seq, lines]);
  useEffect(() => {
    const pane = box.current;
    if (!pane || !active) return;
    const go = () => reveal(pane, pane.querySelector(`[data-marks~="${CSS.escape(active.id)}"]`), 'centre');
    go();
    const frame = requestAnimationFrame(go);
    return () => cancelAnimationFrame(frame);
  }, [active]);

  const click = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || !window.getSelection()?.isCollapsed) return; // selecting to copy is no click
    const mark = event.target.closest('[data-mark]')?.getAttribute('data-mark');
    const owner = Number(event.target.closest('[data-owner]')?.getAttribute('data-owner'));
    if (mark && owner === seq) onMark(mark);
    else if (Number.isInteger(owner) && owner > 0 && owner !== seq) onFinding(owner);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- by keyboard it goes the other way, from the values, which are buttons, to the marks
    <div
      ref={box}
      className={css.pane}
      onClick={click}
      role="region"
      aria-label={t('imports.check.source')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      {lines.map((line) => {
        const mine = line.stretches.some(({ owner }) => owner === seq);
        return (
          <Line
            key={line.from}
            text={text}
            line={line}
            seq={mine ? seq : 0}
            marks={mine ? marks : NO_MARKS}
            activeId={mine ? (active?.id ?? null) : null}
          />
        );
      })}
    </div>
  );
}

type LineProps = { text: string; line: SourceLine; seq: number; marks: readonly Mark[]; activeId: string | null };

const Line = memo(function Line({ text, line, seq, marks, activeId }: LineProps) {
  const whole = line.stretches.length === 1 && line.stretches[0]!.owner === seq && seq > 0;
  const classes = [css.line, line.kind && css[line.kind], whole && css.current].filter(Boolean).join(' ');
  return (
    <p className={classes}>
      {line.stretches.map((stretch) => {
        const mine = stretch.owner === seq && seq > 0;
        const owner = typeof stretch.owner === 'number' ? stretch.owner : undefined;
        const look = stretch.owner === 'unparsed' ? css.unparsed : mine && !whole ? css.part : undefined;
        return (
          <span key={stretch.from} data-owner={owner} className={look}>
            {mine
              ? piecesOf(marks, stretch.from, stretch.to).map((piece) => (
                  <PieceOfText key={piece.from} text={text} piece={piece} activeId={activeId} />
                ))
              : text.slice(stretch.from, stretch.to)}
          </span>
        );
      })}
    </p>
  );
});

function PieceOfText({ text, piece, activeId }: { text: string; piece: Piece; activeId: string | null }) {
  const words = text.slice(piece.from, piece.to);
  const { mark, action } = piece;
  if (!mark && !action) return <>{words}</>;
  const ids = [mark?.id, action?.id].filter(Boolean);
  const active = activeId !== null && ids.includes(activeId);
  const classes = [mark && css[mark.kind], action && css.action, active && css.active].filter(Boolean).join(' ');
  return (
    <mark className={`${css.mark} ${classes}`} data-mark={mark?.id ?? action?.id} data-marks={ids.join(' ')}>
      {words}
    </mark>
  );
}
