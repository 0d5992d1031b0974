import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { DeadlineCell } from '../ledger/DeadlineCell.tsx';
import type { LedgerSearch } from '../ledger/ledger-search.ts';
import { StateCell } from '../ledger/StateCell.tsx';
import css from './home.module.css';

const OwnFindingFragment = graphql(`
  fragment OwnFinding_finding on Finding {
    id
    seq
    title
    actionCount
    settledActionCount
    evidenceCount
    leadDepartment {
      id
      name
    }
    ...DeadlineCell_finding
    ...StateCell_finding
  }
`);

type OwnFindingsProps = {
  title: string;
  total: number;
  findings: readonly FragmentType<typeof OwnFindingFragment>[];
  /** The same list in the ledger. */
  search: LedgerSearch;
  withoutDepartment?: boolean;
};

/** Findings in short: state, actions done of all, pieces of evidence. */
export function OwnFindings({ title, total, findings, search, withoutDepartment }: OwnFindingsProps) {
  const { t } = useTranslation();
  return (
    <section>
      <div className={css.head}>
        <h2>{title}</h2>
        <Link to="/ledger" search={search}>
          {t('home.allFindings', { count: total })}
        </Link>
      </div>
      <Table caption={title} cards>
        <thead>
          <tr>
            <Th right>{t('ledger.column.seq')}</Th>
            <Th>{t('home.finding')}</Th>
            {!withoutDepartment && <Th>{t('ledger.column.department')}</Th>}
            <Th>{t('ledger.column.due')}</Th>
            <Th>{t('ledger.column.state')}</Th>
            <Th right>{t('home.actions')}</Th>
            <Th right>{t('ledger.column.evidence')}</Th>
          </tr>
        </thead>
        <tbody>
          {findings.map((masked) => {
            const finding = readFragment(OwnFindingFragment, masked);
            return (
              <tr key={finding.id}>
                <Td right>{finding.seq}</Td>
                <Td>
                  <Link
                    to="/findings/$findingId"
                    params={{ findingId: finding.id }}
                    search={search}
                    className={css.title}
                  >
                    {finding.title}
                  </Link>
                </Td>
                {!withoutDepartment && (
                  <Td label={t('ledger.column.department')}>{finding.leadDepartment?.name ?? '—'}</Td>
                )}
                <Td label={t('ledger.column.due')}>
                  <DeadlineCell finding={finding} />
                </Td>
                <Td label={t('ledger.column.state')}>
                  <StateCell finding={finding} />
                </Td>
                <Td right label={t('home.actions')} className={css.nowrap}>
                  {finding.settledActionCount} / {finding.actionCount}
                </Td>
                <Td right label={t('ledger.column.evidence')}>
                  {finding.evidenceCount}
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
