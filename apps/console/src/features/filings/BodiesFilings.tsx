import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { BodiesFilings_InspectionFragment } from '../../gql/graphql.ts';
import { State } from '../../ui/State.tsx';
import { GroupRow, Table, Td, Th } from '../../ui/Table.tsx';
import { filingTitle, toneOf } from './filing-words.ts';
import css from './filings.module.css';

const BodiesFilingsFragment = graphql(`
  fragment BodiesFilings_inspection on Inspection {
    id
    body {
      id
      name
    }
    round {
      id
      name
    }
    filingCounts {
      due
      filed
      late
      missing
    }
    filings {
      kind
      number
      dueOn
      state
      lateDays
      filingId
    }
  }
`);

const COUNTS = ['due', 'filed', 'late', 'missing'] as const;

/** Bodies by round: filings due, filed, late, missing, and what waits for an answer. Zeros are printed. */
export function BodiesFilings(props: { inspections: readonly FragmentType<typeof BodiesFilingsFragment>[] }) {
  const { t } = useTranslation();
  const rows = props.inspections.map((masked) => readFragment(BodiesFilingsFragment, masked));
  const rounds = [...new Map(rows.map((row) => [row.round.id, row.round.name]))];
  return (
    <Table caption={t('filing.byBody')} cards>
      <thead>
        <tr>
          <Th>{t('filing.body')}</Th>
          {COUNTS.map((key) => (
            <Th key={key} right>
              {t(`filing.count.${key}`)}
            </Th>
          ))}
          <Th>{t('filing.open')}</Th>
          <Th>{t('filing.next')}</Th>
        </tr>
      </thead>
      {rounds.map(([id, name]) => (
        <tbody key={id}>
          <GroupRow columns={7}>{name}</GroupRow>
          {rows
            .filter((row) => row.round.id === id)
            .map((row) => (
              <BodyRow key={row.id} row={row} />
            ))}
        </tbody>
      ))}
    </Table>
  );
}

type Row = BodiesFilings_InspectionFragment;

function BodyRow({ row }: { row: Row }) {
  const { t } = useTranslation();
  const open = row.filings.filter(
    (one) => one.state === 'FILED' || one.state === 'RECEIVED' || one.state === 'RETURNED',
  );
  const waiting = open.filter((one) => one.state === 'FILED');
  const next = row.filings.find((one) => one.state === 'DUE');
  return (
    <tr>
      <Td label={t('filing.body')}>
        <Link to="/filings" search={{ inspection: row.id }}>
          {row.body.name}
        </Link>
      </Td>
      {COUNTS.map((key) => {
        const value = row.filingCounts[key];
        const bad = value > 0 && (key === 'late' || key === 'missing');
        return (
          <Td key={key} right label={t(`filing.count.${key}`)}>
            {bad ? (
              <State tone="late">{value}</State>
            ) : (
              <span className={value === 0 ? css.zero : undefined}>{value}</span>
            )}
          </Td>
        );
      })}
      <Td label={t('filing.open')}>
        {[...waiting, ...open.filter((one) => one.state === 'RETURNED')].map((one) => (
          <Link
            key={`${one.kind} ${one.number}`}
            to="/filings/$filingId"
            params={{ filingId: one.filingId! }}
            className={css.stacked}
          >
            <State tone={toneOf(one.state)}>
              {filingTitle(t, one)} {t(`vocabulary.filingState.${one.state}`)}
            </State>
          </Link>
        ))}
        {open.every((one) => one.state === 'RECEIVED') && '—'}
      </Td>
      <Td label={t('filing.next')}>
        {next ? (
          <>
            {filingTitle(t, next)} {next.dueOn}{' '}
            {next.lateDays > 0 && <State tone="late">{t('filing.overdue', { count: next.lateDays })}</State>}
          </>
        ) : (
          '—'
        )}
      </Td>
    </tr>
  );
}
