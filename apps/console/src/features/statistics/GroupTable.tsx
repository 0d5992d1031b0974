import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rate } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Table, Td, Th } from '../../ui/Table.tsx';
import type { LedgerSearch } from '../ledger/ledger-search.ts';
import css from './StatisticsPage.module.css';

const GroupFragment = graphql(`
  fragment GroupTable_group on GroupCount {
    id
    name
    findings
    closed
    continuing
    dueSoon
    overdue
  }
`);

type GroupTableProps = {
  caption: string;
  groups: readonly FragmentType<typeof GroupFragment>[];
  /** The ledger narrowed to one group. */
  narrow: (id: string) => LedgerSearch;
};

/** Findings by leader, department or aspect; each count leads to its rows, a group without a name stays honest about it. */
export function GroupTable({ caption, groups, narrow }: GroupTableProps) {
  const { t } = useTranslation();
  const { asOf } = getRouteApi('/statistics').useSearch();
  const count = (value: number, search: LedgerSearch | null) =>
    search && value > 0 ? (
      <Link to="/ledger" search={search}>
        {value}
      </Link>
    ) : (
      value
    );
  return (
    <section className={css.block}>
      <h2>{caption}</h2>
      <Table caption={caption} cards>
        <thead>
          <tr>
            <Th>{t('statistics.group')}</Th>
            <Th right>{t('statistics.findings')}</Th>
            <Th right>{t('statistics.closedRate')}</Th>
            <Th right>{t('statistics.continuing')}</Th>
            <Th right>{t('statistics.soon')}</Th>
            <Th right>{t('statistics.overdue')}</Th>
          </tr>
        </thead>
        <tbody>
          {groups.map((masked, index) => {
            const group = readFragment(GroupFragment, masked);
            const search = group.id && !asOf ? narrow(group.id) : null;
            return (
              <tr key={group.id ?? index}>
                <Td label={t('statistics.group')}>{group.name ?? t('statistics.unassigned')}</Td>
                <Td right label={t('statistics.findings')}>
                  {count(group.findings, search)}
                </Td>
                <Td right label={t('statistics.closedRate')}>
                  {rate(group.closed, group.findings)}
                </Td>
                <Td right label={t('statistics.continuing')}>
                  {count(group.continuing, search && { ...search, state: ['CONTINUING'] })}
                </Td>
                <Td right label={t('statistics.soon')}>
                  {group.dueSoon}
                </Td>
                <Td right label={t('statistics.overdue')} className={group.overdue > 0 ? css.late : undefined}>
                  {count(group.overdue, search && { ...search, overdue: true })}
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
