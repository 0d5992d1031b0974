import { Link } from '@tanstack/react-router';
import css from './HeaderCount.module.css';

type HeaderCountProps = {
  to: '/warnings' | '/jobs';
  /** Read out: the word and the count in one sentence. */
  label: string;
  word: string;
  count: number;
};

/** A word in the brand line that leads to a list of one's own, with how many wait there. */
export function HeaderCount({ to, label, word, count }: HeaderCountProps) {
  return (
    <Link to={to} className={css.link} aria-label={label}>
      <span aria-hidden="true">{word}</span>
      {count > 0 && (
        <span aria-hidden="true" className={to === '/jobs' ? `${css.count} ${css.calm}` : css.count}>
          {count > 99 ? '99+' : count}
        </span>
      )}
    </Link>
  );
}
