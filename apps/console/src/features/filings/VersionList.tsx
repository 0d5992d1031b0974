import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { toneOf } from './filing-words.ts';
import css from './filings.module.css';

const VersionListFragment = graphql(`
  fragment VersionList_version on FilingVersion {
    id
    number
    state
    asOf
    note
    sha256
    preparedByName
    preparedAt
    declinedByName
    declinedAt
    declineReason
    filedByName
    filedAt
    receivedByName
    receivedAt
    decidedByName
    decidedAt
    opinion
  }
`);

type VersionListProps = {
  versions: readonly FragmentType<typeof VersionListFragment>[];
  chosen: string;
  onChoose: (id: string) => void;
};

/** The history of a filing: who prepared, filed, received, returned which version, with the reasons. */
export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const { t } = useTranslation();
  const rows = versions.map((masked) => readFragment(VersionListFragment, masked));
  const by = (name: string | null | undefined, at: string | null | undefined) =>
    name && at ? `${name} ${dateTime(at)}` : '—';
  return (
    <Table caption={t('filing.history')} cards>
      <thead>
        <tr>
          <Th>{t('filing.version')}</Th>
          <Th>{t('filing.standing')}</Th>
          <Th>{t('filing.prepared')}</Th>
          <Th>{t('filing.filed')}</Th>
          <Th>{t('filing.received')}</Th>
          <Th>{t('filing.answered')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} aria-current={row.id === chosen ? 'true' : undefined}>
            <Td label={t('filing.version')}>
              {row.id === chosen ? (
                <strong>{row.number ? t('filing.numberOf', { number: row.number }) : t('filing.draft')}</strong>
              ) : (
                <Button look="quiet" onClick={() => onChoose(row.id)}>
                  {row.number ? t('filing.numberOf', { number: row.number }) : t('filing.draft')}
                </Button>
              )}
              <span className={css.why}>{t('filing.asOf', { day: row.asOf })}</span>
              <span className={css.hash} title={`SHA-256 ${row.sha256}`}>
                SHA-256 {row.sha256.slice(0, 12)}…
              </span>
            </Td>
            <Td label={t('filing.standing')}>
              <State tone={toneOf(row.state)}>{t(`vocabulary.filingState.${row.state}`)}</State>
            </Td>
            <Td label={t('filing.prepared')}>
              {by(row.preparedByName, row.preparedAt)}
              {row.note && <span className={css.words}>{row.note}</span>}
            </Td>
            <Td label={t('filing.filed')}>{by(row.filedByName, row.filedAt)}</Td>
            <Td label={t('filing.received')}>{by(row.receivedByName, row.receivedAt)}</Td>
            <Td label={t('filing.answered')}>
              {by(row.decidedByName ?? row.declinedByName, row.decidedAt ?? row.declinedAt)}
              {(row.opinion ?? row.declineReason) && (
                <span className={css.words}>{row.opinion ?? row.declineReason}</span>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
