import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { rate } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { FindingState } from '../../gql/graphql.ts';
import { State } from '../../ui/State.tsx';
import { GroupRow, Table, Td, Th } from '../../ui/Table.tsx';
import css from './home.module.css';

export const BodyProgressFragment = graphql(`
  fragment BodyProgress_inspection on Inspection {
    id
    feedbackOn
    body {
      id
      name
      shortName
    }
    round {
      id
      name
    }
    progress {
      findings
      unclaimed
      rectifying
      inReview
      continuing
      closed
      recorded
      overdue
      rateBasisPoints
    }
  }
`);

const STATES = [
  ['unclaimed', 'UNCLAIMED'],
  ['rectifying', 'RECTIFYING'],
  ['inReview', 'IN_REVIEW'],
  ['continuing', 'CONTINUING'],
  ['closed', 'CLOSED'],
  ['recorded', 'RECORDED'],
] as const satisfies readonly (readonly [string, FindingState])[];

type BodiesTableProps = {
  inspections: readonly FragmentType<typeof BodyProgressFragment>[];
  /** Where a number leads: the office sees outlines, the discipline group the ledger. */
  to: '/ledger' | '/outline';
};

/** Bodies × states by round: counts, overdue, completion rate; every number opens its rows. Zeros are printed. */
export function BodiesTable({ inspections, to }: BodiesTableProps) {
  const { t } = useTranslation();
  const rows = inspections.map((masked) => readFragment(BodyProgressFragment, masked));
  const rounds = [...new Set(rows.map((row) => row.round.id))];
  const cell = (value: number, search: object, label: string, late?: boolean) => (
    <Td right label={label}>
      {value > 0 ? (
        <Link to={to} search={search as never} className={css.plainLink}>
          {late ? <State tone="late">{value}</State> : value}
        </Link>
      ) : (
        <span className={css.zero}>0</span>
      )}
    </Td>
  );
  return (
    <Table caption={t('home.bodies')} cards>
      <thead>
        <tr>
          <Th>{t('home.body')}</Th>
          <Th>{t('home.feedbackOn')}</Th>
          <Th right>{t('home.findings')}</Th>
          {STATES.map(([key, state]) => (
            <Th key={key} right>
              {t(`vocabulary.findingState.${state}`)}
            </Th>
          ))}
          <Th right>{t('home.overdue')}</Th>
          <Th right>{t('home.completion')}</Th>
        </tr>
      </thead>
      {rounds.map((round) => {
        const own = rows.filter((row) => row.round.id === round);
        return (
          <tbody key={round}>
            <GroupRow columns={STATES.length + 5} note={t('home.bodyCount', { count: own.length })}>
              {own[0]?.round.name}
            </GroupRow>
            {own.map((row) => (
              <tr key={row.id}>
                <Td>
                  <Link to={to} search={{ inspection: row.id }} className={css.title}>
                    {row.body.shortName}
                  </Link>
                </Td>
                <Td label={t('home.feedbackOn')} className={css.nowrap}>
                  {row.feedbackOn ?? '—'}
                </Td>
                {cell(row.progress.findings, { inspection: row.id }, t('home.findings'))}
                {STATES.map(([key, state]) => (
                  <Fragment key={key}>
                    {cell(
                      row.progress[key],
                      { inspection: row.id, state: to === '/outline' ? state : [state] },
                      t(`vocabulary.findingState.${state}`),
                    )}
                  </Fragment>
                ))}
                {cell(row.progress.overdue, { inspection: row.id, overdue: true }, t('home.overdue'), true)}
                <Td right label={t('home.completion')} className={css.nowrap}>
                  {rate(row.progress.closed, row.progress.findings)}
                </Td>
              </tr>
            ))}
          </tbody>
        );
      })}
    </Table>
  );
}
