import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { evidenceFilter } from './evidence-search.ts';
import { EvidenceFilters } from './EvidenceFilters.tsx';
import { hintWords } from './PieceHints.tsx';
import { PieceTag } from './PieceTag.tsx';
import css from './EvidencePage.module.css';

const route = getRouteApi('/evidence');

const EvidencePageDocument = graphql(`
  query EvidencePage($filter: EvidenceFilter, $after: String) {
    evidence(filter: $filter, first: 50, after: $after) {
      totalCount
      edges {
        node {
          id
          ...EvidenceLine_piece
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const EvidenceLineFragment = graphql(`
  fragment EvidenceLine_piece on Evidence {
    id
    title
    hints
    acceptance
    date {
      on
      text
    }
    document {
      number
    }
    attachments {
      id
    }
    actions(first: 10) {
      edges {
        node {
          id
          ordinal
          finding {
            id
            seq
          }
        }
      }
    }
    ...PieceTag_piece
  }
`);

/** 佐证: every piece the viewer may read, filtered by kind, review, date and words; the filter is the URL. */
export function EvidencePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { data, previousData, error, refetch, fetchMore, loading } = useQuery(EvidencePageDocument, {
    variables: { filter: evidenceFilter(search) },
  });
  const shown = data ?? previousData;
  const list = shown?.evidence;
  const more = () =>
    fetchMore({
      variables: { after: list?.pageInfo.endCursor },
      updateQuery: (old, { fetchMoreResult: next }) => ({
        evidence: { ...next.evidence, edges: [...old.evidence.edges, ...next.evidence.edges] },
      }),
    });
  return (
    <>
      <PageHeader
        title={t('piece.list.title')}
        sub={list ? t('piece.list.count', { count: list.totalCount }) : undefined}
      />
      <EvidenceFilters search={search} onChange={(next) => void navigate({ to: '/evidence', search: next })} />
      {error && !shown && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {!shown && !error && <Skeleton lines={10} />}
      {list && list.edges.length === 0 && (
        <EmptyState
          title={t('piece.list.empty')}
          action={
            Object.keys(search).length > 0 && (
              <Button onClick={() => void navigate({ to: '/evidence', search: {} })}>{t('piece.list.clear')}</Button>
            )
          }
        >
          {t('piece.list.emptyText')}
        </EmptyState>
      )}
      {list && list.edges.length > 0 && (
        <div className={loading ? css.old : undefined}>
          <Table caption={t('piece.list.title')} cards>
            <thead>
              <tr>
                <Th>{t('piece.list.number')}</Th>
                <Th>{t('piece.field.title')}</Th>
                <Th>{t('piece.list.date')}</Th>
                <Th>{t('piece.list.proves')}</Th>
                <Th right>{t('piece.list.files')}</Th>
                <Th>{t('piece.list.acceptance')}</Th>
              </tr>
            </thead>
            <tbody>
              {list.edges.map((edge) => (
                <EvidenceLine key={edge.node.id} piece={edge.node} />
              ))}
            </tbody>
          </Table>
          {list.pageInfo.hasNextPage && (
            <Button className={css.more} busy={loading} onClick={() => void more()}>
              {t('piece.list.more')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

const TONES = { PENDING: 'calm', ACCEPTED: 'ok', REJECTED: 'warn' } as const;

function EvidenceLine({ piece: masked }: { piece: FragmentType<typeof EvidenceLineFragment> }) {
  const { t } = useTranslation();
  const piece = readFragment(EvidenceLineFragment, masked);
  const hints = hintWords(t, piece.hints);
  return (
    <tr>
      <Td>
        <PieceTag piece={piece} />
      </Td>
      <Td label={t('piece.field.title')} className={css.title}>
        <span>
          {piece.title} {piece.document?.number && <span className={css.quiet}>{piece.document.number}</span>}
          {hints.length > 0 && <p className={css.check}>{t('ui.pleaseCheck', { what: hints.join(';') })}</p>}
        </span>
      </Td>
      <Td label={t('piece.list.date')} className={css.date}>
        {piece.date.on ?? piece.date.text ?? '—'}
      </Td>
      <Td label={t('piece.list.proves')}>
        <span className={css.links}>
          {piece.actions.edges.map(({ node }) => (
            <Link
              key={node.id}
              to="/findings/$findingId"
              params={{ findingId: node.finding.id }}
              hash={`action-${node.ordinal}`}
            >
              {t('piece.actionOf', { finding: node.finding.seq, ordinal: node.ordinal })}
            </Link>
          ))}
        </span>
      </Td>
      <Td right label={t('piece.list.files')}>
        {piece.attachments.length}
      </Td>
      <Td label={t('piece.list.acceptance')}>
        <State tone={TONES[piece.acceptance]}>{t(`vocabulary.evidenceAcceptance.${piece.acceptance}`)}</State>
      </Td>
    </tr>
  );
}
