import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { State } from '../../ui/State.tsx';
import type { PublicationData } from './publication-fragment.ts';
import css from './publications.module.css';

/** 拟稿 → 保密审查 → 审批 → 公开, each with who and when; three of them by different people. */
export function PublicationSteps({ publication }: { publication: PublicationData }) {
  const { t } = useTranslation();
  const { state, proposedByName, reviewedByName, approvedByName, publishedAt } = publication;
  const waits = { DRAFT: 0, PROPOSED: 1, REVIEWED: 2, APPROVED: 3, PUBLISHED: -1, TAKEN_DOWN: -1 }[state];
  const steps = [
    { name: t('publication.step.propose'), by: proposedByName, at: publication.proposedAt },
    { name: t('publication.step.review'), by: reviewedByName, at: publication.reviewedAt },
    { name: t('publication.step.approve'), by: approvedByName, at: publication.approvedAt },
    { name: t('publication.step.publish'), by: null, at: publishedAt },
  ];
  return (
    <ol className={css.steps} aria-label={t('publication.steps')}>
      {steps.map(({ name, by, at }, index) => (
        <li key={name} aria-current={index === waits ? 'step' : undefined}>
          <State tone={at ? 'ok' : index === waits ? 'warn' : 'calm'}>{name}</State>
          <span className={css.quiet}>
            {at ? `${by ?? ''} ${dateTime(at)}` : index === waits ? t('publication.waits') : '—'}
          </span>
        </li>
      ))}
    </ol>
  );
}
