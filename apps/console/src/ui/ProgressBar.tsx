import css from './ProgressBar.module.css';

type ProgressBarProps = { label: string; value: number; max: number; showCount?: boolean };

/** How far a piece of long work has come; the words stand beside it. */
export function ProgressBar({ label, value, max, showCount }: ProgressBarProps) {
  const percent = max === 0 ? 0 : Math.min(100, Math.round((value / max) * 100));
  return (
    <span className={css.wrap}>
      <span
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        className={css.bar}
      >
        <span className={css.done} style={{ width: `${percent}%` }} />
      </span>
      {showCount && <span className={css.count}>{`${value} / ${max}`}</span>}
    </span>
  );
}

type Part = { id: string; label: string; value: number; tone: 'closed' | 'open' | 'soon' | 'late' };

/** One whole cut into parts by state, as in the leader's rows of the home page; read out as words. */
export function PartsBar({ parts, total }: { parts: readonly Part[]; total: number }) {
  const words = parts.filter((part) => part.value > 0).map((part) => `${part.label} ${part.value}`);
  return (
    <span role="img" aria-label={words.join(', ')} title={words.join(' · ')} className={css.bar}>
      {parts.map((part) =>
        part.value > 0 ? (
          <span
            key={part.id}
            className={css[part.tone]}
            style={{ width: `${(part.value / Math.max(1, total)) * 100}%` }}
          />
        ) : null,
      )}
    </span>
  );
}
