import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { blockedReason } from '../../forms/missing.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import button from '../../ui/Button.module.css';
import { Drawer } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ActionList } from '../actions/ActionList.tsx';
import { EffectPart } from '../effects/EffectPart.tsx';
import { FindingHints } from '../findings/FindingHints.tsx';
import { FindingText } from '../findings/FindingText.tsx';
import { PointsTable } from '../findings/PointsTable.tsx';
import { useMarkOpened } from '../findings/use-mark-opened.ts';
import { IndicatorPart } from '../indicators/IndicatorPart.tsx';
import { BalancePanel } from '../money/BalancePanel.tsx';
import { PartyPart } from '../parties/PartyPart.tsx';
import { ChainPanel } from '../signoff/ChainPanel.tsx';
import { ChangeSummary } from '../signoff/ChangeSummary.tsx';
import { isSignable, needsMeeting, type InboxItem } from './inbox-rows.ts';
import css from './InboxPage.module.css';

const InboxItemDocument = graphql(`
  query InboxItem($id: ID!) {
    finding(id: $id) {
      id
      ...InboxItem_finding
    }
  }
`);

const InboxItemFragment = graphql(`
  fragment InboxItem_finding on Finding {
    id
    pendingSubmission {
      id
      ...ChangeSummary_submission
    }
    ...MarkOpened_finding
    ...FindingText_finding
    ...FindingHints_finding
    ...PointsTable_finding
    ...IndicatorPart_finding
    ...PartyPart_finding
    ...ActionList_finding
    ...EffectPart_finding
    ...BalancePanel_finding
    ...ChainPanel_finding
  }
`);

type InboxDrawerProps = {
  findingId: string;
  rows: readonly InboxItem[];
  /** Another item, or none. */
  onShow: (findingId: string | undefined) => void;
  onAsk: (verb: 'sign' | 'return', row: InboxItem) => void;
};

/** One item beside the list, with everything a signer wants to see; being here is having opened it. */
export function InboxDrawer({ findingId, rows, onShow, onAsk }: InboxDrawerProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(InboxItemDocument, { variables: { id: findingId } });
  const place = rows.findIndex((row) => row.id === findingId);
  const row = rows[place];
  return (
    <Drawer
      title={row ? `${row.seq} ${row.title}` : t('inbox.gone')}
      open
      onClose={() => onShow(undefined)}
      actions={row && <DrawerVerbs row={row} onAsk={onAsk} />}
    >
      <nav className={css.place} aria-label={t('inbox.title')}>
        {row && <span>{t('inbox.place', { place: place + 1, count: rows.length })}</span>}
        {rows[place - 1] && (
          <Button look="quiet" onClick={() => onShow(rows[place - 1]?.id)}>
            ← {t('inbox.previous')}
          </Button>
        )}
        {row && rows[place + 1] && (
          <Button look="quiet" onClick={() => onShow(rows[place + 1]?.id)}>
            {t('inbox.next')} →
          </Button>
        )}
        <span className={css.push} />
        <Link to="/findings/$findingId" params={{ findingId }} search={{ mine: true }}>
          {t('inbox.page')}
        </Link>
      </nav>
      {!row && <EmptyState title={t('inbox.gone')}>{t('inbox.goneText')}</EmptyState>}
      {error && !data && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={10} />}
      {row && data?.finding && <ItemSheet finding={data.finding} />}
    </Drawer>
  );
}

function ItemSheet({ finding: masked }: { finding: FragmentType<typeof InboxItemFragment> }) {
  const finding = readFragment(InboxItemFragment, masked);
  useMarkOpened(finding);
  return (
    <div className={css.drawer}>
      {finding.pendingSubmission && <ChangeSummary submission={finding.pendingSubmission} />}
      <FindingHints finding={finding} />
      <FindingText finding={finding} />
      <PointsTable finding={finding} />
      <IndicatorPart finding={finding} />
      <PartyPart finding={finding} />
      <ActionList finding={finding} />
      <EffectPart finding={finding} />
      <BalancePanel finding={finding} />
      <ChainPanel finding={finding} />
    </div>
  );
}

function DrawerVerbs({ row, onAsk }: { row: InboxItem; onAsk: InboxDrawerProps['onAsk'] }) {
  const { t } = useTranslation();
  const mayReturn = row.transitions.some((each) => each.verb === 'returnFinding' && each.allowed);
  const off = isSignable(row) ? null : blockedReason(t, row.transitions, 'sign');
  return (
    <>
      {mayReturn && <Button onClick={() => onAsk('return', row)}>{t('inbox.return')}</Button>}
      {needsMeeting(row) ? (
        <Link to="/meetings" search={{ resolve: row.id }} className={`${button.button} ${button.ink}`}>
          {t('inbox.toResolution')}
        </Link>
      ) : (
        off !== undefined && (
          <Button look="ink" off={off} onClick={() => onAsk('sign', row)}>
            {t('inbox.sign')}
          </Button>
        )
      )}
    </>
  );
}
