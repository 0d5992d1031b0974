import { useApolloClient } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import button from '../../ui/Button.module.css';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { uploadFile } from '../../upload.ts';
import { grantsOf, planOf, STEPS, type DirectoryList, type Known, type Step } from './list-plan.ts';
import { ListErrors, ListPlan, PasswordList } from './ListTables.tsx';
import { readKnown } from './read-known.ts';
import { runEntry, runGrant, senderOf, type MadePassword } from './run-list.ts';
import css from './admin.module.css';

type Read = { list: DirectoryList; known: Known };
type Task = { step: Step; label: string; work: () => Promise<MadePassword | null> };
type Run = {
  done: number;
  total: number;
  failed: { label: string; why: string }[];
  passwords: MadePassword[];
  over: boolean;
};

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
  const client = useApolloClient();
  const [read, setRead] = useState<Read | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [run, setRun] = useState<Run | null>(null);
  useLeaveWarning(Boolean(run && (!run.over || run.passwords.length > 0)));

  const open = async ([file]: File[]) => {
    if (!file) return;
    setBusy(true);
    setRefusal(null);
    const answer = await uploadFile<DirectoryList>('/import/directory', file);
    if (answer.kind === 'stored') {
      await readKnown(client).then(
        (known) => setRead({ list: answer.body, known }),
        () => setRefusal(t('errors.networkText')),
      );
    } else setRefusal(answer.kind === 'refused' ? answer.message : t('errors.networkText'));
    setBusy(false);
  };
  const tasks = read
    ? tasksOf(kind, read, senderOf(client, t), {
        noLogin: t('admin.import.noLogin'),
        noScope: t('admin.import.noScope'),
      })
    : [];
  const start = async () => {
    const state: Run = { done: 0, total: tasks.length, failed: [], passwords: [], over: false };
    setRun({ ...state });
    for (const task of tasks) {
      try {
        const made = await task.work();
        if (made) state.passwords.push(made);
        state.done += 1;
      } catch (error) {
        state.failed.push({
          label: `${t(`admin.import.steps.${task.step}`)} ${task.label}`,
          why: error instanceof Error ? error.message : t('errors.server'),
        });
      }
      setRun({ ...state });
    }
    setRun({ ...state, over: true });
    await client.refetchQueries({ include: 'active' });
  };
  const again = () => {
    setRead(null);
    setRun(null);
  };
  const grants = kind === 'grants';
  return (
    <>
      <PageHeader
        title={t(grants ? 'admin.import.grantTitle' : 'admin.import.title')}
        sub={t(grants ? 'admin.import.grantSub' : 'admin.import.sub')}
        trail={
          <Link to={grants ? '/grants' : '/directory'}>{t(grants ? 'shell.nav.grants' : 'shell.nav.people')}</Link>
        }
        actions={
          <a href="/export/directory-template.xlsx" className={button.button} download>
            {t('admin.import.template')}
          </a>
        }
      />
      {!read && (
        <FileDrop
          label={t('admin.import.choose')}
          hint={t('admin.import.hint')}
          accept=".xlsx"
          pasteAnywhere
          items={[]}
          onFiles={(files) => void open(files)}
        />
      )}
      {busy && <p role="status">{t('admin.import.reading')}</p>}
      {refusal && <ErrorPanel title={t('errors.refused')}>{refusal}</ErrorPanel>}
      {read && !run && (
        <>
          <ListErrors errors={read.list.rowErrors} />
          <ListPlan rows={countsOf(kind, read, tasks)} />
          <div className={css.bar} style={{ marginTop: 'var(--s4)' }}>
            <Button onClick={again}>{t('admin.import.again')}</Button>
            <Button look="ink" off={tasks.length === 0 ? t('admin.import.nothing') : null} onClick={() => void start()}>
              {t(grants ? 'admin.import.runGrants' : 'admin.import.run', { count: tasks.length })}
            </Button>
          </div>
        </>
      )}
      {run && (
        <div role="status" className="no-print">
          {!run.over && (
            <ProgressBar label={t('admin.import.title')} value={run.done + run.failed.length} max={run.total} />
          )}
          <p>
            {run.over
              ? t('admin.import.finished', { done: run.done, failed: run.failed.length })
              : t('admin.import.running', { done: run.done + run.failed.length, total: run.total })}
          </p>
          {run.over && !grants && <p className={css.quiet}>{t('admin.import.next')}</p>}
        </div>
      )}
      {run && run.failed.length > 0 && (
        <ErrorPanel title={t('admin.import.failed')}>
          {run.failed.map((one) => (
            <p key={one.label}>
              {one.label}:{one.why}
            </p>
          ))}
        </ErrorPanel>
      )}
      {run?.over && run.passwords.length > 0 && <PasswordList passwords={run.passwords} />}
      {run?.over && (
        <div className={`${css.bar} no-print`} style={{ marginTop: 'var(--s4)' }}>
          <Button onClick={again}>{t('admin.import.again')}</Button>
        </div>
      )}
    </>
  );
}

function tasksOf(
  kind: 'directory' | 'grants',
  { list, known }: Read,
  send: ReturnType<typeof senderOf>,
  words: { noLogin: string; noScope: string },
): Task[] {
  if (kind === 'directory')
    return planOf(list, known).entries.map((entry) => ({
      step: entry.step,
      label: entry.label,
      work: () => runEntry(send, list, known, entry),
    }));
  return grantsOf(list, known).entries.map((entry) => ({
    step: 'grants',
    label: `${entry.row.name}(${entry.login})`,
    work: () => runGrant(send, known, entry, words).then(() => null),
  }));
}

function countsOf(kind: 'directory' | 'grants', { list, known }: Read, tasks: readonly Task[]) {
  if (kind === 'grants') return [{ step: 'grants' as const, fresh: tasks.length, old: grantsOf(list, known).old }];
  const { old } = planOf(list, known);
  return STEPS.map((step) => ({ step, fresh: tasks.filter((task) => task.step === step).length, old: old[step] ?? 0 }));
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
