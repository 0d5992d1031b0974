import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { dateTime } from '../../format.ts';
import { graphql, readFragment } from '../../gql/index.ts';
import { useViewer } from '../../session/viewer.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { AcknowledgeDialog } from './AcknowledgeDialog.tsx';
import { CancelHandoverDialog } from './CancelHandoverDialog.tsx';
import { HandoverSheetFragment } from './handover-sheet.ts';
import { HandoverItems } from './HandoverItems.tsx';
import { HandoverSigns } from './HandoverSigns.tsx';
import css from './handover.module.css';

const HandoverDocument = graphql(`
  query Handover($id: ID!) {
    handover(id: $id) {
      ...HandoverSheet_handover
    }
  }
`);

const route = getRouteApi('/handovers/$handoverId');

/** 交接清单: what passes on, who has acknowledged it, and the paper with room for signatures. */
export function HandoverPage() {
  const { t } = useTranslation();
  const { handoverId } = route.useParams();
  const mayCancel = useViewer().capabilities.includes('ADMIN_DIRECTORY');
  const [open, setOpen] = useState<'acknowledge' | 'cancel' | null>(null);
  const { data, error, refetch } = useQuery(HandoverDocument, {
    variables: { id: handoverId },
    fetchPolicy: 'cache-and-network',
  });
  if (!data) return error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />;
  if (!data.handover) return <EmptyState title={t('handover.none')}>{t('handover.hidden')}</EmptyState>;
  const handover = readFragment(HandoverSheetFragment, data.handover);
  const { acknowledgeAs: side } = handover;
  const roles = handover.missingRoles.map((role) => t(`vocabulary.role.${role}`)).join('、');
  const blocked = side === 'INCOMING' && roles !== '' ? t('handover.missing', { roles }) : null;
  return (
    <>
      <PageHeader
        title={t('handover.listTitle', { title: handover.post.title })}
        sub={[
          t('handover.startedBy', { name: handover.startedByName }),
          dateTime(handover.startedAt),
          handover.reason,
        ].join(' · ')}
        actions={
          <>
            {side && (
              <Button look="ink" off={blocked} onClick={() => setOpen('acknowledge')}>
                {t(`handover.acknowledge.${side}`)}
              </Button>
            )}
            {mayCancel && handover.state === 'OPEN' && (
              <Button onClick={() => setOpen('cancel')}>{t('handover.cancel')}</Button>
            )}
            <Button onClick={() => window.print()}>{t('shell.print')}</Button>
          </>
        }
      />
      {roles !== '' && <p className={css.missing}>{t('handover.missing', { roles })}</p>}
      <HandoverItems handover={handover} />
      <HandoverSigns handover={handover} />
      {open === 'acknowledge' && side && (
        <AcknowledgeDialog handover={handover} side={side} onClose={() => setOpen(null)} />
      )}
      {open === 'cancel' && <CancelHandoverDialog handover={handover} onClose={() => setOpen(null)} />}
    </>
  );
}
