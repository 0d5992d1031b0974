import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import type { Reviewer, ReviewOpinion } from '../../gql/graphql.ts';
import { State } from '../../ui/State.tsx';
import css from './reviews.module.css';

type Review = {
  id: string;
  reviewer: Reviewer;
  name?: string | null;
  opinion: ReviewOpinion;
  text?: string | null;
  enteredByName: string;
  enteredAt: string;
};

/** 会审意见: what each reviewer says, and who of the office entered it. */
export function ReviewList({ reviews }: { reviews: readonly Review[] }) {
  const { t } = useTranslation();
  return (
    <ul className={css.rows}>
      {reviews.map((review) => (
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
  );
}
