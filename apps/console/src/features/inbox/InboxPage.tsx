import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { useCapability } from '../../session/viewer.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import button from '../../ui/Button.module.css';
import { useShortcuts } from '../../ui/shortcuts.ts';
import { WaitingDeputies } from '../deputies/WaitingDeputies.tsx';
import { WaitingUrges } from '../urging/WaitingUrges.tsx';
import { WaitingNotices } from '../notices/WaitingNotices.tsx';
import { WaitingExtensions } from '../extensions/WaitingExtensions.tsx';
import { WaitingPublications } from '../publications/WaitingPublications.tsx';
import { WaitingTokens } from '../tokens/WaitingTokens.tsx';
import { ReturnDialog } from '../signoff/ReturnDialog.tsx';
import { SignDialog } from '../signoff/SignDialog.tsx';
import { BatchBar } from './BatchBar.tsx';
import { BatchDialog } from './BatchDialog.tsx';
import { InboxDrawer } from './InboxDrawer.tsx';
import { InboxRow } from './InboxRow.tsx';
import type { InboxItem } from './inbox-rows.ts';
import { Settled } from './Settled.tsx';
import { useInbox } from './use-inbox.ts';
import css from './InboxPage.module.css';

type Asking = { verb: 'sign' | 'return'; row: InboxItem };

/** 待我签批: what waits for this person's signature, longest first, signed one by one or, once opened, together. */
export function InboxPage() {
  const { t } = useTranslation();
  const inbox = useInbox();
  const { rows, selected, open } = inbox;
  const [asking, setAsking] = useState<Asking | null>(null);
  const [batch, setBatch] = useState(false);
  const approves = useCapability('TOKENS');
  const publishes = useCapability('PUBLICATION');
  useRowKeys();
  const ask = (verb: Asking['verb'], row: InboxItem) => setAsking({ verb, row });
  const stop = () => setAsking(null);
  if (!rows) {
    return inbox.error ? <FaultPanel error={inbox.error} onRetry={inbox.refetch} /> : <Skeleton lines={8} />;
  }
  return (
    <>
      <PageHeader
        title={t('inbox.title')}
        sub={rows.length > 0 && <Size count={rows.length} />}
        actions={<MeetingHint rows={rows} />}
      />
      {inbox.error && <FaultPanel error={inbox.error} onRetry={inbox.refetch} />}
      <WaitingDeputies />
      <WaitingUrges />
      <WaitingNotices />
      <WaitingExtensions />
      {publishes && <WaitingPublications />}
      {approves && <WaitingTokens />}
      {rows.length === 0 ? (
        <Nothing done={inbox.settledIds.length > 0} />
      ) : (
        <section className={css.sheet} aria-label={t('inbox.title')}>
          <BatchBar rows={rows} selected={selected} onChoose={inbox.choose} onBatch={() => setBatch(true)} />
          <ol>
            {rows.map((row, place) => (
              <InboxRow
                key={row.id}
                row={row}
                first={place === 0 && selected.length === 0}
                asStep={new Set(rows.map((each) => each.pendingSubmission.currentStep?.kind)).size > 1}
                selected={selected.includes(row)}
                onSelect={(on) => inbox.choose([row.id], on)}
                onSign={() => ask('sign', row)}
                onReturn={() => ask('return', row)}
              />
            ))}
          </ol>
        </section>
      )}
      <Settled ids={inbox.settledIds} title={t('inbox.settled')} />
      {open && <InboxDrawer key={open} findingId={open} rows={rows} onShow={inbox.show} onAsk={ask} />}
      {asking?.verb === 'sign' && (
        <SignDialog finding={asking.row} onClose={stop} onDone={() => inbox.settle([asking.row])} />
      )}
      {asking?.verb === 'return' && (
        <ReturnDialog finding={asking.row} onClose={stop} onDone={() => inbox.settle([asking.row])} />
      )}
      {batch && (
        <BatchDialog
          rows={selected}
          onLeaveOut={(id) => {
            inbox.choose([id], false);
            inbox.refetch(); // whatever stood in its way, the list should show it as it is now
          }}
          onClose={() => setBatch(false)}
          onDone={inbox.settle}
        />
      )}
    </>
  );
}

function Size({ count }: { count: number }) {
  const { t } = useTranslation();
  return <>{[t('inbox.sub', { count }), ...(count > 1 ? [t('inbox.order')] : [])].join(' · ')}</>;
}

/** J and K go from item to item, Enter opens. */
function useRowKeys() {
  const { t } = useTranslation();
  const step = (by: number) => {
    const links = [...document.querySelectorAll<HTMLElement>('[data-inbox-row]')];
    const here = links.indexOf(document.activeElement as HTMLElement);
    links[here === -1 ? 0 : Math.min(links.length - 1, Math.max(0, here + by))]?.focus();
  };
  useShortcuts([
    { key: 'j', label: t('shell.shortcutHelp.next'), run: () => step(1) },
    { key: 'k', label: t('shell.shortcutHelp.previous'), run: () => step(-1) },
  ]);
}

/** Where a meeting could sign some of these at once, the way there. */
function MeetingHint({ rows }: { rows: readonly InboxItem[] }) {
  const { t } = useTranslation();
  const meetings = useCapability('MEETINGS');
  const some = rows.some((row) => row.transitions.some((each) => each.verb === 'recordResolution' && each.allowed));
  if (!some || !meetings) return null;
  return (
    <Link to="/meetings" search={{ resolve: 'all' }} className={button.button} title={t('inbox.canResolve')}>
      {t('inbox.toResolution')}
    </Link>
  );
}

function Nothing({ done }: { done: boolean }) {
  const { t } = useTranslation();
  const ledger = useCapability('LEDGER');
  return (
    <EmptyState
      title={t(done ? 'inbox.emptyDone' : 'inbox.empty')}
      action={
        ledger && (
          <Link to="/ledger" className={button.button}>
            {t('inbox.toLedger')}
          </Link>
        )
      }
    >
      {t('inbox.emptyText')}
    </EmptyState>
  );
}
