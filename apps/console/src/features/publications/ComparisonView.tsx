import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import type { PublicationComparisonQuery } from '../../gql/graphql.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tag } from '../../ui/Tag.tsx';
import css from './publications.module.css';

const PublicationComparisonDocument = graphql(`
  query PublicationComparison($from: ID!, $to: ID!) {
    publicationComparison(fromId: $from, toId: $to) {
      passages {
        key
        number
        kind
        before {
          decision
          ground
        }
        after {
          decision
          ground
        }
        internal {
          kind
          text
        }
        public {
          kind
          text
        }
      }
      figures {
        name
        before
        after
      }
    }
  }
`);

type Compared = NonNullable<PublicationComparisonQuery['publicationComparison']>['passages'][number];

/** What changed from one frozen version to another: words added and removed, decisions, figures. */
export function ComparisonView({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(PublicationComparisonDocument, {
    variables: { from, to },
    fetchPolicy: 'cache-first',
  });
  if (error) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  const comparison = data.publicationComparison;
  if (!comparison) return null;
  if (comparison.passages.length + comparison.figures.length === 0)
    return <EmptyState title={t('publication.same')}>{t('publication.sameText')}</EmptyState>;
  return (
    <ol className={css.passages}>
      {comparison.figures.map(({ name, before, after }) => (
        <li key={name}>
          {name} {before ?? '—'} → <b>{after ?? '—'}</b>
        </li>
      ))}
      {comparison.passages.map((passage) => (
        <li key={passage.key} className={css.passage}>
          <div className={css.internal}>
            <Tag>{t(`vocabulary.passageChangeKind.${passage.kind}`)}</Tag>
            <Words stretches={passage.internal} />
          </div>
          <div className={css.public}>
            <Decisions passage={passage} />
            <Words stretches={passage.public} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Decisions({ passage: { before, after } }: { passage: Compared }) {
  const { t } = useTranslation();
  const words = (side: Compared['before']): string =>
    side ? `${t(`vocabulary.passageDecision.${side.decision}`)}${side.ground ? ` · ${t(`vocabulary.withholdingGround.${side.ground}`)}` : ''}` : '—'; // prettier-ignore
  return words(before) === words(after) ? null : (
    <p className={css.ground}>
      {words(before)} → {words(after)}
    </p>
  );
}

/** Added words are underlined, removed ones struck out: never by colour alone. */
function Words({ stretches }: { stretches: Compared['internal'] }) {
  return (
    <p className={css.text}>
      {stretches.map(({ kind, text }, index) =>
        kind === 'ADDED' ? <ins key={index}>{text}</ins> : kind === 'REMOVED' ? <del key={index}>{text}</del> : text,
      )}
    </p>
  );
}
