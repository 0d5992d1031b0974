import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import button from '../../ui/Button.module.css';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { PasswordList, RemarkTable } from './ListTables.tsx';
import { sendList, type ListOutcome } from './send-list.ts';
import css from './admin.module.css';

/** The system administrator's list: bodies to accounts, and the one-time passwords to print. */
export function ImportDirectoryPage() {
  return <ListPage kind="directory" />;
}

/** The same list in the hands of the security administrator: its roles. */
export function ImportGrantsPage() {
  return <ListPage kind="grants" />;
}

function ListPage({ kind }: { kind: 'directory' | 'grants' }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<ListOutcome | null>(null);
  const grants = kind === 'grants';
  const done = outcome?.kind === 'done' ? outcome.answer : null;
  useLeaveWarning(Boolean(done?.accounts?.length));

  const send = async ([file]: File[]) => {
    if (!file || busy) return;
    setBusy(true);
    setOutcome(null);
    setOutcome(await sendList(grants ? '/import/grants' : '/import/directory', file));
    setBusy(false);
  };
  return (
    <>
      <PageHeader
        title={t(grants ? 'admin.import.grantTitle' : 'admin.import.title')}
        sub={t(grants ? 'admin.import.grantSub' : 'admin.import.sub')}
        trail={
          <Link to={grants ? '/grants' : '/directory'}>{t(grants ? 'shell.nav.grants' : 'shell.nav.people')}</Link>
        }
        actions={
          <a href="/import/directory-template" className={button.button} download>
            {t('admin.import.template')}
          </a>
        }
      />
      {!done && (
        <FileDrop
          label={t('admin.import.choose')}
          hint={t(grants ? 'admin.import.grantHint' : 'admin.import.hint')}
          accept=".xlsx"
          single
          pasteAnywhere
          items={[]}
          onFiles={(files) => void send(files)}
        />
      )}
      {busy && (
        <p role="status" className={css.more}>
          {t('admin.import.reading')}
        </p>
      )}
      {outcome?.kind === 'lost' && <ErrorPanel title={t('errors.network')}>{t('admin.import.lost')}</ErrorPanel>}
      {outcome?.kind === 'refused' && (
        <div className={css.section} style={{ marginTop: 'var(--s4)' }}>
          <ErrorPanel title={t('errors.refused')}>{outcome.message}</ErrorPanel>
          <RemarkTable remarks={outcome.remarks} />
        </div>
      )}
      {done && (
        <div role="status" className="no-print">
          <MarginNote kind="note" actions={<Button onClick={() => setOutcome(null)}>{t('admin.import.again')}</Button>}>
            {grants
              ? t('admin.import.granted', { count: done.granted ?? 0 })
              : t('admin.import.made', {
                  bodies: done.bodies ?? 0,
                  departments: done.departments ?? 0,
                  posts: done.posts ?? 0,
                  accounts: done.accounts?.length ?? 0,
                })}{' '}
            {!grants && t('admin.import.next')}
          </MarginNote>
          <RemarkTable remarks={done.warnings ?? []} />
        </div>
      )}
      {done?.accounts && done.accounts.length > 0 && <PasswordList accounts={done.accounts} />}
    </>
  );
}

/** Passwords that were not printed are lost with the page: the browser asks first. */
function useLeaveWarning(on: boolean) {
  useEffect(() => {
    if (!on) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [on]);
}
