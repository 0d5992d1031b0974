import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { State } from '../../ui/State.tsx';
import css from './filings.module.css';

const ReviewListFragment = graphql(`
  fragment ReviewList_review on FilingReview {
    id
    reviewer
    name
    opinion
    text
    enteredByName
    enteredAt
  }
`);

/** What the reviewers say of the chosen version; nothing is drawn where there is none to read. */
export function ReviewList({ reviews }: { reviews: readonly FragmentType<typeof ReviewListFragment>[] }) {
  const { t } = useTranslation();
  if (reviews.length === 0) return null;
  const rows = reviews.map((masked) => readFragment(ReviewListFragment, masked));
  return (
    <section className={css.content} aria-label={t('filing.reviews')}>
      <h2>{t('filing.reviews')}</h2>
      <ul className={css.rows}>
        {rows.map((review) => (
          <li key={review.id} className={css.row}>
            <strong>{review.name ?? t(`vocabulary.reviewer.${review.reviewer}`)}</strong>
            <State tone={review.opinion === 'AGREE' ? 'ok' : 'warn'}>
              {t(`vocabulary.reviewOpinion.${review.opinion}`)}
            </State>
            {review.text && <span>{review.text}</span>}
            <span className={css.quiet}>
              {t('filing.enteredBy', { name: review.enteredByName, at: dateTime(review.enteredAt) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
