import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Table, Td, Th } from '../../ui/Table.tsx';

const NoticeCountsFragment = graphql(`
  fragment NoticeCounts_round on Round {
    id
    name
    noticeCounts {
      kind
      sent
      awaiting
      overdue
      replied
      accepted
      withdrawn
    }
  }
`);

const COLUMNS = ['sent', 'awaiting', 'overdue', 'replied', 'accepted', 'withdrawn'] as const;

/** How many notices of each kind the round has and where they stand; nothing before the first. */
export function NoticeCounts({ round: masked }: { round: FragmentType<typeof NoticeCountsFragment> }) {
  const { t } = useTranslation();
  const { name, noticeCounts } = readFragment(NoticeCountsFragment, masked);
  if (noticeCounts.length === 0) return null;
  return (
    <Table caption={t('notice.counts', { round: name })} showCaption cards>
      <thead>
        <tr>
          <Th>{t('notice.kind')}</Th>
          {COLUMNS.map((column) => (
            <Th key={column} right>
              {t(`notice.count.${column}`)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {noticeCounts.map((row) => (
          <tr key={row.kind}>
            <Td>{t(`vocabulary.noticeKind.${row.kind}`)}</Td>
            {COLUMNS.map((column) => (
              <Td key={column} right label={t(`notice.count.${column}`)}>
                {row[column]}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
