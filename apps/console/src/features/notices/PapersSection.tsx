import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import type { PapersQuery } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { PartHead } from '../findings/Panel.tsx';
import { HeldFiles } from './HeldFiles.tsx';
import { RecordPaperDialog, RemovePaperDialog } from './PaperDialogs.tsx';
import { PaperScans } from './PaperScans.tsx';
import css from './notices.module.css';

const PapersDocument = graphql(`
  query Papers($filter: RecordedPaperFilter) {
    recordedPapers(filter: $filter, first: 100) {
      totalCount
      edges {
        node {
          id
          kind
          issuer
          number
          issuedOn
          subject
          recordedByName
          recordedHere
          version
          attachments {
            id
            ...HeldFiles_attachment
          }
        }
      }
    }
  }
`);

type PapersSectionProps = {
  inspectionId: string;
  bodyId: string;
  /** Whether the viewer records papers here. */
  keeps: boolean;
};

type Paper = PapersQuery['recordedPapers']['edges'][number]['node'];

/** 外来文书: papers of other authorities that the body keeps a record of; the office does not see them. */
export function PapersSection({ inspectionId, bodyId, keeps }: PapersSectionProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(PapersDocument, { variables: { filter: { bodyId } } });
  const [open, setOpen] = useState<'record' | Paper | null>(null);
  const papers = data?.recordedPapers.edges.map((edge) => edge.node) ?? [];
  const close = () => setOpen(null);
  return (
    <section className={css.papers} aria-label={t('notice.papers')}>
      <PartHead
        title={t('notice.papers')}
        note={t('notice.papersNote')}
        actions={keeps && <Button onClick={() => setOpen('record')}>{t('notice.recordPaper')}</Button>}
      />
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {data && papers.length === 0 && <p className={css.quiet}>{t('notice.noPapers')}</p>}
      <ul className={css.list}>
        {papers.map((paper) => (
          <li key={paper.id}>
            <p>
              {paper.number} {paper.subject}
            </p>
            <p className={css.quiet}>
              {[t(`vocabulary.paperKind.${paper.kind}`), paper.issuer, paper.issuedOn, paper.recordedByName].join(
                ' · ',
              )}
            </p>
            <HeldFiles files={paper.attachments} removable={paper.recordedHere} />
            {paper.recordedHere && (
              <div className={`${css.verbs} no-print`}>
                <PaperScans paperId={paper.id} />
                <Button look="quiet" onClick={() => setOpen(paper)}>
                  {t('notice.removePaper')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {open === 'record' && <RecordPaperDialog inspectionId={inspectionId} onClose={close} />}
      {open !== null && open !== 'record' && <RemovePaperDialog paper={open} onClose={close} />}
    </section>
  );
}
