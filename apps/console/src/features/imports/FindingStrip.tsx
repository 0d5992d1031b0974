import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParsedReport } from '@closeout/report/types';
import css from './FindingStrip.module.css';

type FindingStripProps = {
  parsed: ParsedReport;
  seq: number;
  checked: ReadonlySet<number>;
  onPick: (seq: number) => void;
};

/** Every finding as a small numbered cell: what is checked, what has remarks, where one is. */
export function FindingStrip({ parsed, seq, checked, onPick }: FindingStripProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const warned = useMemo(() => new Set(parsed.warnings.map((each) => each.seq)), [parsed]);
  useEffect(() => {
    const cell = list.current?.children[seq - 1];
    if (!(cell instanceof HTMLElement) || !list.current) return;
    const box = list.current;
    const [outer, inner] = [box.getBoundingClientRect(), cell.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - 4;
    if (inner.left < outer.left || inner.right > outer.right)
      box.scrollLeft += inner.left - outer.left - outer.width / 3;
  }, [seq]);
  const classes = parsed.findings.length > 99 ? `${css.strip} ${css.many}` : css.strip;
  return (
    <ol ref={list} className={classes} aria-label={t('imports.check.strip')}>
      {parsed.findings.map((finding) => (
        <Cell
          key={finding.seq}
          seq={finding.seq}
          title={finding.title}
          current={finding.seq === seq}
          done={checked.has(finding.seq)}
          remarks={warned.has(finding.seq)}
          onPick={onPick}
        />
      ))}
    </ol>
  );
}

type CellProps = {
  seq: number;
  title: string;
  current: boolean;
  done: boolean;
  remarks: boolean;
  onPick: (seq: number) => void;
};

const Cell = memo(function Cell({ seq, title, current, done, remarks, onPick }: CellProps) {
  const { t } = useTranslation();
  const words = [
    t('imports.check.stripOf', { seq }),
    done && t('imports.check.stripChecked'),
    remarks && t('imports.check.stripWarned'),
  ].filter(Boolean);
  return (
    <li>
      <button
        type="button"
        className={[css.cell, done && css.done, remarks && css.warned].filter(Boolean).join(' ')}
        aria-current={current || undefined}
        aria-label={words.join(' ')}
        title={`${words.join(' · ')} ${title}`}
        onMouseDown={(event) => event.preventDefault() /* Enter keeps meaning 核对无误 */}
        onClick={() => onPick(seq)}
      >
        {seq}
      </button>
    </li>
  );
});
