import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useLatest } from './use-latest.ts';
import css from './VirtualRows.module.css';

type VirtualRowsProps<T> = {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** A guess at a row's height in px; the real one is measured. */
  estimate: (item: T) => number;
  /** Draws one row; memoise what it returns. */
  children: (item: T, index: number) => ReactNode;
  /** Called when the last loaded row comes near, to fetch the next page. */
  onNearEnd?: () => void;
  /** The row that must be in sight, e.g. the one the reader came back from. */
  revealKey?: string | null;
  /** Height of what sticks to the top of the page: a revealed row is not brought to rest under it. */
  revealMargin?: number;
  /** Rows kept ready above and below. */
  overscan?: number;
};

const PRINT_LIMIT = 2_000;

/** True while the page is laid out for paper, where nothing may be left out. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const on = () => setPrinting(true);
    const off = () => setPrinting(false);
    window.addEventListener('beforeprint', on);
    window.addEventListener('afterprint', off);
    return () => {
      window.removeEventListener('beforeprint', on);
      window.removeEventListener('afterprint', off);
    };
  }, []);
  return printing;
}

/** Thousands of rows that scroll with the page: only those in sight exist. Paper gets them all, up to 2,000. */
export function VirtualRows<T>(props: VirtualRowsProps<T>) {
  const { items, keyOf, estimate, children, onNearEnd, revealKey, revealMargin = 0, overscan = 8 } = props;
  const box = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  const printing = usePrinting();
  useLayoutEffect(() => setOffset(box.current?.offsetTop ?? 0), []);
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => estimate(items[index]!),
    getItemKey: (index) => keyOf(items[index]!),
    overscan,
    useFlushSync: false, // rows may come a frame later than the scroll, instead of holding it up
    scrollMargin: offset,
    scrollPaddingStart: revealMargin,
    scrollPaddingEnd: revealMargin,
  });
  useNearEnd(virtualizer, items.length, onNearEnd);
  const reveal = useLatest((key: string) => {
    const index = items.findIndex((item) => keyOf(item) === key);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
  });
  useEffect(() => {
    if (revealKey) reveal.current(revealKey); // only when the key changes: a refetch must not move the page
  }, [revealKey, reveal]);

  if (printing && items.length <= PRINT_LIMIT) {
    return (
      <div ref={box} role="rowgroup">
        {items.map((item, index) => (
          <div key={keyOf(item)} role="presentation">
            {children(item, index)}
          </div>
        ))}
      </div>
    );
  }
  return (
    <div ref={box} role="rowgroup" className={css.box} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((row) => (
        <div
          key={row.key}
          ref={virtualizer.measureElement}
          role="presentation"
          data-index={row.index}
          className={css.row}
          style={{ transform: `translateY(${row.start - offset}px)` }}
        >
          {children(items[row.index]!, row.index)}
        </div>
      ))}
    </div>
  );
}

function useNearEnd(virtualizer: Virtualizer<Window, Element>, count: number, onNearEnd: (() => void) | undefined) {
  const shown = virtualizer.getVirtualItems();
  const last = shown[shown.length - 1]?.index ?? 0;
  useEffect(() => {
    if (count > 0 && last >= count - 20) onNearEnd?.();
  }, [last, count, onNearEnd]);
}

/** The same machinery for a list inside its own scrolling box, e.g. the source text of an import. */
export { useVirtualizer };
