import { useEffect, useMemo, useRef } from 'react';
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
    const { scrollTop, clientHeight } = list.current;
    const top = cell.offsetTop - list.current.offsetTop;
    if (top < scrollTop || top + cell.offsetHeight > scrollTop + clientHeight) list.current.scrollTop = top - 4;
  }, [seq]);
  return (
    <ol ref={list} className={css.strip} aria-label={t('imports.check.strip')}>
      {parsed.findings.map((finding) => {
        const [done, remarks] = [checked.has(finding.seq), warned.has(finding.seq)];
        const words = [
          t('imports.check.stripOf', { seq: finding.seq }),
          done && t('imports.check.stripChecked'),
          remarks && t('imports.check.stripWarned'),
        ].filter(Boolean);
        return (
          <li key={finding.seq}>
            <button
              type="button"
              className={[css.cell, done && css.done, remarks && css.warned].filter(Boolean).join(' ')}
              aria-current={finding.seq === seq || undefined}
              aria-label={words.join(' ')}
              title={`${words.join(' · ')} ${finding.title}`}
              onMouseDown={(event) => event.preventDefault() /* Enter keeps meaning 核对无误 */}
              onClick={() => onPick(finding.seq)}
            >
              {finding.seq}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
