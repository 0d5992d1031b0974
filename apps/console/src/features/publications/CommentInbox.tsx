import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CommentFragment, CommentInboxDocument } from './comment-documents.ts';
import { CommentRow } from './CommentRow.tsx';
import type { PublicationData } from './publication-fragment.ts';
import css from './publications.module.css';

/** 留言: what the public left, the newest first, with what is owed; of what was handed over, days and counts. */
export function CommentInbox({ publication }: { publication: PublicationData }) {
  const { t } = useTranslation();
  const { data, error, refetch, fetchMore } = useQuery(CommentInboxDocument, {
    variables: { publicationId: publication.id },
    fetchPolicy: 'cache-and-network',
  });
  const { clueDays } = publication;
  if (error) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  const { edges, totalCount, pageInfo } = data.publicationComments;
  return (
    <>
      <p className={css.note}>{t('publication.comments.text')}</p>
      {edges.length === 0 ? (
        <EmptyState title={t('publication.comments.none')}>
          {t(publication.commentsOn ? 'publication.comments.noneYet' : 'publication.comments.off')}
        </EmptyState>
      ) : (
        <ul className={css.comments} aria-label={t('publication.view.comments')}>
          {edges.map(({ node }) => (
            <CommentRow key={node.id} comment={readFragment(CommentFragment, node)} />
          ))}
        </ul>
      )}
      {pageInfo.hasNextPage && (
        <Button onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}>
          {t('publication.comments.more', { shown: edges.length, count: totalCount })}
        </Button>
      )}
      {clueDays.length > 0 && (
        <p className={css.note}>
          {t('publication.comments.handedOver')}{' '}
          {clueDays.map(({ day, count }) => t('publication.comments.onDay', { day: day, count })).join(' · ')}
        </p>
      )}
    </>
  );
}
