import { useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { nodes } from '../admin/pages.ts';
import { JobTable } from '../jobs/JobTable.tsx';
import { isOpen, Jobs, usePollingWhileOpen } from '../jobs/own-jobs.ts';
import css from './ImportsPage.module.css';

const FILTER = { kind: ['IMPORT_REPORT' as const, 'IMPORT_LEDGER' as const] };
const SHOWN = 5;

/** Large files that are read in the background: how far they are, whether one stays or comes back. */
export function ReadingFiles({ onRead }: { onRead: () => void }) {
  const { t } = useTranslation();
  const { data, startPolling, stopPolling } = useQuery(Jobs, { variables: { filter: FILTER } });
  const rows = nodes(data?.jobs);
  usePollingWhileOpen(rows, startPolling, stopPolling);
  const open = rows.filter(({ state }) => isOpen(state)).length;
  const before = useRef(open);
  useEffect(() => {
    if (open < before.current) onRead();
    before.current = open;
  }, [open, onRead]);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="reading-files">
      <h2 id="reading-files" className={css.heading}>
        {t('imports.background')}
      </h2>
      <JobTable jobs={rows.slice(0, SHOWN)} />
    </section>
  );
}
